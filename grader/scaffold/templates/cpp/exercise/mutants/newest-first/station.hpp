#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

class Listener {
public:
    virtual ~Listener() = default;
    virtual void hear(const std::string& news) = 0;
};

class Station {
public:
    void add(std::unique_ptr<Listener> listener) {
        listeners_.insert(listeners_.begin(), std::move(listener));
    }

    void tell(const std::string& news) {
        for (auto& listener : listeners_) listener->hear(news);
    }

private:
    std::vector<std::unique_ptr<Listener>> listeners_;
};
