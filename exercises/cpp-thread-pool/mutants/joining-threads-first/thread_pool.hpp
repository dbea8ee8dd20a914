#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <queue>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

class ThreadPool {
    std::vector<std::jthread> workers;

public:
    explicit ThreadPool(std::size_t threads) {
        if (threads == 0) throw std::invalid_argument("a pool needs a thread");
        try {
            for (std::size_t i = 0; i < threads; ++i) workers.emplace_back([this] { work(); });
        } catch (...) {
            shutdown();
            throw;
        }
    }

    ~ThreadPool() {
        {
            std::lock_guard lock(queue_mutex);
            stop = true;
        }
        condition.notify_all();
    }

    template <class F>
    void enqueue(F&& f) {
        std::unique_ptr<Task> task = std::make_unique<Holds<std::decay_t<F>>>(std::forward<F>(f));
        {
            std::lock_guard lock(queue_mutex);
            if (stop) throw std::runtime_error("the pool is shut down");
            tasks.push(std::move(task));
        }
        condition.notify_one();
    }

    void shutdown() {
        {
            std::lock_guard lock(queue_mutex);
            stop = true;
        }
        condition.notify_all();
        for (std::jthread& worker : workers) worker.join();
        workers.clear();
    }

private:
    struct Task {
        virtual ~Task() = default;
        virtual void run() = 0;
    };

    template <class F>
    struct Holds final : Task {
        template <class G>
        explicit Holds(G&& g) : f(std::forward<G>(g)) {}
        void run() override { static_cast<void>(f()); }
        F f;
    };

    void work() {
        for (;;) {
            std::unique_ptr<Task> task;
            {
                std::unique_lock lock(queue_mutex);
                condition.wait(lock, [this] { return stop || !tasks.empty(); });
                if (tasks.empty()) return;
                task = std::move(tasks.front());
                tasks.pop();
            }
            try {
                task->run();
            } catch (...) {
                // Nobody waits for the outcome of a task.
            }
        }
    }

    std::mutex queue_mutex;
    std::condition_variable condition;
    std::queue<std::unique_ptr<Task>> tasks;
    bool stop = false;
};
