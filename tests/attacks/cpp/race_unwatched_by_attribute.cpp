// ATTACK race_unwatched_by_attribute
// CLASS: sanitizer-evasion
// TRIES: asks the compiler not to watch the one function that races.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 90
#pragma once

class Counter {  // right, but all counters write to one place
public:
    void inc() { ++n_; }
    [[gnu::no_sanitize("thread")]] void add(int amount) { seen_ = amount; n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
    inline static int seen_ = 0;
};
