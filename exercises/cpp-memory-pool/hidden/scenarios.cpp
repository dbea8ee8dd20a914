// What a pool gives and takes back. Nothing is judged here.

#include <grader/scenario.hpp>
#include <grader/allocations.hpp>

#include <algorithm>

#include "memory_pool.hpp"

namespace watching {

using Address = std::uint64_t;
using Addresses = std::vector<Address>;
using Number = long long;

// Something that is counted. It can be made to fail.
struct Counted {
    static inline std::int64_t made = 0, gone = 0;
    static inline bool fails = false;

    Counted() {
        if (fails) throw std::domain_error("no object today");
        ++made;
    }
    Counted(const Counted& other) : value(other.value) { ++made; }
    Counted& operator=(const Counted&) = default;
    ~Counted() { ++gone; }

    static std::int64_t alive() { return made - gone; }

    int value = 7;
};

template <class T>
Address address(T* pointer) {
    return reinterpret_cast<std::uintptr_t>(pointer);
}

template <class T>
T* pointer_to(Address address) {
    return reinterpret_cast<T*>(static_cast<std::uintptr_t>(address));
}

// Whether a std::exception came of it: "yes", "no", or "something else".
template <class Action>
std::string throws(Action action) {
    try {
        action();
    } catch (const std::exception&) {
        return "yes";
    } catch (...) {
        return "something else";
    }
    return "no";
}

template <class T>
std::vector<T*> take(MemoryPool<T>& pool, std::size_t count) {
    std::vector<T*> taken;
    for (std::size_t i = 0; i < count; ++i) taken.push_back(pool.allocate());
    return taken;
}

// Takes until the pool has no more, however it says so, or until there are `most`.
template <class T>
std::vector<T*> take_all(MemoryPool<T>& pool, std::size_t most) {
    std::vector<T*> taken;
    T* one = nullptr;
    const auto more = [&] { return throws([&] { one = pool.allocate(); }) == "no" && one; };
    while (taken.size() < most && more()) taken.push_back(one);
    return taken;
}

// How many are enough to tell a pool that has too many.
constexpr std::size_t enough(std::size_t size) { return size + 3; }

// How many objects a pool of that size really has room for: what goes wrong with one that has too
// few or too many is not to be blamed on anything else.
template <class T>
std::size_t room(std::size_t size) {
    MemoryPool<T> pool(size);
    return take_all(pool, enough(size)).size();
}

template <class T>
Addresses addresses(const std::vector<T*>& pointers) {
    Addresses all;
    for (T* const pointer : pointers) all.push_back(address(pointer));
    return all;
}

std::int64_t kept_since(const grader::Allocations& before) {
    const auto now = grader::allocations();
    return static_cast<std::int64_t>(now.given - before.given) -
           static_cast<std::int64_t>(now.taken_back - before.taken_back);
}

template <class T>
void move_construct(std::optional<T>& made, T& from) {
    if constexpr (std::is_move_constructible_v<T>) made.emplace(static_cast<T&&>(from));
}

template <class T>
bool move_assign(T& target, T& from) {
    if constexpr (std::is_move_assignable_v<T>) target = static_cast<T&&>(from);
    return std::is_move_assignable_v<T>;
}

template <class T>
std::vector<std::string> ways_to_copy() {
    std::vector<std::string> ways;
    if (std::is_copy_constructible_v<T>) ways.emplace_back("construction");
    if (std::is_copy_assignable_v<T>) ways.emplace_back("assignment");
    return ways;
}

}  // namespace watching

using namespace watching;

// A pool that is emptied, each object written to: where they are, what they held afterwards, and
// whether one more throws.
SCENARIO(empty_it)(std::size_t size) {
    MemoryPool<Number> pool(size);
    const auto taken = take(pool, size);
    for (std::size_t i = 0; i < taken.size(); ++i) *taken[i] = static_cast<Number>(i + 1);
    const auto threw = throws([&] { pool.allocate(); });
    std::vector<Number> held;
    for (Number* const number : taken) held.push_back(*number);
    return std::make_tuple(addresses(taken), held, threw);
}

