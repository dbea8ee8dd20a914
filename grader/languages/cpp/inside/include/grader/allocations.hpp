// For scenarios about memory: counts what `new` gives and `delete` takes back, and lets `new` fail.
//
//     #include <grader/scenario.hpp>
//     #include <grader/allocations.hpp>      // in one source file of the program
//
//     const auto before = grader::allocations();
//     {
//         const grader::NoMemory from_the_third(3);    // in this thread: two more, then bad_alloc
//         ...
//     }
//     const auto after = grader::allocations();        // after.given - before.given, ...
//
// Replaces all forms of `operator new` and `operator delete`. Memory from `new` holds a pattern, so
// that nothing is zero by accident. AddressSanitizer no longer sees which form was used, so that is
// counted here. Not for the profile `thread`: the counting would put threads into an order.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

#if defined(__SANITIZE_THREAD__)
#error "grader/allocations.hpp orders threads and hides races: build it in a program of its own"
#endif

namespace grader {

// Since the program began. `unpaired`: an array that was freed without `[]`, one object freed with
// `[]`, or something that `new` never gave. `failed`: refused because of a NoMemory.
struct Allocations {
    std::uint64_t given = 0, taken_back = 0, unpaired = 0, failed = 0;
};

namespace memory {

enum class Form : std::uintptr_t { one = 0, array = 1 };

inline thread_local std::int64_t left_until_failure = std::numeric_limits<std::int64_t>::max();

// Blocks that are in use. Addresses are kept inverted: as they are, LeakSanitizer would take a
// lost block for one that is still reached.
class Ledger {
public:
    bool enter(void* block, Form form) {
        const Guard guard(*this);
        if (used_ > slots / 4 * 3) return false;
        std::size_t slot = start(block);
        while (table_[slot] > gone) slot = next(slot);
        used_ += table_[slot] == empty;
        table_[slot] = key(block, form);
        ++sum_.given;
        return true;
    }

    void strike(void* block, Form form) {
        const Guard guard(*this);
        ++sum_.taken_back;
        std::size_t slot = start(block);
        while (table_[slot] != empty && (table_[slot] | 1) != (key(block, form) | 1))
            slot = next(slot);
        sum_.unpaired += table_[slot] != key(block, form);
        if (table_[slot] == empty) return;
        table_[slot] = gone;
        if (table_[next(slot)] != empty) return;
        while (table_[slot] == gone) {
            table_[slot] = empty;
            --used_;
            slot = (slot + slots - 1) % slots;
        }
    }

    void refuse() {
        const Guard guard(*this);
        ++sum_.failed;
    }

    Allocations sum() {
        const Guard guard(*this);
        return sum_;
    }

private:
    static constexpr std::size_t slots = 1 << 16;
    static constexpr std::uintptr_t empty = 0, gone = 1;

    struct Guard {
        explicit Guard(Ledger& ledger) : busy(ledger.busy_) {
            while (busy.test_and_set(std::memory_order_acquire)) {
            }
        }
        ~Guard() { busy.clear(std::memory_order_release); }
        std::atomic_flag& busy;
    };

    static std::size_t start(void* block) {
        return (reinterpret_cast<std::uintptr_t>(block) >> 4) * 40503 % slots;
    }
    static std::size_t next(std::size_t slot) { return (slot + 1) % slots; }
    static std::uintptr_t key(void* block, Form form) {
        return (~reinterpret_cast<std::uintptr_t>(block) & ~std::uintptr_t{1}) |
               static_cast<std::uintptr_t>(form);
    }

    std::atomic_flag busy_;
    Allocations sum_;
    std::size_t used_ = 0;
    std::uintptr_t table_[slots] = {};
};

inline constinit Ledger ledger;

inline void* give(std::size_t size, std::size_t alignment, Form form) {
    if (left_until_failure <= 0) {
        ledger.refuse();
        throw std::bad_alloc();
    }
    --left_until_failure;
    const std::size_t whole = (size + alignment - 1) / alignment * alignment;
    void* const block = whole < size                            ? nullptr
                        : alignment <= alignof(std::max_align_t) ? std::malloc(size ? size : 1)
                                                                 : std::aligned_alloc(alignment, whole);
    if (block == nullptr) throw std::bad_alloc();
    std::memset(block, 0xa5, size);
    if (!ledger.enter(block, form)) {
        std::free(block);
        throw std::bad_alloc();
    }
    return block;
}

inline void take_back(void* block, Form form) noexcept {
    if (block == nullptr) return;
    ledger.strike(block, form);
    std::free(block);
}

template <class Give>
void* or_null(Give give) noexcept {
    try {
        return give();
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

}  // namespace memory

inline Allocations allocations() { return memory::ledger.sum(); }

// While it lives, the nth `new` of this thread from now, and every later one, throws bad_alloc.
class NoMemory {
public:
    explicit NoMemory(std::int64_t nth) : before_(memory::left_until_failure) {
        memory::left_until_failure = nth - 1;
    }
    ~NoMemory() { memory::left_until_failure = before_; }
    NoMemory(const NoMemory&) = delete;
    NoMemory& operator=(const NoMemory&) = delete;

private:
    std::int64_t before_;
};

}  // namespace grader

#define GRADER_FORMS(brackets, form)                                                              \
    void* operator new brackets(std::size_t size) {                                               \
        return grader::memory::give(size, 1, grader::memory::Form::form);                         \
    }                                                                                             \
    void* operator new brackets(std::size_t size, std::align_val_t alignment) {                   \
        return grader::memory::give(size, static_cast<std::size_t>(alignment),                    \
                                    grader::memory::Form::form);                                  \
    }                                                                                             \
    void* operator new brackets(std::size_t size, const std::nothrow_t&) noexcept {               \
        return grader::memory::or_null([=] { return operator new brackets(size); });              \
    }                                                                                             \
    void* operator new brackets(std::size_t size, std::align_val_t alignment,                     \
                                const std::nothrow_t&) noexcept {                                 \
        return grader::memory::or_null([=] { return operator new brackets(size, alignment); });   \
    }                                                                                             \
    void operator delete brackets(void* block) noexcept {                                         \
        grader::memory::take_back(block, grader::memory::Form::form);                             \
    }                                                                                             \
    void operator delete brackets(void* block, std::size_t) noexcept {                            \
        operator delete brackets(block);                                                          \
    }                                                                                             \
    void operator delete brackets(void* block, std::align_val_t) noexcept {                       \
        operator delete brackets(block);                                                          \
    }                                                                                             \
    void operator delete brackets(void* block, std::size_t, std::align_val_t) noexcept {          \
        operator delete brackets(block);                                                          \
    }                                                                                             \
    void operator delete brackets(void* block, const std::nothrow_t&) noexcept {                  \
        operator delete brackets(block);                                                          \
    }                                                                                             \
    void operator delete brackets(void* block, std::align_val_t, const std::nothrow_t&) noexcept { \
        operator delete brackets(block);                                                          \
    }
GRADER_FORMS(, one)
GRADER_FORMS([], array)
#undef GRADER_FORMS
