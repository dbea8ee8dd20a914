#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <compare>
class Resource {
public:
    Resource() noexcept = default;
    explicit Resource(std::size_t n) : data_(n ? new int[n]{} : nullptr), size_(n) {}
    ~Resource() { delete[] data_; }
    Resource(const Resource& o) : Resource(o.size_) { std::copy_n(o.data_, size_, data_); }
    Resource(Resource&& o) noexcept { swap(o); }
    Resource& operator=(const Resource& o) { if (this != &o) { Resource tmp(o); swap(tmp); } return *this; }
    Resource& operator=(Resource&& o) noexcept { Resource tmp(std::move(o)); swap(tmp); return *this; }
    void swap(Resource& o) noexcept { std::swap(data_, o.data_); std::swap(size_, o.size_); }
    friend void swap(Resource& a, Resource& b) noexcept { a.swap(b); }
    std::size_t size() const { return size_; }
    int* data() { return data_; }
private:
    int* data_ = nullptr;
    std::size_t size_ = 0;
};
class R2 {
    std::unique_ptr<int[]> data_;
    std::size_t size_;
public:
    explicit R2(std::size_t n) : data_(std::make_unique<int[]>(n)), size_(n) {}
    R2(const R2& o) : data_(o.size_ ? new int[o.size_] : nullptr), size_(o.size_) { std::copy(o.data_.get(), o.data_.get() + size_, data_.get()); }
    R2(R2&& o) noexcept : data_(std::move(o.data_)), size_(std::exchange(o.size_, 0)) {}
    R2& operator=(R2 o) noexcept { std::swap(data_, o.data_); std::swap(size_, o.size_); return *this; }
    ~R2() = default;
    auto operator<=>(const R2&) const = delete;
};
struct R3 {
    explicit R3(std::size_t n) try : p(new int[n]()), n(n) {} catch (...) { throw; }
    ~R3() { clear(); }
    R3(const R3& other);
    R3& operator=(const R3& other);
    R3(R3&& other) noexcept;
    R3& operator=(R3&& other) noexcept;
private:
    void clear() noexcept { delete[] p; p = nullptr; n = 0; }
    int* p;
    std::size_t n;
};
inline R3::R3(const R3& other) : p(other.n ? new int[other.n] : nullptr), n(other.n) { if (n) std::copy(other.p, other.p + n, p); }
inline R3& R3::operator=(const R3& other) { R3 copy(other); std::swap(p, copy.p); std::swap(n, copy.n); return *this; }
inline R3::R3(R3&& other) noexcept : p(std::exchange(other.p, nullptr)), n(std::exchange(other.n, 0)) {}
inline R3& R3::operator=(R3&& other) noexcept { if (this != &other) { clear(); p = std::exchange(other.p, nullptr); n = std::exchange(other.n, 0);} return *this; }
inline R3 createResource() { return R3(1000); }
