// A first try of observer.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 -Wall -Wextra -g -fsanitize=address,undefined example.cpp -o example
//     ./example
//
// It takes a `detach` that accepts observers, and does without where there is none.

#include "observer.hpp"

#include <iostream>
#include <memory>

int failures = 0;

void expect(bool holds, const char* what) {
    std::cout << (holds ? "ok    " : "WRONG ") << what << '\n';
    if (!holds) ++failures;
}

struct Display : Observer {
    void update(int value) override {
        shown = value;
        ++updates;
    }
    int shown = -1;
    int updates = 0;
};

// Attaches in the first way that the header offers.
template <class S>
decltype(auto) attach(S& subject, std::shared_ptr<Observer> observer) {
    if constexpr (requires { subject.attach(observer); }) return subject.attach(observer);
    else if constexpr (requires { subject.attach(observer.get()); }) return subject.attach(observer.get());
    else return subject.attach(*observer);
}

template <class S>
void attach_again(S& subject, std::shared_ptr<Display> display) {
    if constexpr (std::is_void_v<decltype(attach(subject, display))>) {
        attach(subject, display);
        attach(subject, display);
        subject.setState(21);
    } else {
        [[maybe_unused]] auto&& first = attach(subject, display);
        [[maybe_unused]] auto&& second = attach(subject, display);
        subject.setState(21);
    }
}

int main() {
    const std::shared_ptr<Subject> station(new Subject);
    const auto display = std::make_shared<Display>();
    attach_again(*station, display);
    expect(display->shown == 21, "a display shows what was measured");
    expect(display->updates == 1, "a display that was attached twice is told once");
    return failures == 0 ? 0 : 1;
}
