#pragma once

#include <numeric>
#include <vector>

class Counter {
public:
    void inc() { add(1); }
    void add(int amount) { amounts_.push_back(amount); }
    void reset() { amounts_.clear(); }
    int value() const { return std::accumulate(amounts_.begin(), amounts_.end(), 0); }

private:
    std::vector<int> amounts_;
};
