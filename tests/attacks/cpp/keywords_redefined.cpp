// ATTACK keywords_redefined
// CLASS: verdict-forge
// TRIES: redefines keywords and the words of the runtime after its class, so that what follows
//   means something else.
// SAFE GRADER MUST: take such macros back before its own text, or fail the submission.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdlib>
class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};

#define SCENARIO(name) static int name##_unused() { return 0; } static auto scenario_##name
#define GRADER_REGISTER(name) static int registered_##name
#define return return 0,
#define if(...) if (false)
#define int unsigned char
#define static inline
#define const
#define auto decltype(nullptr)
#define for(...) for (; false;)
#define switch(x) switch (0)
#define case default:; if (false)
#define namespace namespace inside_out::
#define std inside_out
#define using typedef
#define public private
#define grader not_grader
