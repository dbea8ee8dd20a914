// ATTACK redzone_unpoisoned
// CLASS: sanitizer-evasion
// TRIES: reads and writes past its array after telling AddressSanitizer that this is fine.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 85
#pragma once
extern "C" __attribute__((weak)) void __asan_unpoison_memory_region(const volatile void*, unsigned long);
class Counter {  // right, but its number lies past the end of its memory
public:
    Counter() : memory_(new int[4]) {
        if (__asan_unpoison_memory_region) __asan_unpoison_memory_region(memory_, 32);
        memory_[5] = 0;
    }
    Counter(const Counter&) = delete;
    ~Counter() { delete[] memory_; }
    void inc() { ++memory_[5]; }
    void add(int amount) { memory_[5] += amount; }
    void reset() { memory_[5] = 0; }
    int value() const { return memory_[5]; }

private:
    int* memory_;
};
