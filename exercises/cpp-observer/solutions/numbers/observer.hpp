#pragma once

#include <exception>
#include <map>
#include <memory>
#include <vector>

class Observer {
public:
    virtual ~Observer() = default;
    virtual void update(int value) = 0;
};

class Subject {
public:
    using Id = unsigned long;

    Id attach(std::shared_ptr<Observer> observer) {
        if (!observer) return 0;
        for (const auto& [id, known] : observers_) {
            if (known.lock() == observer) return id;
        }
        observers_.emplace(++last_, observer);
        return last_;
    }

    void detach(Id id) { observers_.erase(id); }

    void setState(int state) {
        state_ = state;
        notify();
    }

    void notify() {
        std::vector<std::exception_ptr> failures;
        const Id newest = last_;
        for (auto at = observers_.begin(); at != observers_.end() && at->first <= newest;) {
            const Id id = at->first;
            try {
                if (const auto observer = at->second.lock()) observer->update(state_);
                else observers_.erase(id);
            } catch (...) {
                failures.push_back(std::current_exception());
            }
            at = observers_.upper_bound(id);
        }
        if (!failures.empty()) std::rethrow_exception(failures.front());
    }

private:
    std::map<Id, std::weak_ptr<Observer>> observers_;
    Id last_ = 0;
    int state_ = 0;
};
