// ATTACK names_of_the_caller
// CLASS: leak
// TRIES: asks the compiler for the names, files and lines of the code that calls it, and prints
//   them; a right counter otherwise.
// SAFE GRADER MUST: keep lines of hidden files off the page; names that a program can see of itself
//   are no secret.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
#include <cstdio>
#include <source_location>
class Counter {
public:
    void inc() { ++n_; }
    void add(int amount, const char* file = __builtin_FILE(), const char* function = __builtin_FUNCTION(),
             int line = __builtin_LINE()) {
        std::printf("called from %s %s %d\n", file, function, line);
        n_ += amount;
    }
    void reset() { n_ = 0; }
    int value(std::source_location where = std::source_location::current()) const {
        std::printf("read in %s %s\n", where.file_name(), where.function_name());
        return n_;
    }

private:
    int n_ = 0;
};
