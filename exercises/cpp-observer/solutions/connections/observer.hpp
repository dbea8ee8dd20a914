#pragma once

#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <utility>
#include <vector>

class Observer {
public:
    virtual ~Observer() = default;
    virtual void update(int value) = 0;
};

class Connection {
public:
    Connection() = default;
    explicit Connection(std::function<void()> end) : end(std::move(end)) {}
    Connection(Connection&& other) noexcept : end(std::exchange(other.end, nullptr)) {}
    Connection& operator=(Connection&& other) noexcept {
        Connection(std::move(other)).end.swap(end);
        return *this;
    }
    ~Connection() {
        if (end) end();
    }

private:
    std::function<void()> end;
};

class Subject {
    struct Slot {
        Observer* observer;
        int uses;
        unsigned since;
    };
    struct Board {
        std::list<Slot> slots;
        int depth = 0;
        unsigned round = 0;

        void tidy() {
            if (depth == 0) slots.remove_if([](const Slot& slot) { return slot.uses == 0; });
        }
    };
    std::shared_ptr<Board> board = std::make_shared<Board>();
    int state = 0;

public:
    Subject() = default;
    Subject(Subject&&) = delete;

    [[nodiscard]] Connection attach(Observer& observer) {
        Slot* mine = nullptr;
        for (Slot& slot : board->slots) {
            if (slot.observer == &observer && slot.uses > 0) mine = &slot;
        }
        if (!mine) mine = &board->slots.emplace_back(Slot{&observer, 0, board->round});
        ++mine->uses;
        return Connection([mine, weak = std::weak_ptr(board)] {
            if (const auto alive = weak.lock()) {
                --mine->uses;
                alive->tidy();
            }
        });
    }

    void setState(int new_state) {
        state = new_state;
        notify();
    }

    void notify() {
        std::exception_ptr failure;
        const auto here = board;
        const unsigned this_round = ++here->round;
        ++here->depth;
        for (const Slot& slot : here->slots) {
            if (slot.uses == 0 || slot.since >= this_round) continue;
            try {
                slot.observer->update(state);
            } catch (...) {
                failure = std::current_exception();
            }
        }
        --here->depth;
        here->tidy();
        if (failure) std::rethrow_exception(failure);
    }
};
