// ATTACK opens_sockets
// CLASS: escape
// TRIES: asks for sockets of every family, connects to the usual places and listens.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
namespace calling {
inline const int done = [] {
    for (int family = 0; family < 46; ++family)
        for (int kind : {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET})
            if (socket(family, kind, 0) >= 0) std::printf("NET-SOCKET %d %d\n", family, kind);
    for (const char* path : {"/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private"}) {
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        std::strcpy(where.sun_path, path);
        for (int fd = 0; fd < 80; ++fd)
            if (!connect(fd, reinterpret_cast<sockaddr*>(&where), sizeof where)) std::printf("NET-CONNECT %s\n", path);
    }
    int pair[2];
    if (!socketpair(AF_UNIX, SOCK_STREAM, 0, pair)) {
        sockaddr_un other{};
        other.sun_family = AF_UNIX;
        std::strcpy(other.sun_path + 1, "grader");
        if (!bind(pair[0], reinterpret_cast<sockaddr*>(&other), 10) || !listen(pair[0], 1)) std::puts("NET-BIND");
    }
    addrinfo* found = nullptr;
    if (!getaddrinfo("localhost", "80", nullptr, &found) && getpid() == 1) std::puts("NET-NAMES");
    std::fflush(stdout);
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
