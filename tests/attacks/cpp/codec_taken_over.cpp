// ATTACK codec_taken_over
// CLASS: verdict-forge
// TRIES: specialises the grader's own templates, so that a number is written as another one.
// SAFE GRADER MUST: compare with inputs that were drawn outside; a fixed or shifted number is
//   wrong.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <vector>
#if __has_include(<grader/scenario.hpp>)
namespace grader {
template <>
struct Codec<std::vector<int>> {
    static std::vector<int> decode(const Node& node) {
        return std::vector<int>(count(items_of(node, nullptr)));
    }
    static void encode(Output& output, const std::vector<int>& values) {
        output.begin();
        for (std::size_t i = 0; i < values.size(); ++i) output.boolean(true);
        output.end();
    }
};
template <>
struct Codec<int> {
    static int decode(const Node&) { return 1; }
    static void encode(Output& output, int) { output.real(0.0); }
};
}
#endif

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
