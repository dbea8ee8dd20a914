// What can be seen of the singleton from one source file.

#include <grader/scenario.hpp>

#include <cstdlib>
#include <new>

#include "singleton.hpp"

namespace watching {

template <class T>
constexpr bool gives_a_reference() {
    if constexpr (requires { T::getInstance(); })
        return std::is_lvalue_reference_v<decltype(T::getInstance())>;
    else
        return true;  // the compiler will say what is missing
}

static_assert(gives_a_reference<Singleton>(),
              "getInstance() has to return a reference to the object: Singleton&");

std::uint64_t address() {
    return reinterpret_cast<std::uintptr_t>(__builtin_addressof(Singleton::getInstance()));
}

// A thread that asks, and makes an object as large as a Singleton on the heap, is held up until
// all threads have come that far, or all have made their call and had time to look around: what
// two threads can do at the same time, they do. Bounded, for with a lock nobody else will come;
// relaxed, so that nothing here orders what the learner's code does.
std::atomic<int> expected{0};
std::atomic<int> calling{0};
std::atomic<int> making{0};
thread_local bool asking = false;

constexpr std::chrono::milliseconds time_to_look{20}, patience{300};

void hold_up(std::size_t size) {
    const auto read = [](const auto& number) { return number.load(std::memory_order_relaxed); };
    const int all = read(expected);
    if (!asking || size != sizeof(Singleton)) return;
    making.fetch_add(1, std::memory_order_relaxed);
    const auto begin = std::chrono::steady_clock::now();
    auto waited = begin - begin;
    while (read(making) < all && waited < (read(calling) < all ? patience : time_to_look)) {
        std::this_thread::yield();
        waited = std::chrono::steady_clock::now() - begin;
    }
}

// What compiles outside the class. Asked of the compiler itself, not of std traits.
template <class T>
std::vector<std::string> ways_to_another() {
    std::vector<std::string> ways;
    const auto note = [&](bool compiles, const char* what) {
        if (compiles) ways.emplace_back(what);
    };
    note(__is_constructible(T) || requires { ::new T; } || requires { ::new T(); },
         "a new Singleton");
    // What is in the braces is made on the way, without ever being named.
    note(requires { ::new T({}); }, "a new Singleton from {}");
    note(__is_constructible(T, T&) || __is_constructible(T, const T&) ||
             requires(const T& one) { ::new T(one); },
         "a copy");
    note(__is_constructible(T, T&&) || requires(T& one) { ::new T(static_cast<T&&>(one)); },
         "a moved one");
    note(requires(T& one, const T& other) { one = other; }, "an assignment");
    note(requires(T& one, T& other) { one = static_cast<T&&>(other); }, "a moving assignment");
    return ways;
}

}  // namespace watching

SCENARIO(ways)() { return watching::ways_to_another<Singleton>(); }

SCENARIO(ask)(int times) {
    std::vector<std::uint64_t> addresses;
    for (int i = 0; i < times; ++i) addresses.push_back(watching::address());
    return addresses;
}

SCENARIO(ask_at_once)(int threads) {
    watching::expected = threads;
    return grader::at_once(threads, [](int) {
        watching::asking = true;
        watching::calling.fetch_add(1, std::memory_order_relaxed);
        return watching::address();
    });
}

#ifdef __SANITIZE_THREAD__

void* operator new(std::size_t size) {
    watching::hold_up(size);
    if (void* const memory = std::malloc(size ? size : 1)) return memory;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

#endif
