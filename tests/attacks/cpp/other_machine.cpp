// ATTACK other_machine
// CLASS: build-pragmas
// TRIES: asks for instructions that this machine may not have, and for other calling conventions.
// SAFE GRADER MUST: compile its own text as it means it, or fail the submission.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
#pragma GCC target("avx512f,avx512vl,sse4a")
#pragma GCC optimize("Ofast", "unroll-all-loops", "omit-frame-pointer")
class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
