// ATTACK driver_redefined_weakly
// CLASS: verdict-forge
// TRIES: the same by mangled names, as weak symbols and aliases, which the linker accepts beside
//   the driver's.
// SAFE GRADER MUST: win: its own definitions are strong.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
extern "C" {
__attribute__((weak)) void _ZN6grader6Output7integerEx(void*, long long) {}
__attribute__((weak)) void _ZN6grader6Output7naturalEy(void*, unsigned long long) {}
__attribute__((weak)) long long _ZN6grader12read_integerERKNS_4NodeExx(const void*, long long, long long) { return 0; }
__attribute__((weak)) int main() { return 0; }
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
