#pragma once

#include <atomic>
#include <mutex>

class Singleton {
private:
    inline static std::atomic<Singleton*> instance{nullptr};
    inline static std::mutex making;

    Singleton() = default;

public:
    static Singleton& getInstance() {
        if (instance.load() == nullptr) {
            const std::lock_guard<std::mutex> lock(making);
            instance.store(new Singleton);
        }
        return *instance.load();
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
