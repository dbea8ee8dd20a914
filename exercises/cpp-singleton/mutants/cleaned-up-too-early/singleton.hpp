#pragma once

#include <mutex>

class Singleton {
private:
    inline static Singleton* instance = nullptr;
    inline static std::once_flag init_flag;

    Singleton() = default;

public:
    struct Cleaner {
        ~Cleaner() {
            delete instance;
            instance = nullptr;
        }
    };

    static Singleton& getInstance() {
        std::call_once(init_flag, []() { instance = new Singleton; });
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};

// Frees the instance at the end of the program.
static Singleton::Cleaner cleaner;
