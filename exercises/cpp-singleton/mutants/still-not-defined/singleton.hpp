#pragma once

#include <memory>
#include <mutex>

class Singleton {
private:
    static std::unique_ptr<Singleton> instance;
    static std::once_flag init_flag;

    Singleton() = default;

public:
    static Singleton& getInstance() {
        std::call_once(init_flag, []() {
            instance.reset(new Singleton);
        });
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
