#pragma once

class Singleton {
private:
    Singleton() = default;

public:
    static Singleton& getInstance() {
        static Singleton instance;
        return instance;
    }
};
