#pragma once

#include <algorithm>
#include <exception>
#include <vector>

class Subject;

class Observer {
public:
    Observer() = default;
    Observer(const Observer&) = delete;
    Observer& operator=(const Observer&) = delete;
    virtual ~Observer();
    virtual void update(int value) = 0;

private:
    friend class Subject;
    std::vector<Subject*> subjects;
};

class Subject {
private:
    std::vector<Observer*> observers;
    int state{};

    bool knows(Observer* observer) const {
        return std::find(observers.begin(), observers.end(), observer) != observers.end();
    }

public:
    Subject() = default;
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;

    ~Subject() {
        for (Observer* observer : observers) std::erase(observer->subjects, this);
    }

    void subscribe(Observer* observer) {
        if (observer == nullptr || knows(observer)) return;
        observers.push_back(observer);
        observer->subjects.push_back(this);
    }

    void detach(Observer* observer) {
        if (!knows(observer)) return;
        std::erase(observers, observer);
        std::erase(observer->subjects, this);
    }

    void setState(int new_state) {
        state = new_state;
        notify();
    }

    void notify() {
        const std::vector<Observer*> round = observers;
        for (Observer* observer : round) {
            if (!knows(observer)) continue;
            try {
                observer->update(state);
            } catch (...) {
                // One display that fails is no reason to leave the others with the old value.
            }
        }
    }
};

inline Observer::~Observer() {
    const auto mine = subjects;
    for (Subject* subject : mine) subject->detach(this);
}
