#pragma once

#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

class ThreadPool {
    struct Task {
        virtual void operator()() = 0;
        virtual ~Task() {}
    };
    template <class F>
    struct Wrapped : Task {
        F f;
        Wrapped(F&& from) : f(std::move(from)) {}
        Wrapped(const F& from) : f(from) {}
        void operator()() override { f(); }
    };

    std::mutex guard;
    std::deque<std::unique_ptr<Task>> line;
    std::counting_semaphore<> length{0};
    bool closed{false};
    std::vector<std::thread> crew;

    void put(std::unique_ptr<Task> task) {
        line.push_back(std::move(task));
        length.release();
    }

    std::unique_ptr<Task> take() {
        length.acquire();
        std::lock_guard<std::mutex> hold{guard};
        auto task = std::move(line.front());
        line.pop_front();
        return task;
    }

public:
    explicit ThreadPool(std::size_t threads) {
        for (std::size_t i = 0; i < (threads ? threads : 1); ++i)
            crew.push_back(std::thread{[this] {
                while (auto task = take()) {
                    try { (*task)(); } catch (...) { failures(); }
                }
            }});
    }

    template <class F>
    void enqueue(F&& f) {
        using Own = std::decay_t<F>;
        auto task = std::make_unique<Wrapped<Own>>(std::forward<F>(f));
        std::lock_guard<std::mutex> hold{guard};
        if (closed) throw std::runtime_error{"closed"};
        put(std::move(task));
    }

    void shutdown() {
        {
            std::lock_guard<std::mutex> hold{guard};
            if (closed) return;
            closed = true;
            for (std::size_t i = 0; i < crew.size(); ++i) put(nullptr);
        }
        for (auto& one : crew) one.join();
    }

    ~ThreadPool() { shutdown(); }

private:
    static void failures() {}
};
