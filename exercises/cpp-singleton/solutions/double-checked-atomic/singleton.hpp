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
        Singleton* found = instance.load(std::memory_order_acquire);
        if (found == nullptr) {
            const std::lock_guard<std::mutex> lock(making);
            found = instance.load(std::memory_order_relaxed);
            if (found == nullptr) {
                found = new Singleton;
                instance.store(found, std::memory_order_release);
            }
        }
        return *found;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
