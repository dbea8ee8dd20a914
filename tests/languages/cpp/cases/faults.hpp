// One mistake a function, for the captured sanitizer reports in reports/.
#pragma once

#include <climits>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <thread>

inline int shared = 0;

inline void data_race() {
    std::thread other([] { shared = 1; });
    shared = 2;
    other.join();
}

inline void leak() {
    int* lost = new int[100];
    lost[0] = 1;
}

inline int heap_use_after_free(int* number) {
    delete number;
    return *number;
}

inline int heap_buffer_overflow(int index) {
    int* numbers = new int[4]();
    const int value = numbers[index];
    delete[] numbers;
    return value;
}

inline void double_free(char* text) {
    char* volatile again = text;
    std::free(text);
    std::free(again);
}

inline void mismatched_delete(int* numbers) { delete numbers; }

inline int stack_use_after_scope() {
    volatile int* kept = nullptr;
    {
        volatile int local = 3;
        kept = &local;
    }
    return *kept;
}

inline int null_pointer(const int* nowhere) { return *nowhere; }

inline int signed_overflow(int most) {
    return most + 1;
}

inline void lock_order() {
    static std::mutex a, b;
    std::thread([] {
        std::lock_guard<std::mutex> first(a);
        std::lock_guard<std::mutex> second(b);
    }).join();
    std::thread([] {
        std::lock_guard<std::mutex> first(b);
        std::lock_guard<std::mutex> second(a);
    }).join();
}

inline int endless(int depth) {
    volatile int room[64] = {depth};
    return endless(depth + 1) + room[0];
}

struct Base {
    ~Base() {}
    int a = 0;
};
struct Derived : Base {
    int b[20] = {};
};
inline void no_virtual_destructor() {
    Base* const base = new Derived;
    delete base;
}
