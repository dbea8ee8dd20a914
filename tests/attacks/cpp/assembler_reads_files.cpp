// ATTACK assembler_reads_files
// CLASS: leak
// TRIES: lets the assembler put files into the program, and prints them when it runs.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdio>
asm(".pushsection .rodata\n stolen_begin:\n"
    " .incbin \"/proc/self/environ\"\n .incbin \"/dev/stdin\"\n .incbin \"/etc/hostname\"\n"
    " stolen_end:\n .popsection");
extern "C" const char stolen_begin[], stolen_end[];
inline const int shown = std::printf("LEAK %.*s\n", static_cast<int>(stolen_end - stolen_begin), stolen_begin);

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
