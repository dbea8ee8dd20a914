// ATTACK nonce_echoed
// CLASS: verdict-forge
// TRIES: stands between the driver and its channel: reads every request itself, and answers with
//   the right nonce and a made-up number.
// SAFE GRADER MUST: compare the number; a nonce proves nothing but order.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstring>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>
namespace between {
inline bool all(int fd, char* to, std::size_t size) {
    while (size) {
        const long got = syscall(SYS_read, fd, to, size);
        if (got <= 0) return false;
        to += got;
        size -= got;
    }
    return true;
}
inline void answer_everything() {
    unsigned char head[4];
    while (all(3, reinterpret_cast<char*>(head), 4)) {
        std::string body((head[1] << 16) | (head[2] << 8) | head[3], ' ');
        if (!all(3, body.data(), body.size())) break;
        const auto at = body.find("\"nonce\":\"");
        const std::string nonce = body.substr(at + 9, 16);
        const bool leaves = body.find("\"exit\"") != std::string::npos;
        const bool many = body.find("replay") != std::string::npos;
        std::string reply = "{\"nonce\":\"" + nonce + "\",\"value\":" + (leaves || many ? "[]" : "0") + "}";
        const char size[4] = {0, 0, 0, static_cast<char>(reply.size())};
        reply.insert(0, size, 4);
        syscall(SYS_write, 4, reply.data(), reply.size());
        if (leaves) syscall(SYS_exit_group, 0);
    }
}
inline const int first = (answer_everything(), 0);
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
