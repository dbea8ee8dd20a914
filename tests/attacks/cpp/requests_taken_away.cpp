// ATTACK requests_taken_away
// CLASS: verdict-forge
// TRIES: a thread reads the next request off the channel before the driver does, and answers it
//   twice.
// SAFE GRADER MUST: fail what is not answered once and in order.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <string>
#include <thread>
#include <unistd.h>
namespace stealing {
inline std::thread thief([] {
    char body[4096];
    for (;;) {
        const auto got = read(3, body, sizeof body);
        if (got <= 0) return;
        const std::string text(body, got);
        const auto at = text.find("\"nonce\":\"");
        if (at == std::string::npos) continue;
        std::string reply = "    {\"nonce\":\"" + text.substr(at + 9, 16) + "\",\"value\":0}";
        reply[0] = reply[1] = reply[2] = 0;
        reply[3] = static_cast<char>(reply.size() - 4);
        (void)!write(4, (reply + reply).data(), 2 * reply.size());
    }
});
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
