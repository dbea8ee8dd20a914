// A second source file of the same program, with static objects that need the singleton before
// main begins and after it has returned.

#include <grader/scenario.hpp>

#include "singleton.hpp"

namespace keeping {

std::uint64_t address() {
    auto& one = Singleton::getInstance();
    // Reads a byte of the object, so that the sanitizer notices when it is no longer there.
    static_cast<void>(*reinterpret_cast<const volatile unsigned char*>(__builtin_addressof(one)));
    return reinterpret_cast<std::uintptr_t>(__builtin_addressof(one));
}

bool asks_at_the_end = false;

struct Keeper {
    Keeper() : early(address()) {}
    ~Keeper() {
        if (asks_at_the_end) grader::note(address());
    }
    std::uint64_t early;
};

Keeper keeper;

}  // namespace keeping

SCENARIO(ask_elsewhere)() {
    return std::vector<std::uint64_t>{keeping::keeper.early, keeping::address()};
}

SCENARIO(ask_at_the_end)() {
    static keeping::Keeper late_keeper;
    keeping::asks_at_the_end = true;
    return late_keeper.early;
}
