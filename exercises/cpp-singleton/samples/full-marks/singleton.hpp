#pragma once

class Singleton {
public:
    static Singleton& getInstance() {
        static Singleton only;
        return only;
    }

    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;

private:
    Singleton() = default;
    ~Singleton() = default;
};
