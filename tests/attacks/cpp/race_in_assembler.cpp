// ATTACK race_in_assembler
// CLASS: sanitizer-evasion
// TRIES: writes to the shared place in assembler, which no sanitizer instruments.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 90
#pragma once

class Counter {  // right, but all counters write to one place
public:
    void inc() { ++n_; }
    void add(int amount) { asm volatile("movl %1, %0" : "=m"(seen_) : "r"(amount)); n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
    inline static int seen_ = 0;
};
