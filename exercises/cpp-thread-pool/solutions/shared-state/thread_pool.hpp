#pragma once

#include <any>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace pool_detail {

template <class T>
class Channel {
public:
    bool send(T value) {
        std::unique_lock<std::mutex> lock(mutex_);
        if (closed_) return false;
        values_.push(std::move(value));
        ready_.notify_one();
        return true;
    }
    std::optional<T> receive() {
        std::unique_lock<std::mutex> lock(mutex_);
        while (values_.empty() && !closed_) ready_.wait(lock);
        if (values_.empty()) return std::nullopt;
        std::optional<T> first(std::move(values_.front()));
        values_.pop();
        return first;
    }
    void close() {
        std::unique_lock<std::mutex> lock(mutex_);
        closed_ = true;
        ready_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable ready_;
    std::queue<T> values_;
    bool closed_ = false;
};

}  // namespace pool_detail

class ThreadPool {
    using Job = std::shared_ptr<std::function<void()>>;
    std::shared_ptr<pool_detail::Channel<Job>> jobs = std::make_shared<pool_detail::Channel<Job>>();
    std::vector<std::thread> threads;

public:
    explicit ThreadPool(size_t count) {
        if (count == 0) throw std::domain_error("ThreadPool(0)");
        for (size_t i = 0; i < count; ++i)
            threads.emplace_back([jobs = jobs]() noexcept {
                while (auto job = jobs->receive()) {
                    try {
                        (**job)();
                    } catch (...) {
                    }
                }
            });
    }

    template <class F>
    void enqueue(F&& f) {
        auto held = std::make_shared<std::decay_t<F>>(std::forward<F>(f));
        auto job = std::make_shared<std::function<void()>>([held] { std::invoke(*held); });
        if (!jobs->send(std::move(job))) throw std::runtime_error("the pool has been shut down");
    }

    void shutdown() {
        jobs->close();
        while (!threads.empty()) {
            threads.back().join();
            threads.pop_back();
        }
    }

    ~ThreadPool() { shutdown(); }
};
