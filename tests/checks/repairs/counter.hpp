#pragma once
#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>
#include <future>
#include <latch>
#include <iostream>
class Counter {
    mutable std::shared_mutex m_;
    long long value_ = 0;
public:
    void increment() { std::unique_lock lock{m_}; ++value_; }
    long long get() const { std::shared_lock lock(m_); return value_; }
    bool try_add() { if (!m_.try_lock()) return false; std::lock_guard g(m_, std::adopt_lock); ++value_; return true; }
};
class Worker {
    std::thread t_; std::atomic<bool> stop_{false};
public:
    Worker() : t_([this] { while (!stop_) std::this_thread::yield(); }) {}
    Worker(const Worker&) = delete; Worker& operator=(const Worker&) = delete;
    void stop() { stop_ = true; if (t_.joinable()) t_.join(); }
    ~Worker() { stop(); }
};
inline void run_all(Counter& c, int n) {
    std::vector<std::thread> ts;
    ts.reserve(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) ts.emplace_back([&c] { c.increment(); });
    for (auto& t : ts) t.join();
}
inline void two(Counter& c) { std::thread a(&Counter::increment, &c), b([&] { c.increment(); }); a.join(); b.join(); }
inline void swapped() { std::mutex a, b; std::scoped_lock both(a, b); std::unique_lock l(a, std::defer_lock); }
inline std::mutex& global() { static std::mutex m; return m; }
inline int calls() { static std::atomic<int> n{0}; return ++n; }
class Account { std::mutex m; double b = 0; friend void transfer(Account& x, Account& y, double a) { std::lock(x.m, y.m); std::lock_guard g1(x.m, std::adopt_lock); std::lock_guard g2(y.m, std::adopt_lock); x.b -= a; y.b += a; } };
