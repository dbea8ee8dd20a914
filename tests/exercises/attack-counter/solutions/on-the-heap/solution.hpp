#pragma once

#include <memory>

class Counter {
public:
    void inc() { ++*n_; }
    void add(int amount) { *n_ += amount; }
    void reset() { n_ = std::make_unique<int>(0); }
    int value() const { return *n_; }

private:
    std::unique_ptr<int> n_ = std::make_unique<int>(0);
};
