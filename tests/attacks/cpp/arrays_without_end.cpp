// ATTACK arrays_without_end
// CLASS: dos-compile
// TRIES: asks for objects that fill disks: initialised, aligned and repeated by the assembler.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
inline char initialised[1ul << 33] = {1};
alignas(1 << 28) inline char aligned_one[3] = {1}, aligned_two[3] = {2};
asm(".pushsection .data\n .fill 0x7fffffff, 8, 1\n .space 0x7fffffffffff, 3\n .org 0xffffffffff\n .popsection");

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
