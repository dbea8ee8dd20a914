// ATTACK dependency_pragma
// CLASS: leak
// TRIES: asks the preprocessor whether files of the host are newer than itself, and to name
//   headers.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#pragma GCC dependency "/etc/passwd" it is there
#pragma GCC dependency "../../../../etc/shadow"
#pragma GCC pch_preprocess "/grader/scenario.hpp.gch"
#pragma GCC error "stop"
#include_next <grader/../../driver/driver.cpp>

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
