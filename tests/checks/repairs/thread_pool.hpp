#pragma once
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>
#include <deque>
#include <stop_token>
class ThreadPool {
public:
    explicit ThreadPool(std::size_t n) {
        try { for (std::size_t i = 0; i < n; ++i) workers_.emplace_back([this] { run(); }); }
        catch (...) { shutdown(); throw; }
    }
    ~ThreadPool() { shutdown(); }
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    template <class F, class... A> auto enqueue(F&& f, A&&... a) -> std::future<std::invoke_result_t<std::decay_t<F>, std::decay_t<A>...>> {
        using R = std::invoke_result_t<std::decay_t<F>, std::decay_t<A>...>;
        auto task = std::make_shared<std::packaged_task<R()>>(std::bind(std::forward<F>(f), std::forward<A>(a)...));
        auto fut = task->get_future();
        { std::unique_lock lock(m_); if (stop_) throw std::runtime_error("stopped"); q_.emplace([task] { (*task)(); }); }
        cv_.notify_one();
        return fut;
    }
private:
    void shutdown() noexcept { { std::lock_guard l(m_); stop_ = true; } cv_.notify_all(); for (std::thread& t : workers_) if (t.joinable()) t.join(); }
    void run() {
        for (;;) {
            std::function<void()> job;
            { std::unique_lock l(m_); cv_.wait(l, [&] { return stop_ || !q_.empty(); }); if (q_.empty()) return; job = std::move(q_.front()); q_.pop(); }
            try { job(); } catch (...) {}
        }
    }
    std::vector<std::thread> workers_;
    std::queue<std::function<void()>> q_;
    std::mutex m_;
    std::condition_variable cv_;
    bool stop_ = false;
};
class JPool {
    std::mutex m_;
    std::condition_variable_any cv_;
    std::deque<std::packaged_task<void()>> q_;
    std::vector<std::jthread> workers_;
public:
    explicit JPool(std::size_t n) { for (std::size_t i = 0; i != n; ++i) workers_.emplace_back([this](std::stop_token st) { work(st); }); }
    void work(std::stop_token st) { while (true) { std::packaged_task<void()> t; { std::unique_lock l(m_); if (!cv_.wait(l, st, [this] { return !q_.empty(); })) return; t = std::move(q_.front()); q_.pop_front(); } t(); } }
};
class Task {
    struct Base { virtual ~Base() = default; virtual void run() = 0; };
    template <class F> struct Model final : Base { F f; explicit Model(F&& g) : f(std::move(g)) {} void run() override { f(); } };
    std::unique_ptr<Base> self_;
public:
    Task() = default;
    template <class F> Task(F f) : self_(std::make_unique<Model<F>>(std::move(f))) {}
    void operator()() { self_->run(); }
};
class State {
public:
    std::atomic<bool> stop{false};
    std::vector<std::thread> threads;
    void finish() { for (auto& t : threads) t.join(); }
};
class Facade {
    std::shared_ptr<State> s_ = std::make_shared<State>();
public:
    ~Facade() { s_->finish(); }
};
class Joiner { std::vector<std::thread>& t_; public: explicit Joiner(std::vector<std::thread>& t) : t_(t) {} ~Joiner() { for (auto& x : t_) if (x.joinable()) x.join(); } };
class Anthony {
    std::atomic<bool> done_{false};
    std::vector<std::thread> threads_;
    Joiner joiner_;
public:
    Anthony() : joiner_(threads_) {}
    ~Anthony() { done_ = true; }
};
