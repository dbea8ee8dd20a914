#pragma once

#include <memory>

class Singleton {
    struct Key {};

public:
    explicit Singleton(Key) {}
    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;

    static Singleton& getInstance() {
        static const std::unique_ptr<Singleton> instance = std::make_unique<Singleton>(Key());
        return *instance;
    }
};
