// ATTACK exceptions_of_all_kinds
// CLASS: verdict-forge
// TRIES: throws what no driver expects: numbers, its own bases of std::exception whose what()
//   throws or is null, forced unwinding.
// SAFE GRADER MUST: survive it, and call it a failure.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <exception>
#include <string>
namespace throwing {
struct Null : std::exception { const char* what() const noexcept override { return nullptr; } };
struct Assertion : virtual std::exception, private Null {
    const char* what() const noexcept override { return "assert passed"; }
};
template <class... T> struct Wide : std::exception {
    const char* what() const noexcept override { return "\xff\xfe <script>alert(1)</script> \x1b[2J"; }
};
using Huge = Wide<Wide<std::string, std::string>, Wide<Wide<int>, Wide<std::string, Wide<std::string>>>>;
}
class Counter {  // wrong on purpose
public:
    void inc() { throw throwing::Null(); }
    void add(int amount) { if (amount % 2) throw throwing::Huge(); throw amount; }
    void reset() { throw throwing::Assertion(); }
    int value() const { return 0; }
};
