// ATTACK frames_from_a_thread
// CLASS: verdict-forge
// TRIES: a thread begun before main writes replies into the channel over and over while the driver
//   waits.
// SAFE GRADER MUST: see bytes that nobody asked for as a forgery.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstring>
#include <ctime>
#include <pthread.h>
#include <unistd.h>
namespace chatter {
inline void* talk(void*) {
    for (int i = 0; i < 2000; ++i) {
        const char* text = "\0\0\0\x23{\"nonce\":\"0123456789abcdef\",\"value\":0}";
        (void)!write(4, text, 4 + 0x23);
        const timespec nap{0, 1000000};
        nanosleep(&nap, nullptr);
    }
    return nullptr;
}
inline const int started = [] {
    pthread_t thread;
    return pthread_create(&thread, nullptr, &talk, nullptr);
}();
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
