// What becomes of samples and memory. Nothing is judged here.

#include <grader/scenario.hpp>
#include <grader/allocations.hpp>

#include <algorithm>

#include "resource.hpp"

namespace watching {

using Samples = std::vector<int>;

static_assert(requires(const Resource& one) {
    { one.data()[0] } -> std::convertible_to<int>;
    { one.size() } -> std::convertible_to<std::size_t>;
}, "size() and data() have to be there for a const Resource as well");

Resource made_of(const Samples& samples) {
    Resource made(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) made.data()[i] = samples[i];
    return made;
}

// All samples, read through a reference that does not allow more.
Samples samples_of(const Resource& one) {
    const std::size_t size = one.size();
    Samples samples;
    for (std::size_t i = 0; i < size && i < 100'000; ++i) samples.push_back(one.data()[i]);
    return samples;
}

std::uint64_t array_of(Resource& one) { return reinterpret_cast<std::uintptr_t>(one.data()); }

template <class T>
std::map<std::string, bool> promises() {
    return {{"can be copied", std::is_copy_constructible_v<T>},
            {"can be assigned a copy", std::is_copy_assignable_v<T>},
            {"move construction is noexcept", std::is_nothrow_move_constructible_v<T>},
            {"move assignment is noexcept", std::is_nothrow_move_assignable_v<T>}};
}

// These do nothing where the class does not allow it: `promises` tells.
template <class T>
void copy(std::optional<T>& made, const T& original) {
    if constexpr (std::is_copy_constructible_v<T>) made.emplace(original);
}

template <class T>
void copy_assign(T& target, const T& source) {
    if constexpr (requires { target = source; }) target = source;
}

template <class T>
void move_assign(T& target, T& source) {
    if constexpr (requires { target = static_cast<T&&>(source); })
        target = static_cast<T&&>(source);
}

std::uint64_t asked_for(const grader::Allocations& before) {
    return grader::allocations().given - before.given;
}

// How many blocks more are in use than before.
std::int64_t kept_since(const grader::Allocations& before) {
    const auto now = grader::allocations();
    return static_cast<std::int64_t>(now.given - before.given) -
           static_cast<std::int64_t>(now.taken_back - before.taken_back);
}

constexpr int most_requests = 8;

}  // namespace watching

using watching::Samples;

SCENARIO(promises)() { return watching::promises<Resource>(); }

// The samples of a new resource, on memory that is not 0 by itself.
SCENARIO(fresh)(std::size_t size) {
    const auto made = std::make_unique<Resource>(size);
    return watching::samples_of(*made);
}

SCENARIO(write)(Samples samples) { return watching::samples_of(watching::made_of(samples)); }

// Original and copy after the copy was made, and after one of them was written to.
SCENARIO(copy)(Samples samples, bool write_to_the_copy, int value) {
    Resource original = watching::made_of(samples);
    std::optional<Resource> copied;
    watching::copy(copied, original);
    if (!copied) return std::vector<Samples>();
    std::vector<Samples> seen{watching::samples_of(original), watching::samples_of(*copied)};
    Resource& written = write_to_the_copy ? *copied : original;
    if (written.size()) written.data()[0] = value;
    seen.push_back(watching::samples_of(original));
    seen.push_back(watching::samples_of(*copied));
    return seen;
}

SCENARIO(assign)(Samples target, Samples source, int value) {
    Resource to = watching::made_of(target);
    Resource from = watching::made_of(source);
    watching::copy_assign(to, from);
    std::vector<Samples> seen{watching::samples_of(from), watching::samples_of(to)};
    if (to.size()) to.data()[0] = value;
    seen.push_back(watching::samples_of(from));
    seen.push_back(watching::samples_of(to));
    return seen;
}

// Whether the target has the array of the source, how often memory was asked for, and the samples.
SCENARIO(move)(Samples samples) {
    auto from = std::make_unique<Resource>(watching::made_of(samples));
    const auto array = watching::array_of(*from);
    const auto before = grader::allocations();
    Resource to = static_cast<Resource&&>(*from);
    const auto asked = watching::asked_for(before);
    from.reset();
    return std::make_tuple(watching::array_of(to) == array, asked, watching::samples_of(to));
}

SCENARIO(move_assign)(Samples target, Samples samples) {
    auto from = std::make_unique<Resource>(watching::made_of(samples));
    Resource to = watching::made_of(target);
    const auto array = watching::array_of(*from);
    const auto before = grader::allocations();
    watching::move_assign(to, *from);
    const auto asked = watching::asked_for(before);
    from.reset();
    return std::make_tuple(watching::array_of(to) == array, asked, watching::samples_of(to));
}

// What was moved from: read to its end, copied, and assigned to.
SCENARIO(after_a_move)(Samples samples, Samples next, bool by_assignment) {
    Resource from = watching::made_of(samples);
    Resource other(1);
    if (by_assignment)
        watching::move_assign(other, from);
    else
        std::make_unique<Resource>(static_cast<Resource&&>(from)).reset();
    watching::samples_of(from);
    std::optional<Resource> copied;
    watching::copy(copied, from);
    const bool as_large = !copied || copied->size() == from.size();
    watching::copy_assign(from, watching::made_of(next));
    return std::make_tuple(as_large, watching::samples_of(from));
}

SCENARIO(assign_to_itself)(Samples samples) {
    Resource one = watching::made_of(samples);
    watching::copy_assign(one, one);
    return watching::samples_of(one);
}

SCENARIO(move_to_itself)(Samples samples, Samples next) {
    Resource one = watching::made_of(samples);
    watching::move_assign(one, one);
    watching::samples_of(one);
    watching::copy_assign(one, watching::made_of(next));
    return watching::samples_of(one);
}

// Assigns again and again, each time with memory for one request more, until all were met. Returns
// of each time whether it threw, what target and source held then, and how many blocks were lost.
SCENARIO(assign_without_memory)(Samples target, Samples source) {
    std::vector<std::tuple<bool, Samples, Samples, std::int64_t>> times;
    for (int nth = 1; nth <= watching::most_requests; ++nth) {
        Resource to = watching::made_of(target);
        const Resource from = watching::made_of(source);
        const auto before = grader::allocations();
        bool threw = false;
        try {
            const grader::NoMemory from_now_on(nth);
            watching::copy_assign(to, from);
        } catch (const std::bad_alloc&) {
            threw = true;
        }
        if (grader::allocations().failed == before.failed) break;
        const auto kept = watching::kept_since(before);
        times.emplace_back(threw, watching::samples_of(to), watching::samples_of(from), kept);
    }
    return times;
}

// The same of constructions, and of copies: whether each threw, and how many blocks were lost.
SCENARIO(construct_without_memory)(Samples samples, bool by_copy) {
    const Resource from = watching::made_of(samples);
    std::vector<std::tuple<bool, std::int64_t>> times;
    for (int nth = 1; nth <= watching::most_requests; ++nth) {
        const auto before = grader::allocations();
        bool threw = false;
        try {
            std::optional<Resource> made;
            const grader::NoMemory from_now_on(nth);
            if (by_copy)
                watching::copy(made, from);
            else
                made.emplace(samples.size());
        } catch (const std::bad_alloc&) {
            threw = true;
        }
        if (grader::allocations().failed == before.failed) break;
        times.emplace_back(threw, watching::kept_since(before));
    }
    return times;
}

// The life of many resources: what is still held when all are gone, and what was freed in another
// way than it was allocated.
SCENARIO(lives)(Samples samples, int times) {
    const auto before = grader::allocations();
    for (int i = 0; i < times; ++i) {
        Resource one = watching::made_of(samples);
        Resource two(0);
        watching::copy_assign(two, one);
        std::optional<Resource> copied;
        watching::copy(copied, two);
        Resource three = static_cast<Resource&&>(one);
        watching::copy_assign(two, three);
        watching::copy_assign(three, Resource(2 * samples.size()));
        watching::move_assign(three, two);
        watching::move_assign(one, three);
    }
    const auto kept = watching::kept_since(before);
    return std::make_tuple(kept, grader::allocations().unpaired - before.unpaired);
}

// A history of resources that grows, is sorted by size, and loses its first: the sizes at the end.
SCENARIO(history)(std::vector<std::size_t> sizes) {
    std::vector<Resource> history;
    std::vector<std::size_t> seen;
    for (const auto size : sizes) history.push_back(Resource(size));
    if constexpr (std::is_move_assignable_v<Resource>) {
        std::sort(history.begin(), history.end(),
                  [](const Resource& a, const Resource& b) { return a.size() < b.size(); });
        history.erase(history.begin());
    }
    for (const auto& one : history) seen.push_back(watching::samples_of(one).size());
    return seen;
}
