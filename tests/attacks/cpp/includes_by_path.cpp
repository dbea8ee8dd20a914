// ATTACK includes_by_path
// CLASS: leak
// TRIES: includes whatever might hold the hidden sources, in the hope that messages quote it.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#if __has_include("/dev/stdin")
#include "/dev/stdin"
#endif
#if __has_include("/proc/self/fd/0")
#include "/proc/self/fd/0"
#endif
#if __has_include("scenarios.cpp")
#include "scenarios.cpp"
#endif
#if __has_include("../hidden/scenarios.cpp")
#include "../hidden/scenarios.cpp"
#endif
#if __has_include("../../runtime/driver/driver.cpp")
#include "../../runtime/driver/driver.cpp"
#endif
#if __has_include("/etc/passwd")
#include "/etc/passwd"
#endif
#if __has_include("/proc/self/environ")
#include "/proc/self/environ"
#endif
#if __has_include("/proc/self/cmdline")
#include "/proc/self/cmdline"
#endif

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
