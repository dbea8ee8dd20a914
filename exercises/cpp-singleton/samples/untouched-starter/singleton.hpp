#pragma once

class Singleton {
private:
    static std::unique_ptr<Singleton> instance;
    static std::once_flag init_flag;
    
    Singleton() = default;

public:
    static Singleton& getInstance() {
        std::call_once(init_flag, []() {
            instance = std::make_unique<Singleton>();
        });
        return *instance;
    }
    
    // Delete copy constructor and assignment
    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
