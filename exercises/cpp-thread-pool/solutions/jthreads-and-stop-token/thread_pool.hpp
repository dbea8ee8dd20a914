#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <iostream>
#include <list>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

class ThreadPool {
public:
    explicit ThreadPool(const std::size_t threads) {
        if (threads < 1) throw std::invalid_argument("ThreadPool: no threads");
        for (std::size_t i = 0; i != threads; ++i)
            threads_.emplace_back([this] { serve(stopping_.get_token()); });
    }

    ~ThreadPool() { shutdown(); }

    template <class F>
    bool enqueue(F&& f) {
        std::list<std::function<void()>> one;
        if constexpr (std::is_copy_constructible_v<std::decay_t<F>>) {
            one.emplace_back(std::forward<F>(f));
        } else {
            auto shared = std::make_shared<std::decay_t<F>>(std::forward<F>(f));
            one.emplace_back([shared] { (*shared)(); });
        }
        {
            const std::scoped_lock lock(mutex_);
            if (closed_) throw std::runtime_error("ThreadPool: closed");
            waiting_.splice(waiting_.end(), one);
        }
        wake_.notify_one();
        return true;
    }

    void shutdown() {
        {
            const std::scoped_lock lock(mutex_);
            closed_ = true;
        }
        stopping_.request_stop();
        threads_.clear();
    }

private:
    void serve(std::stop_token stop) {
        for (std::list<std::function<void()>> mine;; mine.clear()) {
            {
                std::unique_lock lock(mutex_);
                if (!wake_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
                mine.splice(mine.begin(), waiting_, waiting_.begin());
            }
            try {
                mine.front()();
            } catch (const std::exception& error) {
                std::cerr << "a task failed: " << error.what() << '\n';
            } catch (...) {
                std::cerr << "a task failed\n";
            }
        }
    }

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::list<std::function<void()>> waiting_;
    bool closed_ = false;
    std::stop_source stopping_;
    std::vector<std::jthread> threads_;
};
