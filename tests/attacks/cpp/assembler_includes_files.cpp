// ATTACK assembler_includes_files
// CLASS: leak
// TRIES: lets the assembler read files as code, for its messages quote what it does not understand.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
asm(".include \"/etc/passwd\"\n .include \"scenarios.cpp\"\n .include \"/proc/self/status\"\n .include \"/dev/stdin\"");

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
