// Readers of argument nodes and the writer of observations, as declared in wire.hpp.
// Part of driver.cpp.
#pragma once

#include "json.hpp"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace grader {

// An argument is not what the scenario takes: the author's mistake, never the learner's.
struct Mismatch {
    std::string what;
};

namespace {

constexpr long long safe_integer = 1LL << 53;

const Node& tagged(const Node& node, std::string_view tag, Node::Kind kind, const char* expected) {
    if (node.kind == Node::Kind::object && node.keys.size() == 1)
        if (const Node* body = node.find(tag); body && body->kind == kind) return *body;
    throw Mismatch{std::string("an argument is not ") + expected};
}

template <class T>
T digits(const Node& node, const char* expected) {
    const std::string& text = tagged(node, "int", Node::Kind::text, expected).text;
    T value{};
    const char* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end)
        throw Mismatch{"an integer argument does not fit its type"};
    return value;
}

void quote(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(byte));
            json += escaped;
        } else {
            json += c;
        }
    }
    json += '"';
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(text, at);
        if (!length) return false;
        at += length;
    }
    return true;
}

}  // namespace

bool is_null(const Node& node) { return node.kind == Node::Kind::null; }

bool read_bool(const Node& node) {
    if (node.kind != Node::Kind::boolean) throw Mismatch{"an argument is not a bool"};
    return node.number != 0;
}

long long read_integer(const Node& node, long long least, long long most) {
    const bool plain = node.kind == Node::Kind::integer;
    const long long value = plain ? node.number : digits<long long>(node, "an integer");
    if (value < least || value > most)
        throw Mismatch{"an integer argument does not fit its type"};
    return value;
}

unsigned long long read_natural(const Node& node, unsigned long long most) {
    const bool plain = node.kind == Node::Kind::integer;
    if (plain && node.number < 0) throw Mismatch{"an integer argument does not fit its type"};
    const auto value = plain ? static_cast<unsigned long long>(node.number)
                             : digits<unsigned long long>(node, "an integer");
    if (value > most) throw Mismatch{"an integer argument does not fit its type"};
    return value;
}

double read_real(const Node& node) {
    const std::string& text = tagged(node, "float", Node::Kind::text, "a float").text;
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end) throw Mismatch{"an argument is not a float"};
    return value;
}

std::string read_text(const Node& node) {
    if (node.kind == Node::Kind::text) return node.text;
    throw Mismatch{"an argument is not a string"};
}

const Node& items_of(const Node& node, const char* tag) {
    if (tag) return tagged(node, tag, Node::Kind::list, tag);
    if (node.kind != Node::Kind::list) throw Mismatch{"an argument is not a list"};
    return node;
}

std::size_t count(const Node& items) { return items.items.size(); }

const Node& item(const Node& items, std::size_t index) { return items.items[index]; }

void expect_count(const Node& items, std::size_t expected) {
    if (count(items) != expected)
        throw Mismatch{"expected " + std::to_string(expected) + " arguments or items, got " +
                       std::to_string(count(items))};
}

void Output::separate() {
    if (!json_.empty() && json_.back() != '[') json_ += ',';
}

void Output::null() { separate(), json_ += "null"; }

void Output::boolean(bool value) { separate(), json_ += value ? "true" : "false"; }

void Output::integer(long long value) {
    if (value >= 0) return natural(static_cast<unsigned long long>(value));
    separate();
    const std::string text = std::to_string(value);
    json_ += value > -safe_integer ? text : "{\"int\":\"" + text + "\"}";
}

void Output::natural(unsigned long long value) {
    separate();
    const std::string text = std::to_string(value);
    json_ += value < safe_integer ? text : "{\"int\":\"" + text + "\"}";
}

void Output::real(double value) {
    separate();
    char text[64];
    std::snprintf(text, sizeof text, "%a", value);
    const char* const shown = std::isnan(value) ? "nan" : text;
    json_ += std::string("{\"float\":\"") + shown + "\"}";
}

// A string that is not UTF-8 cannot be a str on the other side: it travels as bytes.
void Output::text(const char* data, std::size_t size) {
    separate();
    const std::string_view text(data, size);
    if (is_utf8(text)) return quote(json_, text);
    static constexpr char digits[] = "0123456789abcdef";
    json_ += "{\"bytes\":\"";
    for (const char c : text) {
        json_ += digits[static_cast<unsigned char>(c) >> 4];
        json_ += digits[static_cast<unsigned char>(c) & 15];
    }
    json_ += "\"}";
}

void Output::begin(const char* tag) {
    separate();
    if (tag) json_ += std::string("{\"") + tag + "\":";
    json_ += '[';
    open_ += tag ? '}' : ']';
}

void Output::end() {
    json_ += ']';
    if (open_.back() == '}') json_ += '}';
    open_.pop_back();
}

}  // namespace grader
