#pragma once

class Singleton {
private:
    Singleton() = default;

public:
    static Singleton& getInstance() {
        thread_local Singleton instance;
        return instance;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
