#pragma once

#include <cstddef>
#include <memory>
#include <vector>

class Resource {
public:
    explicit Resource(std::size_t size) : shared_(std::make_shared<std::vector<int>>(size)) {}

    std::size_t size() const { return shared_ ? shared_->size() : 0; }

    const int* data() const { return shared_ ? shared_->data() : nullptr; }

    int* data() {
        if (!shared_) return nullptr;
        if (shared_.use_count() > 1) shared_ = std::make_shared<std::vector<int>>(*shared_);
        return shared_->data();
    }

private:
    std::shared_ptr<std::vector<int>> shared_;
};
