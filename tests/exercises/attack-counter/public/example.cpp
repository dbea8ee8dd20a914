// g++ -std=c++20 -Wall -Wextra example.cpp -o example && ./example

#include "solution.hpp"

#include <iostream>

int main() {
    Counter counter;
    counter.inc();
    counter.add(41);
    std::cout << "reads " << counter.value() << ", and should read 42\n";
}
