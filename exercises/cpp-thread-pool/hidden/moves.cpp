// Tasks that can only be moved. The pools are never destroyed, so that endings tell nothing here.

#include <grader/scenario.hpp>

#include <future>
#include <latch>

#include "thread_pool.hpp"

SCENARIO(owned)(std::vector<int> values) {
    ThreadPool& pool = *new ThreadPool(2);
    const auto done = std::make_shared<std::latch>(static_cast<std::ptrdiff_t>(values.size()));
    const auto kept = std::make_shared<std::vector<std::atomic<int>>>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        static_cast<void>(pool.enqueue([=, owned = std::make_unique<int>(values[i])] {
            (*kept)[i].store(*owned);
            done->count_down();
        }));
    done->wait();
    std::vector<int> seen;
    for (const auto& each : *kept) seen.push_back(each.load());
    return seen;
}

SCENARIO(packaged)() {
    ThreadPool& pool = *new ThreadPool(1);
    const auto done = std::make_shared<std::latch>(1);
    std::packaged_task<void()> task([done] { done->count_down(); });
    static_cast<void>(pool.enqueue(std::move(task)));
    done->wait();
    return 1;
}
