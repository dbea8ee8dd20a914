#pragma once

#include <mutex>

class Singleton {
private:
    static Singleton* instance;
    static std::once_flag init_flag;

    Singleton() = default;
    ~Singleton() = default;

public:
    static Singleton& getInstance() {
        std::call_once(init_flag, [] { instance = new Singleton(); });
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};

inline Singleton* Singleton::instance = nullptr;
inline std::once_flag Singleton::init_flag;
