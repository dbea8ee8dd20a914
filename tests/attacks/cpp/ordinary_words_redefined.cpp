// ATTACK ordinary_words_redefined
// CLASS: verdict-forge
// TRIES: redefines words that hidden code is likely to use and that are no keywords.
// SAFE GRADER MUST: not let such a word change what is observed.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <vector>
class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};

#define push_back(x) push_back(0)
#define emplace_back(...) emplace_back(0)
#define value() value() * 0
#define inc() reset()
#define add(x) reset()
#define step replay
#define vector vector_of_mine
#define begin end
#define operations readings
#define Counter CounterOfMine
struct CounterOfMine {
    int n = 0;
    void reset() { n = 0; }
    int value() const { return 0; }
};
