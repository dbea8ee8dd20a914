// ATTACK race_unwatched_by_old_attribute
// CLASS: sanitizer-evasion
// TRIES: the same with the old spelling, put together by the preprocessor.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 90
#pragma once
#define JOIN(a, b, c) a##b##c
#define QUIET __attribute__((JOIN(no_, sani, tize_thread)))

class Counter {  // right, but all counters write to one place
public:
    void inc() { ++n_; }
    QUIET void add(int amount) { seen_ = amount; n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
    inline static int seen_ = 0;
};
