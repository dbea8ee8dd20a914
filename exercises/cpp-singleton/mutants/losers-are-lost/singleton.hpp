#pragma once

#include <atomic>

class Singleton {
private:
    inline static std::atomic<Singleton*> instance{nullptr};

    Singleton() = default;

public:
    static Singleton& getInstance() {
        Singleton* candidate = new Singleton;
        Singleton* nobody = nullptr;
        instance.compare_exchange_strong(nobody, candidate);
        return *instance.load();
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
