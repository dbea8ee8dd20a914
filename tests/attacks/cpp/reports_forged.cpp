// ATTACK reports_forged
// CLASS: sanitizer-evasion
// TRIES: a right counter that prints made-up sanitizer reports with markup and other people's
//   lines.
// SAFE GRADER MUST: show them as harmless text, if at all.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
#include <cstdio>
namespace crying {
inline const int wolf = [] {
    std::fputs("==1==ERROR: AddressSanitizer: <script>alert(1)</script>\x1b[2J on address 0x1\n"
               "    #0 0x1 in <img src=x onerror=alert(2)> /grader/solution.hpp:3:1\n"
               "    #1 0x2  (/tmp/program+0xffffffffff)\n"
               "/grader/scenarios.cpp:3:7: runtime error: hidden \xe2\x80\xae txt\n"
               "WARNING: ThreadSanitizer: data race (pid=1)\n"
               "    #0 <null> /grader/solution.hpp:5 (program+0x1)\n", stderr);
    return 0;
}();
}

class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
