// ATTACK words_poisoned
// CLASS: verdict-forge
// TRIES: poisons words that any hidden code needs, after its own class.
// SAFE GRADER MUST: fail it; a build that breaks on such a pragma is the submission's doing.
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

#pragma GCC poison scenario_step scenario_replay registration_step vector size_t
#pragma GCC poison namespace SCENARIO
