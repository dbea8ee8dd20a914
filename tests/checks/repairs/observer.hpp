#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>
class Observer { public: virtual ~Observer() = default; virtual void update(int state) = 0; };
class Subject {
    std::vector<std::weak_ptr<Observer>> observers_;
    int state_{0};
    mutable std::mutex m_;
public:
    void attach(const std::shared_ptr<Observer>& o) { std::scoped_lock lock(m_); observers_.push_back(o); }
    void setState(int s) {
        std::vector<std::shared_ptr<Observer>> snapshot;
        { std::lock_guard<std::mutex> lock(m_); state_ = s; for (auto& w : observers_) if (auto p = w.lock()) snapshot.push_back(std::move(p)); }
        for (auto& o : snapshot) o->update(s);
    }
};
class Signal;
class Connection {
public:
    Connection() = default;
    Connection(std::weak_ptr<int> alive, std::function<void()> off) : alive_(std::move(alive)), off_(std::move(off)) {}
    Connection(Connection&& o) noexcept : alive_(std::move(o.alive_)), off_(std::exchange(o.off_, nullptr)) {}
    Connection& operator=(Connection&& o) noexcept { if (this != &o) { disconnect(); alive_ = std::move(o.alive_); off_ = std::exchange(o.off_, nullptr);} return *this; }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { disconnect(); }
    void disconnect() { if (off_ && !alive_.expired()) off_(); off_ = nullptr; }
private:
    std::weak_ptr<int> alive_;
    std::function<void()> off_;
};
class Signal {
    std::map<std::uint64_t, std::function<void(int)>> slots_;
    std::uint64_t next_ = 0;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
public:
    [[nodiscard]] Connection connect(std::function<void(int)> f) { auto id = next_++; slots_.emplace(id, std::move(f)); return Connection(alive_, [this, id] { slots_.erase(id); }); }
    void emit(int v) { auto copy = slots_; for (auto& [id, f] : copy) if (slots_.count(id)) f(v); }
};
class RawObserver { public: virtual void update(int) = 0; protected: ~RawObserver() = default; };
class RawSubject {
public:
    RawSubject(const RawSubject&) = delete;
    RawSubject& operator=(const RawSubject&) = delete;
    RawSubject() = default;
    ~RawSubject() { for (auto* o : observers_) if (o) o->update(-1); }
    void attach(RawObserver* o) { if (o && std::find(observers_.begin(), observers_.end(), o) == observers_.end()) observers_.push_back(o); }
    void detach(RawObserver* o) { std::erase(observers_, o); }
private:
    std::vector<RawObserver*> observers_;
    int depth_ = 0;
    bool dirty_ = false;
};
