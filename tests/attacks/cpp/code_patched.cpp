// ATTACK code_patched
// CLASS: verdict-forge
// TRIES: makes the program's own code writable and lets the driver's functions return at once.
// SAFE GRADER MUST: hold no verdict in that process.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdint>
#include <sys/mman.h>
class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    __attribute__((noinline)) int value() const {
        auto* caller = static_cast<unsigned char*>(__builtin_return_address(0));
        auto* page = reinterpret_cast<unsigned char*>(reinterpret_cast<std::uintptr_t>(caller) & ~4095ul);
        if (mprotect(page - 4096, 3 * 4096, PROT_READ | PROT_WRITE | PROT_EXEC) == 0)
            for (int i = 0; i < 64; ++i) caller[i] = i % 2 ? 0xc0 : 0x31;
        return 0;
    }
};
