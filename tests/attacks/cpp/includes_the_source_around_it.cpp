// ATTACK includes_the_source_around_it
// CLASS: leak
// TRIES: includes the file that includes it, under each of the names by which a compiler knows it.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#ifndef AROUND
#define AROUND
#include __BASE_FILE__
#elif AROUND + 0 < 1
#undef AROUND
#define AROUND 1
#include __FILE__
#endif
#pragma once
#include "<stdin>"
#include "-"

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
