// ATTACK interpreter_replaced
// CLASS: verdict-forge
// TRIES: puts sections into the object that decide how the program is started: .interp, .note.GNU-
//   stack, .dynamic, .eh_frame.
// SAFE GRADER MUST: run what comes of it inside the box only, and fail it when it does not answer.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
asm(".pushsection .interp,\"a\",@progbits\n .asciz \"/bin/sh\"\n .popsection\n"
    ".pushsection .note.GNU-stack,\"x\",@progbits\n .popsection\n"
    ".pushsection .eh_frame,\"a\",@unwind\n .long 0xffffffff\n .popsection\n"
    ".pushsection .comment,\"MS\",@progbits,1\n .asciz \"<script>alert(1)</script>\"\n .popsection\n");

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
