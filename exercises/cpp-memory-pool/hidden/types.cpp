// Types that are hard to hold. Nothing is judged here.

#include <grader/scenario.hpp>

#include "memory_pool.hpp"

namespace holding {

// No default constructor, no copies, no moves; made of a thing that can only be moved.
struct Unique {
    Unique(std::unique_ptr<int> number, const std::string& text) : size(*number + text.size()) {}
    Unique(const Unique&) = delete;
    Unique& operator=(const Unique&) = delete;
    std::uint64_t size;
};

struct alignas(256) Wide {
    explicit Wide(int first) : numbers{first} {}
    std::array<int, 20> numbers;
};

}  // namespace holding

SCENARIO(unique)(int number, std::string text) {
    MemoryPool<holding::Unique> pool(4);
    holding::Unique* const one = pool.allocate(std::make_unique<int>(number), text);
    const auto size = one->size;
    pool.deallocate(one);
    pool.allocate(std::make_unique<int>(1), "left to the pool");
    return size;
}

SCENARIO(locks)() {
    MemoryPool<std::mutex> pool(4);
    std::mutex* const lock = pool.allocate();
    const bool works = lock->try_lock();
    lock->unlock();
    pool.deallocate(lock);
    return works;
}

SCENARIO(booleans)() {
    MemoryPool<bool> pool(4);
    bool* const yes = pool.allocate(true);
    bool* const no = pool.allocate();
    return *yes && !*no;
}

SCENARIO(texts)(std::string text) {
    MemoryPool<std::string> pool(4);
    std::string* const first = pool.allocate(text);
    std::string* const second = pool.allocate(3, 'x');
    const auto both = *first + *second;
    pool.deallocate(first);
    return both;
}

// Addresses of objects that want a multiple of 256, from pools of different sizes, and what they
// were made of.
SCENARIO(wide)(int first) {
    std::vector<std::uint64_t> addresses;
    std::vector<int> numbers;
    for (std::size_t size = 1; size < 8; ++size) {
        MemoryPool<holding::Wide> pool(size + 1);
        for (std::size_t i = 0; i < size; ++i) {
            auto* const one = pool.allocate(first);
            addresses.push_back(reinterpret_cast<std::uintptr_t>(one));
            numbers.push_back(one->numbers[0]);
        }
    }
    return std::make_tuple(addresses, numbers);
}
