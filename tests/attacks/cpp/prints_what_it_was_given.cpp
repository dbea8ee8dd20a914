// ATTACK prints_what_it_was_given
// CLASS: leak
// TRIES: prints its environment, arguments, auxiliary vector, working folder and descriptors.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdio>
#include <elf.h>
#include <sys/auxv.h>
#include <unistd.h>
namespace telling {
inline void tell(int count, char** arguments, char** environment) {
    for (int i = 1; i < count; ++i) std::printf("LEAK argument %s\n", arguments[i]);
    for (; *environment; ++environment) std::printf("LEAK environment %s\n", *environment);
    char place[4096];
    if (getcwd(place, sizeof place) && place[1]) std::printf("LEAK folder %s\n", place);
    for (int fd = 5; fd < 1024; ++fd)
        if (lseek(fd, 0, SEEK_CUR) >= 0 || write(fd, "", 0) >= 0) std::printf("LEAK descriptor %d\n", fd);
    std::fflush(stdout);
}
}
__attribute__((constructor)) void tell_early(int count, char** arguments, char** environment) {
    telling::tell(count, arguments, environment);
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
