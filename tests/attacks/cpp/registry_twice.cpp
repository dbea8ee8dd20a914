// ATTACK registry_twice
// CLASS: verdict-forge
// TRIES: registers scenarios under likely names a second time, so that the driver finds an author's
//   mistake where there is none and nobody can judge.
// SAFE GRADER MUST: not hand out points, and have a person look when there is no number.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#if __has_include(<grader/scenario.hpp>)
namespace doubling {
inline void zero(const grader::Node&, grader::Output& output) { output.natural(0); }
inline const grader::Registration some[] = {{"reading", &zero}, {"step", &zero}, {"replay", &zero},
                                            {"run", &zero},     {"value", &zero}, {"make", &zero}};
}
#endif

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
