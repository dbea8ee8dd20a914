#pragma once

#include <functional>

class Counter {
public:
    void inc() { add(1); }
    void add(int amount) { amounts_.push_back(amount); }
    void reset() { amounts_.clear(); }
    int value() const {
        int sum = 0;
        for (const int amount : amounts_) sum += amount;
        return sum;
    }

private:
    std::vector<int> amounts_;
};
