// ATTACK driver_redefined
// CLASS: verdict-forge
// TRIES: defines the driver's own functions with their exact names.
// SAFE GRADER MUST: refuse to link two of them, or not care.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstddef>
#include <string>
#if __has_include(<grader/wire.hpp>)
#include <grader/wire.hpp>
namespace grader {
void Output::integer(long long) { json_ += "0"; }
void Output::natural(unsigned long long) { json_ += "0"; }
long long read_integer(const Node&, long long, long long) { return 0; }
}
#endif

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
