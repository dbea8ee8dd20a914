// ATTACK posing_as_system
// CLASS: build-pragmas
// TRIES: calls itself a system header, and switches diagnostics, checks and standards about.
// SAFE GRADER MUST: compile its own text as it means it, or fail the submission.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#pragma GCC system_header
#pragma GCC diagnostic ignored "-fpermissive"
#pragma GCC diagnostic push
#pragma STDC FENV_ACCESS ON
#pragma omp parallel for
#pragma GCC ivdep
#pragma ident "passed"
_Pragma("GCC poison delete") _Pragma("GCC warning \"<script>alert(1)</script>\"")

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
