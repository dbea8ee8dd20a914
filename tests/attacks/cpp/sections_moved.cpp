// ATTACK sections_moved
// CLASS: build-pragmas
// TRIES: moves what follows into other sections by assembler directives that are never taken back.
// SAFE GRADER MUST: compile its own text as it means it, or fail the submission.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
asm(".section .fini_array,\"aw\"\n .quad 0\n .text\n .set noreorder_by_nobody, 1\n .weak grader_main\n .symver grader_main, grader_main@GRADER_1\n");
class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
