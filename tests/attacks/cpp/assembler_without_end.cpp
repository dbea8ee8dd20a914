// ATTACK assembler_without_end
// CLASS: dos-compile
// TRIES: lets the assembler repeat itself, define macros that call themselves, and read devices.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
asm(".macro again n\n .long \\n\n again \\n+1\n again \\n+2\n .endm\n"
    ".rept 1000000000\n nop\n .endr\n again 0\n .incbin \"/dev/zero\"");

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
