// A first try of thread_pool.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 -Wall -Wextra -pthread example.cpp -o example && ./example
//
// Then once more with -g -fsanitize=thread.

#include "thread_pool.hpp"

#include <atomic>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>

int failures = 0;

void expect(bool holds, const char* what) {
    std::cout << (holds ? "ok    " : "WRONG ") << what << std::endl;
    if (!holds) ++failures;
}

int main() {
    std::atomic<int> ran{0};
    {
        ThreadPool pool(2);
        for (int i = 0; i < 10; ++i) pool.enqueue([&ran] { ++ran; });
        pool.enqueue([] { throw std::runtime_error("a broken file"); });
        pool.enqueue([&ran, owned = std::make_unique<int>(1)] { ran += *owned; });
    }
    expect(ran == 11, "a destroyed pool has run all of its tasks");

    ThreadPool pool(1);
    pool.enqueue([&ran] { ++ran; });
    pool.shutdown();
    expect(ran == 12, "shutdown waits for what was enqueued");
    bool refused = false;
    try {
        pool.enqueue([&ran] { ++ran; });
    } catch (const std::exception&) {
        refused = true;
    }
    expect(refused, "after shutdown, enqueue throws");
    return failures;
}
