// A first try of singleton.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 -Wall -Wextra -pthread example.cpp -o example && ./example
//
// Then once more with -g -fsanitize=thread, and with -g -fsanitize=address,undefined.

#include "singleton.hpp"

#include <iostream>
#include <set>
#include <thread>
#include <vector>

// Asks in its constructor and once more in its destructor, after main has returned.
struct Keeper {
    Keeper() : seen(&Singleton::getInstance()) {}
    ~Keeper() {
        const bool same = seen == &Singleton::getInstance();
        std::cout << "after main: " << (same ? "the same object" : "ANOTHER OBJECT") << '\n';
    }
    Singleton* seen;
};

int main() {
    std::vector<Singleton*> seen(8);
    {
        std::vector<std::thread> threads;
        for (auto& slot : seen)
            threads.emplace_back([&slot] { slot = &Singleton::getInstance(); });
        for (auto& thread : threads) thread.join();
    }
    const std::set<Singleton*> different(seen.begin(), seen.end());
    std::cout << "eight threads saw " << different.size() << " object(s); one is right\n";

    static Keeper keeper;
    return different.size() == 1 ? 0 : 1;
}
