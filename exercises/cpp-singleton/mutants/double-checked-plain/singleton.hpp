#pragma once

#include <mutex>

class Singleton {
private:
    inline static Singleton* instance = nullptr;
    inline static std::mutex making;

    Singleton() = default;

public:
    static Singleton& getInstance() {
        if (instance == nullptr) {
            const std::lock_guard<std::mutex> lock(making);
            if (instance == nullptr) {
                instance = new Singleton;
            }
        }
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
