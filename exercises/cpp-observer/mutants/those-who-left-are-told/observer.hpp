#pragma once

#include <algorithm>
#include <exception>
#include <memory>
#include <vector>

class Observer {
public:
    virtual ~Observer() = default;
    virtual void update(int value) = 0;
};

class Subject {
public:
    void attach(const std::weak_ptr<Observer>& observer) {
        forget_the_gone();
        const auto wanted = observer.lock();
        if (!wanted || find(wanted) != entries.end()) return;
        entries.push_back(std::make_shared<Entry>(Entry{wanted, true}));
    }

    void detach(const std::weak_ptr<Observer>& observer) {
        const auto found = find(observer.lock());
        if (found == entries.end()) return;
        (*found)->attached = false;
        entries.erase(found);
    }

    void setState(int new_state) {
        state = new_state;
        notify();
    }

    // Tells all, then passes on the first exception that one of them threw.
    void notify() {
        std::exception_ptr failure;
        const auto round = entries;
        for (const auto& entry : round) {
            const auto observer = entry->observer.lock();
            if (!observer) continue;
            try {
                observer->update(state);
            } catch (...) {
                if (!failure) failure = std::current_exception();
            }
        }
        forget_the_gone();
        if (failure) std::rethrow_exception(failure);
    }

private:
    struct Entry {
        std::weak_ptr<Observer> observer;
        bool attached;
    };
    using Entries = std::vector<std::shared_ptr<Entry>>;

    Entries::iterator find(const std::shared_ptr<Observer>& observer) {
        return std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
            return observer && entry->observer.lock() == observer;
        });
    }

    void forget_the_gone() {
        std::erase_if(entries, [](const auto& entry) { return entry->observer.expired(); });
    }

    Entries entries;
    int state = 0;
};
