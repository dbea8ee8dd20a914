#pragma once

#include <memory>
#include <mutex>

class Singleton {
private:
    inline static std::unique_ptr<Singleton> instance;
    inline static std::mutex guard;

    Singleton() = default;

public:
    static Singleton& getInstance() {
        if (!instance) {
            std::lock_guard<std::mutex> lock(guard);
            if (!instance) {
                instance.reset(new Singleton);
            }
        }
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
