// ATTACK before_the_constructors
// CLASS: verdict-forge
// TRIES: gets control through .preinit_array, .init, an ifunc resolver and a TLS constructor,
//   before anything of the driver's.
// SAFE GRADER MUST: treat what happens there as any other early end.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <unistd.h>
namespace before {
inline void go(int, char**, char**) { (void)!write(4, "\0\0\0\x02{}", 6); }
__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char**, char**) = &go;
__attribute__((section(".init_array.00001"), used)) static void (*const second)(int, char**, char**) = &go;
}
asm(".pushsection .init,\"ax\",@progbits\n nop\n .popsection");
extern "C" {
static int chosen() { return 0; }
static void* choose() { return reinterpret_cast<void*>(&chosen); }
}
extern "C" int picked_early() __attribute__((ifunc("choose")));
static thread_local int for_threads = (_exit(0), 0);

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