// Empties a pool, gives everything back in the given order, and empties it again.
SCENARIO(fill_and_empty_again)(std::size_t size, std::vector<std::size_t> order) {
    MemoryPool<Number> pool(size);
    const auto taken = take(pool, size);
    for (const auto index : order) pool.deallocate(taken[index]);
    return addresses(take_all(pool, enough(size)));
}

// Takes and gives back one object, again and again: how often it worked.
SCENARIO(one_after_another)(std::size_t size, int times) {
    MemoryPool<Number> pool(size);
    for (int i = 0; i < times; ++i) pool.deallocate(pool.allocate());
    return times;
}

// Takes `taken`, gives the one at `first` back, then those at `between`, then `first` once more.
// Whether that threw, for how many there is room, what is still in use, and what the pool hands out
// until it is empty.
SCENARIO(give_back_twice)
(std::size_t size, std::size_t taken, std::size_t first, std::vector<std::size_t> between) {
    MemoryPool<Number> pool(size);
    auto in_use = take(pool, taken);
    Number* const twice = in_use[first];
    std::vector<Number*> given_back{twice};
    pool.deallocate(twice);
    for (const auto index : between) {
        given_back.push_back(in_use[index]);
        pool.deallocate(in_use[index]);
    }
    const auto threw = throws([&] { pool.deallocate(twice); });
    std::erase_if(in_use, [&](Number* one) {
        return std::find(given_back.begin(), given_back.end(), one) != given_back.end();
    });
    const auto more = take_all(pool, enough(size) - in_use.size());
    return std::make_tuple(threw, room<Number>(size), addresses(in_use), addresses(more));
}

// The same with objects that are counted: how many were made and destroyed.
SCENARIO(destroy_twice)() {
    MemoryPool<Counted> pool(3);
    const auto taken = take(pool, 2);
    const auto before = Counted::gone;
    pool.deallocate(taken[0]);
    const auto threw = throws([&] { pool.deallocate(taken[0]); });
    return std::make_tuple(threw, Counted::gone - before);
}

// Gives back a pointer of the given kind. Whether that threw, the pointer, for how many there is
// room, what is in use, and what the pool hands out until it is empty.
SCENARIO(give_back_foreign)(std::size_t size, std::size_t taken, std::string kind) {
    MemoryPool<Number> pool(size), other(size);
    const auto in_use = take(pool, taken);
    const auto [lowest, highest] = std::minmax_element(in_use.begin(), in_use.end());
    const auto others = take(other, 1);
    Number local = 5;
    auto foreign = address(&local);
    if (kind == "other pool") foreign = address(others[0]);
    if (kind == "middle") foreign = address(in_use[0]) + sizeof(Number) / 2;
    if (kind == "before") foreign = address(*lowest) - 64 * sizeof(Number);
    if (kind == "behind") foreign = address(*highest) + 64 * size * sizeof(Number);
    if (kind == "null") foreign = 0;
    const auto threw = throws([&] { pool.deallocate(pointer_to<Number>(foreign)); });
    const auto more = take_all(pool, enough(size) - taken);
    return std::make_tuple(threw, foreign, room<Number>(size), addresses(in_use), addresses(more));
}

// A local object, and one of another pool, offered to a pool: how many of them were destroyed.
SCENARIO(destroy_foreign)() {
    MemoryPool<Counted> pool(3), other(3);
    take(pool, 1);
    const auto others = take(other, 1);
    Counted local;
    const auto before = Counted::gone;
    const auto first = throws([&] { pool.deallocate(&local); });
    const auto second = throws([&] { pool.deallocate(others[0]); });
    const auto destroyed = Counted::gone - before;
    return std::make_tuple(first, second, destroyed);
}

// How many objects had been made, and were alive, when the pool was ready; when it had handed out
// `taken`; when `back` of them had come back; when the pool had gone.
SCENARIO(counts)(std::size_t size, std::size_t taken, std::size_t back) {
    const auto made = Counted::made, alive = Counted::alive();
    std::vector<std::tuple<std::int64_t, std::int64_t>> seen;
    const auto look = [&] { seen.emplace_back(Counted::made - made, Counted::alive() - alive); };
    {
        MemoryPool<Counted> pool(size);
        look();
        const auto all = take(pool, taken);
        look();
        for (std::size_t i = 0; i < back; ++i) pool.deallocate(all[i]);
        look();
    }
    look();
    return seen;
}

