#pragma once

class Singleton {
public:
    static Singleton& getInstance() { return instance; }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;

private:
    constexpr Singleton() = default;

    static Singleton instance;
};

inline constinit Singleton Singleton::instance;
