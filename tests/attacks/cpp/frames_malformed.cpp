// ATTACK frames_malformed
// CLASS: verdict-forge
// TRIES: replies of every broken kind: not JSON, huge lengths, deep nesting, twice the same key,
//   NaN, half a frame, other types.
// SAFE GRADER MUST: refuse each of them and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstring>
#include <string>
#include <unistd.h>
namespace broken {
inline void frame(const std::string& body) {
    const std::size_t size = body.size();
    const char head[4] = {static_cast<char>(size >> 24), static_cast<char>(size >> 16),
                          static_cast<char>(size >> 8), static_cast<char>(size)};
    (void)!write(4, head, 4);
    (void)!write(4, body.data(), body.size());
}
inline int turn = 0;
inline int say() {
    switch (turn++ % 7) {
        case 0: frame("{\"nonce\":\"x\",\"nonce\":\"y\",\"value\":NaN}"); break;
        case 1: frame(std::string(100, '[') + std::string(100, ']')); break;
        case 2: (void)!write(4, "\x7f\xff\xff\xff", 4); break;
        case 3: frame("{\"nonce\":\"x\",\"value\":{\"int\":\"" + std::string(5000, '9') + "\"}}"); break;
        case 4: frame("\xff\xfe\xfd"); break;
        case 5: (void)!write(4, "\0\0\x03\xe8{", 5); break;
        default: frame("{\"nonce\":\"x\",\"value\":" + std::string(1000000, '1') + "}");
    }
    return 0;
}
}
class Counter {  // wrong on purpose
public:
    void inc() { broken::say(); }
    void add(int) { broken::say(); }
    void reset() { broken::say(); }
    int value() const { static int calls = 0; return calls++ ? broken::say() : 0; }
};
