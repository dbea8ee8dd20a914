#pragma once

#include <memory>

class Singleton {
private:
    inline static std::unique_ptr<Singleton> instance;

    Singleton() = default;

public:
    static Singleton& getInstance() {
        if (!instance) {
            instance.reset(new Singleton);
        }
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
