// Built-in scenarios that commit, on purpose, what each sanitizer exists to report. When one of
// them goes unreported, something in the program has silenced the sanitizer. Part of driver.cpp.
#pragma once

#include <grader/wire.hpp>

#include <climits>
#include <cstdlib>

#include <pthread.h>

namespace grader {
namespace {

volatile int raced = 0;
int racing = 0;

void* race(void*) {
    // Relaxed, so that the meeting itself orders nothing that the race detector would respect.
    __atomic_fetch_add(&racing, 1, __ATOMIC_RELAXED);
    while (__atomic_load_n(&racing, __ATOMIC_RELAXED) < 2) sched_yield();
    for (int i = 0; i < 1000; ++i) raced = raced + 1;
    return nullptr;
}

void canary_race(const Node&, Output& output) {
    pthread_t threads[2];
    for (auto& thread : threads) pthread_create(&thread, nullptr, race, nullptr);
    for (auto& thread : threads) pthread_join(thread, nullptr);
    output.null();
}

__attribute__((noinline)) void lose_some_memory() {
    for (int i = 0; i < 16; ++i) {
        auto* const volatile block = static_cast<char*>(std::malloc(77));
        block[0] = 'x';
    }
}

void canary_leak(const Node&, Output& output) {
    lose_some_memory();
    output.null();
}

void canary_overflow(const Node&, Output& output) {
    auto* const block = static_cast<char*>(std::calloc(8, 1));
    volatile int past_the_end = 8;
    output.integer(block[past_the_end]);
    std::free(block);
}

void canary_undefined(const Node&, Output& output) {
    volatile int most = INT_MAX;
    output.integer(most + 1);
}

const Registration canaries[] = {
    {"__canary_race", canary_race},
    {"__canary_leak", canary_leak},
    {"__canary_overflow", canary_overflow},
    {"__canary_undefined", canary_undefined},
};

}  // namespace
}  // namespace grader
