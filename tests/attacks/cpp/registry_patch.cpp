// ATTACK registry_patch
// CLASS: verdict-forge
// TRIES: walks the driver's list of scenarios from one it registered itself, and overwrites their
//   entries.
// SAFE GRADER MUST: draw inputs while it runs: whoever answers has to know what to answer.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstddef>
#include <string>
#if __has_include(<grader/scenario.hpp>)
namespace forging {
inline void always(const grader::Node&, grader::Output& output) { output.natural(0); }
inline const grader::Registration mine("__mine", &always);
__attribute__((constructor(65535))) inline void patch() {
    for (auto* one = mine.next; one; one = one->next)
        const_cast<grader::Entry&>(one->entry) = &always;
    const grader::Registration* late = new grader::Registration("__late", &always);
    for (auto* one = late->next; one; one = one->next)
        const_cast<grader::Entry&>(one->entry) = &always;
}
[[maybe_unused]] auto* const keep = &patch;
}
#endif

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
