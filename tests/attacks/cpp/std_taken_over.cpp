// ATTACK std_taken_over
// CLASS: verdict-forge
// TRIES: specialises std::vector<int>, std::to_string's neighbours and comparison for its own
//   purposes.
// SAFE GRADER MUST: compare outside; what std means inside decides nothing.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>
namespace std {
template <> struct equal_to<int> { bool operator()(int, int) const { return true; } };
template <> struct less<int> { bool operator()(int, int) const { return false; } };
inline string to_string(bool) { return "true"; }
template <> inline int& vector<int>::emplace_back<int>(int&&) { static int zero; return zero; }
template <> inline void vector<int>::push_back(int&&) {}
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
