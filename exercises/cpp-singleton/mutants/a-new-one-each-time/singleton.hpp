#pragma once

class Singleton {
private:
    Singleton() = default;

public:
    static Singleton& getInstance() {
        return *new Singleton;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;
};
