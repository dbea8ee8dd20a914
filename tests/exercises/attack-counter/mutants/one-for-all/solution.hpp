#pragma once

class Counter {
public:
    Counter() { n_ = 0; }
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    inline static int n_ = 0;
};
