#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

class Listener {
public:
    virtual void hear(const std::string& news) = 0;
};

// A shared pointer remembers how to destroy what it was made from.
class Station {
public:
    template <class Kind>
    void add(std::unique_ptr<Kind> listener) {
        listeners_.push_back(std::shared_ptr<Kind>(std::move(listener)));
    }

    void tell(const std::string& news) {
        for (auto& listener : listeners_) listener->hear(news);
    }

private:
    std::vector<std::shared_ptr<Listener>> listeners_;
};
