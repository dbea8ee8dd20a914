// ATTACK linker_without_end
// CLASS: dos-compile
// TRIES: gives the linker symbols, sections and alignments that multiply.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
asm(".pushsection .data\n"
    ".irp a,0,1,2,3,4,5,6,7,8,9\n .irp b,0,1,2,3,4,5,6,7,8,9\n .irp c,0,1,2,3,4,5,6,7,8,9\n"
    ".pushsection s\\a\\b\\c, \"aw\"\n .balign 0x100000\n .globl g\\a\\b\\c\n g\\a\\b\\c:\n .byte 1\n .popsection\n"
    ".endr\n .endr\n .endr\n .popsection");

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
