// ATTACK descriptors_shuffled
// CLASS: verdict-forge
// TRIES: moves, swaps and closes every descriptor, and answers through the wrong ones.
// SAFE GRADER MUST: fail a reply that does not come, without being stuck.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <fcntl.h>
#include <unistd.h>
namespace shuffling {
inline const int done = [] {
    const int requests = fcntl(3, F_DUPFD, 200), replies = fcntl(4, F_DUPFD, 201);
    for (int fd = 0; fd < 64; ++fd) dup2(fd % 2 ? replies : 1, fd);
    fcntl(replies, F_SETFL, O_NONBLOCK);
    fcntl(requests, F_SETFL, O_NONBLOCK | O_ASYNC);
    (void)!write(1, "passed\n", 7);
    return 0;
}();
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
