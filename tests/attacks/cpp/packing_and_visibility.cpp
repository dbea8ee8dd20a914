// ATTACK packing_and_visibility
// CLASS: build-pragmas
// TRIES: packs structures, hides symbols and leaves every pragma stack unbalanced; a right counter
//   otherwise.
// SAFE GRADER MUST: compile its own text as it means it, or fail the submission.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
#pragma pack(push, 1)
#pragma GCC visibility push(hidden)
#pragma GCC push_options
#pragma GCC optimize("O0", "no-exceptions", "no-rtti", "short-enums")
#pragma push_macro("SCENARIO")
#undef SCENARIO
#define SCENARIO(name) static int name##_none
class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
#pragma pop_macro("SCENARIO")
