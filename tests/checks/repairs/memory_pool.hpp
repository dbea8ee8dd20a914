#pragma once
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <set>
#include <stdexcept>
#include <unordered_set>
#include <utility>
#include <vector>
template <class T> class MemoryPool {
    union Slot { Slot* next; alignas(T) unsigned char bytes[sizeof(T)]; };
    struct Block { Block* next; bool used; alignas(T) std::byte storage[sizeof(T)]; };
    std::size_t n_;
    std::unique_ptr<Slot[]> slots_;
    Slot* free_ = nullptr;
    std::vector<bool> used_;
public:
    explicit MemoryPool(std::size_t n) : n_(n), slots_(new Slot[n]), used_(n) { for (std::size_t i = 0; i < n; ++i) { slots_[i].next = free_; free_ = &slots_[i]; } }
    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = delete;
    ~MemoryPool() { for (std::size_t i = 0; i < n_; ++i) if (used_[i]) std::destroy_at(std::launder(reinterpret_cast<T*>(slots_[i].bytes))); }
    template <class... A> T* allocate(A&&... a) { if (!free_) throw std::bad_alloc(); Slot* s = free_; Slot* next = s->next; T* p = ::new (static_cast<void*>(s->bytes)) T(std::forward<A>(a)...); free_ = next; used_[static_cast<std::size_t>(s - slots_.get())] = true; return p; }
    void deallocate(T* p) { if (!p) return; auto* s = reinterpret_cast<Slot*>(p); std::destroy_at(p); s->next = free_; free_ = s; }
};
template <class T> class Raw {
    void* memory_;
    std::vector<T*> free_;
    std::size_t capacity_;
public:
    explicit Raw(std::size_t n) : memory_(::operator new(n * sizeof(T), std::align_val_t{alignof(T)})), capacity_(n) { auto* first = static_cast<T*>(memory_); for (std::size_t i = 0; i < n; ++i) free_.push_back(first + i); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    Raw(Raw&& o) noexcept : memory_(std::exchange(o.memory_, nullptr)), free_(std::move(o.free_)), capacity_(std::exchange(o.capacity_, 0)) {}
    Raw& operator=(Raw&&) = delete;
    ~Raw() { ::operator delete(memory_, std::align_val_t{alignof(T)}); }
};
template <class T> class Vec {
    std::vector<std::unique_ptr<T>> pool_;
    std::vector<T*> free_;
    std::unordered_set<T*> out_;
public:
    explicit Vec(std::size_t n) { for (std::size_t i = 0; i < n; ++i) { pool_.push_back(std::make_unique<T>()); free_.push_back(pool_.back().get()); } }
    ~Vec() { assert(out_.empty()); }
};
template <class T> class Alloc {
    std::allocator<T> a_;
    T* base_;
    std::size_t n_;
public:
    explicit Alloc(std::size_t n) : base_(a_.allocate(n)), n_(n) {}
    ~Alloc() { a_.deallocate(base_, n_); }
    Alloc(const Alloc&) = delete;
    Alloc& operator=(const Alloc&) = delete;
};
