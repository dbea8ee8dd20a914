// A first try of station.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 example.cpp -o example && ./example

#include "station.hpp"

#include <iostream>
#include <memory>
#include <string>

bool gone = false;

class Radio : public Listener {
public:
    ~Radio() { gone = true; }
    void hear(const std::string& news) override { std::cout << "the radio says: " << news << '\n'; }
};

int main() {
    {
        Station station;
        station.add(std::make_unique<Radio>());
        station.tell("sunshine");
    }
    std::cout << (gone ? "the radio is gone, as it should be\n" : "THE RADIO IS STILL THERE\n");
    return gone ? 0 : 1;
}
