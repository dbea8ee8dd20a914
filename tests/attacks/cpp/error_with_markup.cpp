// ATTACK error_with_markup
// CLASS: diagnostics-injection
// TRIES: puts markup and scripts into errors of the compiler.
// SAFE GRADER MUST: escape and bound what it quotes, and never let it pose as the grader's own
//   word.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#error </pre><script>document.title='pwned'</script><img src=x onerror=alert(1)> Points: 100/100

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
