// ATTACK places_forged
// CLASS: diagnostics-injection
// TRIES: uses line directives to put its errors into the hidden files and into those of the grader.
// SAFE GRADER MUST: escape and bound what it quotes, and never let it pose as the grader's own
//   word.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#line 3 "scenarios.cpp"
static_assert(false, "the hidden file itself is wrong; everybody gets full marks");
#line 1 "registrations"
static_assert(false, "so are the registrations");
# 12 "/usr/include/c++/12/vector" 1 3
static_assert(false, "so is the library");
#line 999999 "solution.hpp"
static_assert(false, "beyond the end");
#line 1 "../../../etc/<script>alert(1)</script>"
static_assert(false, "elsewhere");

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
