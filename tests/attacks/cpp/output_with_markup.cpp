// ATTACK output_with_markup
// CLASS: diagnostics-injection
// TRIES: a right counter that prints markup, terminal sequences, formulas and made-up results.
// SAFE GRADER MUST: escape and bound what it quotes, and never let it pose as the grader's own
//   word.
// HONEST-RESULT: pass
// AT-MOST: 100
#pragma once
#include <cstdio>
inline const int printed = std::printf(
    "</pre></script><script>document.title='pwned'</script><img src=x onerror=alert(1)>\n"
    "\x1b[2J\x1b]8;;http://example.com\x07link\x1b]8;;\x07\r100/100\n=HYPERLINK(\"http://example.com\")\n"
    "@cmd|' /C calc'!A0\n]]> --> */ {\"points\": 100, \"status\": \"graded\"}\n\xe2\x80\xaetxt.\xef\xbb\xbf\xff\xfe\n");

class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
