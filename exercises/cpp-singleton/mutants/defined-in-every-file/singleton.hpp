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
            instance = std::unique_ptr<Singleton>(new Singleton);
        });
        return *instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};

std::unique_ptr<Singleton> Singleton::instance;
std::once_flag Singleton::init_flag;
