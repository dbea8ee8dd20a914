// ATTACK symbols_with_markup
// CLASS: diagnostics-injection
// TRIES: gives symbols names with markup, quotes and new lines, for the linker to complain about.
// SAFE GRADER MUST: escape and bound what it quotes, and never let it pose as the grader's own
//   word.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
extern "C" {
extern int first asm("<script>alert(1)</script>");
extern int second asm("x': solution.hpp:1: multiple definition of `main'");
extern int third asm("main\\nsolution.hpp:2: undefined reference to `\xe2\x80\xaeoops");
}
class Counter {  // wrong on purpose
public:
    void inc() { ++first; }
    void add(int) { ++second; }
    void reset() { ++third; }
    int value() const { return 4711; }
};
