// ATTACK reads_its_own_program
// CLASS: leak
// TRIES: prints the texts and debug information in its own program and memory, a right counter
//   otherwise.
// SAFE GRADER MUST: keep nothing in the program that tells what is expected.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
#include <cctype>
#include <cstdio>
#include <string>
extern "C" char __executable_start, etext, edata, end;
inline void print_texts() {
    std::string run;
    const char* volatile begin = &__executable_start;
    for (const char* at = begin; at < &edata; ++at) {
        if (std::isprint(static_cast<unsigned char>(*at))) { run += *at; continue; }
        if (run.size() > 11) std::printf("%s\n", run.c_str());
        run.clear();
    }
    std::fflush(stdout);
}
inline const int printed = (print_texts(), 0);

class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
