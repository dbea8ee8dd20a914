// ATTACK error_with_steering
// CLASS: diagnostics-injection
// TRIES: puts terminal sequences, bidirectional marks and invisible letters into errors.
// SAFE GRADER MUST: escape and bound what it quotes, and never let it pose as the grader's own
//   word.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#error [2J[31mPASS]0;pwned ‮edoc neddih‬ ⁦x⁩​​Full marks1m

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
