// The narrow waist between a scenario and the driver: what crosses is plain data, both ways.
// Everything declared here is defined in driver.cpp, which never sees a line of the learner's.
#pragma once

#include <cstddef>
#include <string>

namespace grader {

struct Node;  // one value of a request, as it was decoded

// Readers. Each throws Mismatch when the node is something else or out of range.
bool is_null(const Node& node);
bool read_bool(const Node& node);
long long read_integer(const Node& node, long long least, long long most);
unsigned long long read_natural(const Node& node, unsigned long long most);
double read_real(const Node& node);
std::string read_text(const Node& node);

// The items of a list, or of a container with a tag such as "tuple" or "dict".
const Node& items_of(const Node& node, const char* tag);
std::size_t count(const Node& items);
const Node& item(const Node& items, std::size_t index);
void expect_count(const Node& items, std::size_t expected);

// Writes one value in the project's encoding. `begin` and `end` enclose a container.
class Output {
public:
    void null();
    void boolean(bool value);
    void integer(long long value);
    void natural(unsigned long long value);
    void real(double value);
    void text(const char* data, std::size_t size);
    void begin(const char* tag = nullptr);
    void end();
    const std::string& json() const { return json_; }

private:
    void separate();
    std::string json_;
    std::string open_;
};

using Entry = void (*)(const Node& arguments, Output& output);

// A scenario that the driver can call; made once for each SCENARIO.
class Registration {
public:
    Registration(const char* name, Entry entry);
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;

    const char* const name;
    const Entry entry;
    const Registration* const next;
};

// Something to be told after main has returned: it travels with the answer to "exit".
void keep_note(const Output& output);

}  // namespace grader
