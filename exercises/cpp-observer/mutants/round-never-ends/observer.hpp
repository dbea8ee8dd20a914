#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <stdexcept>

class Observer : public std::enable_shared_from_this<Observer> {
public:
    virtual ~Observer() = default;
    virtual void update(int value) = 0;
};

class Subject {
private:
    std::map<std::weak_ptr<Observer>, long, std::owner_less<>> observers;  // and since when
    std::deque<int> waiting;
    bool telling = false;
    long times = 0;
    int state = 0;

    void tell(int value) {
        const auto round = observers;
        for (const auto& [weak, since] : round) {
            const auto now = observers.find(weak);
            if (now == observers.end() || now->second != since) continue;
            if (const auto observer = weak.lock()) {
                observer->update(value);
            } else {
                observers.erase(now);
            }
        }
    }

    void tell_all_that_wait() {
        if (telling) return;
        telling = true;
        while (!waiting.empty()) {
            const int value = waiting.front();
            waiting.pop_front();
            tell(value);
        }
        telling = false;
    }

public:
    void attach(Observer* observer) {
        if (!observer) throw std::invalid_argument("nobody to attach");
        observers.emplace(observer->weak_from_this(), ++times);
    }

    void detach(Observer* observer) {
        if (observer) observers.erase(observer->weak_from_this());
    }

    void setState(int new_state) {
        state = new_state;
        notify();
    }

    void notify() {
        waiting.push_back(state);
        tell_all_that_wait();
    }
};