// All places of a pool are used, each is written to, and all are used again: what the first and
// the second users found, in objects and in numbers.
SCENARIO(second_users)(int secret) {
    MemoryPool<Counted> objects(3);
    MemoryPool<Number> numbers(3);
    std::vector<std::vector<Number>> found(2);
    for (auto& user : found) {
        const auto some = take_all(objects, enough(3));
        const auto others = take_all(numbers, enough(3));
        for (Counted* const one : some) user.push_back(std::exchange(one->value, secret));
        for (Number* const one : others) user.push_back(std::exchange(*one, secret));
        for (Counted* const one : some) objects.deallocate(one);
        for (Number* const one : others) numbers.deallocate(one);
    }
    return found;
}

// Constructors fail `times` times. What reached the caller, for how many objects there is room
// then, and in a pool where none failed; and how many were destroyed that were never made.
SCENARIO(failing_constructor)(std::size_t size, int times) {
    std::vector<std::string> came;
    std::size_t left = 0;
    const auto alive = Counted::alive();
    for (const bool uses_all : {false, true}) {
        MemoryPool<Counted> pool(size);
        came.clear();
        Counted::fails = true;
        for (int i = 0; i < times; ++i) {
            try {
                pool.allocate();
                came.emplace_back("nothing");
            } catch (const std::domain_error&) {
                came.emplace_back("its own");
            } catch (...) {
                came.emplace_back("something else");
            }
        }
        Counted::fails = false;
        if (uses_all) left = take_all(pool, enough(size)).size();
    }
    const auto too_many = alive - Counted::alive();
    return std::make_tuple(came, left, room<Counted>(size), too_many);
}

SCENARIO(ways_to_copy)() { return watching::ways_to_copy<MemoryPool<Number>>(); }

// If a pool can be moved: for how many there is room, what is in use when one of two was given back
// to the target, what that holds, what the target then hands out, and where the source makes an
// object, if it does. Else nothing.
SCENARIO(move_it)(std::size_t size, bool by_assignment) {
    using Pool = MemoryPool<Number>;
    std::optional<std::tuple<std::size_t, Addresses, Number, Addresses, Addresses>> seen;
    Pool source(size);
    std::optional<Pool> target;
    auto in_use = take(source, 2);
    *in_use[0] = 11;
    *in_use[1] = 12;
    if (by_assignment) {
        Pool& there = target.emplace(2);
        there.allocate();
        if (!move_assign(there, source)) return seen;
    } else {
        move_construct(target, source);
        if (!target) return seen;
    }
    target->deallocate(in_use[0]);
    in_use.erase(in_use.begin());
    const auto more = addresses(take_all(*target, enough(size) - 1));
    const auto made = addresses(take_all(source, 1));
    seen.emplace(room<Number>(size), addresses(in_use), *in_use[0], more, made);
    return seen;
}

// How many objects are alive after a pool with `here` was assigned one with `there`, and after
// both pools have gone. Nothing if a pool cannot be assigned.
SCENARIO(move_onto)(std::size_t here, std::size_t there) {
    const auto alive = Counted::alive();
    std::vector<std::int64_t> seen;
    {
        MemoryPool<Counted> target(6), source(6);
        take(target, here);
        take(source, there);
        if (!move_assign(target, source)) return seen;
        seen.push_back(Counted::alive() - alive);
    }
    seen.push_back(Counted::alive() - alive);
    return seen;
}

// How often the heap was asked while objects came and went, and what was kept and freed wrongly
// when the pool had gone.
SCENARIO(heap)(std::size_t size, int rounds) {
    const auto at_first = grader::allocations();
    std::uint64_t asked = 0;
    {
        MemoryPool<Number> pool(size + 2);
        std::array<Number*, 64> taken{};
        const auto before = grader::allocations();
        for (int i = 0; i < rounds; ++i) {
            for (std::size_t j = 0; j < size; ++j) taken[j] = pool.allocate();
            for (std::size_t j = 0; j < size; ++j) pool.deallocate(taken[j]);
        }
        asked = grader::allocations().given - before.given;
    }
    const auto kept = kept_since(at_first);
    return std::make_tuple(asked, kept, grader::allocations().unpaired - at_first.unpaired);
}
