// ATTACK write_interposed
// CLASS: verdict-forge
// TRIES: defines write, read, memcmp, strlen and _exit itself; write changes every digit on its way
//   out.
// SAFE GRADER MUST: compare with what was drawn outside.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstddef>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
extern "C" ssize_t write(int fd, const void* data, size_t size) {
    char copy[4096];
    const char* from = static_cast<const char*>(data);
    const size_t part = size < sizeof copy ? size : sizeof copy;
    const char mark[] = "\"value\":";
    for (size_t i = 0, seen = 0; i < part; ++i) {
        copy[i] = from[i];
        if (seen == sizeof mark - 1 && from[i] >= '1' && from[i] <= '9') copy[i] = '0';
        seen = seen == sizeof mark - 1 ? seen : from[i] == mark[seen] ? seen + 1 : 0;
    }
    return syscall(SYS_write, fd, copy, part);
}
extern "C" int memcmp(const void*, const void*, size_t) { return 0; }

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
