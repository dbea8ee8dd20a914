// ATTACK names_exchanged
// CLASS: build-pragmas
// TRIES: exchanges the names of functions at the level of the assembler.
// SAFE GRADER MUST: compile its own text as it means it, or fail the submission.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#pragma redefine_extname write exchanged_write
#pragma redefine_extname read exchanged_read
#pragma weak main
#pragma weak malloc = exchanged_malloc
extern "C" void* exchanged_malloc(unsigned long) { return nullptr; }
extern "C" long exchanged_write(int, const void*, unsigned long) { return 1; }

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
