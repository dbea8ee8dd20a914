#pragma once

class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const {
        last_ = n_;
        return n_;
    }

private:
    int n_ = 0;
    inline static int last_ = 0;
};
