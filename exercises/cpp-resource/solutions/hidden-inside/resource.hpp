#pragma once

#include <cstddef>
#include <memory>
#include <vector>

class Resource {
    struct Inside {
        std::vector<int> samples;
        explicit Inside(std::size_t size) : samples(size) {}
    };
    std::unique_ptr<Inside> inside_;

public:
    explicit Resource(std::size_t size) : inside_(std::make_unique<Inside>(size)) {}
    Resource(const Resource& other)
        : inside_(other.inside_ ? std::make_unique<Inside>(*other.inside_) : nullptr) {}
    Resource(Resource&&) noexcept = default;
    Resource& operator=(const Resource& other) { return *this = Resource(other); }
    Resource& operator=(Resource&&) noexcept = default;
    ~Resource() = default;

    std::size_t size() const { return inside_ ? inside_->samples.size() : 0; }
    int* data() { return inside_ ? inside_->samples.data() : nullptr; }
    const int* data() const { return inside_ ? inside_->samples.data() : nullptr; }
};
