// ATTACK threads_without_end
// CLASS: dos-run
// TRIES: makes threads until it may not, each of which makes more.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <pthread.h>
#include <unistd.h>
namespace crowding {
inline void* more(void*) {
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 16384);
    for (int i = 0; i < 2000; ++i) { pthread_t thread; if (pthread_create(&thread, &small, &more, nullptr)) usleep(1000); }
    for (;;) pause();
}
}

class Counter {  // wrong on purpose
public:
    void inc() { crowding::more(nullptr); }
    void add(int) { crowding::more(nullptr); }
    void reset() { crowding::more(nullptr); }
    int value() const { return 0; }
};
