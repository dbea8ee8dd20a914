// ATTACK output_for_slow_patterns
// CLASS: diagnostics-injection
// TRIES: prints lines on the error stream on which patterns for sanitizer reports take long.
// SAFE GRADER MUST: read hostile text in bounded time.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdio>
#include <string>
namespace slow {
inline const int printed = [] {
    std::string line = "    #1 " + std::string(400, ' ') + "(program+0x";
    for (int i = 0; i < 60; ++i) std::fprintf(stderr, "%s%s\n", line.c_str(), std::string(300, ' ').c_str());
    for (int i = 0; i < 60; ++i) std::fprintf(stderr, "WARNING: ThreadSanitizer: %s\n", std::string(900, '(').c_str());
    for (int i = 0; i < 60; ++i) std::fprintf(stderr, "    #0 %s:1:1 (%s\n", std::string(900, ' ').c_str(), std::string(200, ':').c_str());
    for (unsigned i = 0; i < 900; ++i) std::fprintf(stderr, "    #0 0x1  (/tmp/program+0x%x)\n", i * 64);
    return 0;
}();
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
