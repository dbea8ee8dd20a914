#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

class ThreadPool {
    std::vector<std::thread> workers_;
    std::deque<std::function<void()>> tasks_;
    std::mutex mutex_;
    std::condition_variable condition_;
    bool stop_ = false;

public:
    explicit ThreadPool(std::size_t threads) {
        if (!threads) threads = 1;
        workers_.reserve(threads);
        while (threads--) workers_.emplace_back(&ThreadPool::loop, this);
    }
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    ~ThreadPool() { shutdown(); }

    template <class F>
    auto enqueue(F&& f) -> std::future<std::invoke_result_t<std::decay_t<F>&>> {
        using R = std::invoke_result_t<std::decay_t<F>&>;
        auto task = std::make_shared<std::packaged_task<R()>>(std::forward<F>(f));
        auto result = task->get_future();
        std::unique_lock lock(mutex_);
        if (stop_) throw std::logic_error("enqueue after shutdown");
        tasks_.emplace_back([task] { (*task)(); });
        lock.unlock();
        condition_.notify_one();
        return result;
    }

    void shutdown() {
        std::unique_lock lock(mutex_);
        stop_ = true;
        lock.unlock();
        condition_.notify_all();
        for (auto& worker : workers_)
            if (worker.joinable()) worker.join();
    }

private:
    void loop() {
        std::unique_lock lock(mutex_);
        while (true) {
            condition_.wait(lock, [&] { return stop_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            {
                auto task = std::move(tasks_.front());
                tasks_.pop_front();
                lock.unlock();
                task();
            }
            lock.lock();
        }
    }
};
