// ATTACK messages_by_macro
// CLASS: leak
// TRIES: turns likely words of hidden code into errors that quote what follows them.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};

#define QUOTE(...) #__VA_ARGS__
#define for(...) static_assert(false, QUOTE(__VA_ARGS__)); for (;;)
#define switch(...) static_assert(false, QUOTE(__VA_ARGS__)); switch (0)
#define push_back(...) push_back(QUOTE(__VA_ARGS__))
#define value() value(__LINE__, __FILE__, __func__)
#define namespace _Pragma("GCC error \"here\"") namespace
