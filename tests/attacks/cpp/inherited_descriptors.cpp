// ATTACK inherited_descriptors
// CLASS: escape
// TRIES: looks for descriptors that were left open, and reads, writes, sends and receives on each.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>
namespace inherited {
inline const int done = [] {
    for (int fd = 0; fd < 4096; ++fd) {
        if (fcntl(fd, F_GETFD) < 0) continue;
        if (fd > 4) std::printf("ESC descriptor %d is open\n", fd);
        char byte = 'x';
        if (ioctl(fd, TIOCSTI, &byte) == 0) std::printf("ESC terminal %d\n", fd);
        int one = 1;
        if (ioctl(fd, TIOCLINUX, &one) == 0 || ioctl(fd, TIOCSCTTY, 0) == 0) std::printf("ESC terminal %d\n", fd);
        char rights[CMSG_SPACE(sizeof(int))] = {};
        msghdr message{};
        message.msg_control = rights;
        message.msg_controllen = sizeof rights;
        if (sendmsg(fd, &message, MSG_DONTWAIT) >= 0 || recvmsg(fd, &message, MSG_DONTWAIT) >= 0) std::printf("ESC socket %d\n", fd);
    }
    if (open("/dev/tty", O_RDWR) >= 0 || open("/dev/ptmx", O_RDWR) >= 0) std::puts("ESC tty");
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
