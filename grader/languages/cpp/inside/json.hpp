// A small strict reader of requests: UTF-8 JSON, bounded depth, no duplicate keys, integers only.
// (Doubles travel as {"float": "hex"}.) Part of driver.cpp.
#pragma once

#include <grader/wire.hpp>

#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grader {

// `items` are those of a list, or the values of an object, whose names are in `keys`.
struct Node {
    enum class Kind { null, boolean, integer, text, list, object };

    explicit Node(Kind kind, long long number = 0) : kind(kind), number(number) {}

    const Node* find(std::string_view key) const {
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (keys[i] == key) return &items[i];
        return nullptr;
    }

    Kind kind;
    long long number;
    std::string text;
    std::vector<Node> items;
    std::vector<std::string> keys;
};

struct Malformed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The length of the well-formed UTF-8 sequence at `at`, or 0.
inline std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
    const unsigned second = byte(at + 1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || beyond ? 0 : length;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Node document() {
        Node node = value(0);
        skip_space();
        if (at_ != text_.size()) fail("text after the end");
        return node;
    }

private:
    static constexpr int max_depth = 64;

    [[noreturn]] void fail(const char* what) const {
        throw Malformed(std::string(what) + " at byte " + std::to_string(at_));
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip_space() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
    }
    void expect(char wanted) {
        skip_space();
        if (peek() != wanted) fail("unexpected character");
        ++at_;
    }
    bool accept(char wanted) {
        skip_space();
        if (peek() != wanted) return false;
        ++at_;
        return true;
    }

    Node value(int depth) {
        if (depth > max_depth) fail("too deep");
        skip_space();
        switch (peek()) {
            case '{': return object(depth);
            case '[': return list(depth);
            case '"': return text();
            case 't': return word("true", Node{Node::Kind::boolean, 1});
            case 'f': return word("false", Node{Node::Kind::boolean, 0});
            case 'n': return word("null", Node{Node::Kind::null});
            default: return integer();
        }
    }
    Node word(std::string_view expected, Node node) {
        if (text_.substr(at_, expected.size()) != expected) fail("unknown word");
        at_ += expected.size();
        return node;
    }
    Node text() {
        Node node{Node::Kind::text};
        node.text = string();
        return node;
    }
    Node integer() {
        const char* const begin = text_.data() + at_;
        Node node{Node::Kind::integer};
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), node.number);
        if (error != std::errc{}) fail("not a number in range");
        const char* const first = begin + (*begin == '-');
        if (*first == '0' && end - first > 1) fail("a number that begins with 0");
        at_ += static_cast<std::size_t>(end - begin);
        if (peek() == '.' || peek() == 'e' || peek() == 'E') fail("not an integer");
        return node;
    }
    Node list(int depth) {
        Node node{Node::Kind::list};
        expect('[');
        if (accept(']')) return node;
        do node.items.push_back(value(depth + 1));
        while (accept(','));
        expect(']');
        return node;
    }
    Node object(int depth) {
        Node node{Node::Kind::object};
        expect('{');
        if (accept('}')) return node;
        do {
            skip_space();
            std::string key = string();
            if (node.find(key)) fail("duplicate key");
            expect(':');
            node.keys.push_back(std::move(key));
            node.items.push_back(value(depth + 1));
        } while (accept(','));
        expect('}');
        return node;
    }
    std::string string() {
        expect('"');
        std::string text;
        while (peek() != '"') {
            if (at_ >= text_.size() || static_cast<unsigned char>(peek()) < 0x20) fail("bad text");
            if (peek() == '\\') {
                ++at_;
                escape(text);
                continue;
            }
            const std::size_t length = utf8_length(text_, at_);
            if (!length) fail("not UTF-8");
            text.append(text_.substr(at_, length));
            at_ += length;
        }
        ++at_;
        return text;
    }
    void escape(std::string& text) {
        static constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        const char letter = peek();
        ++at_;
        if (const auto which = letters.find(letter); letter && which != letters.npos)
            text += meanings[which];
        else if (letter == 'u')
            append(text, code_point());
        else
            fail("unknown escape");
    }
    std::uint32_t code_point() {
        const std::uint32_t first = four_digits();
        if (first < 0xD800 || first > 0xDFFF) return first;
        if (first > 0xDBFF || text_.substr(at_, 2) != "\\u") fail("lone surrogate");
        at_ += 2;
        const std::uint32_t second = four_digits();
        if (second < 0xDC00 || second > 0xDFFF) fail("lone surrogate");
        return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    }
    std::uint32_t four_digits() {
        const std::string_view digits = text_.substr(at_, 4);
        std::uint32_t value = 0;
        const char* const end = digits.data() + digits.size();
        const auto result = std::from_chars(digits.data(), end, value, 16);
        if (digits.size() != 4 || result.ec != std::errc{} || result.ptr != end) fail("bad escape");
        at_ += 4;
        return value;
    }
    static void append(std::string& text, std::uint32_t code) {
        const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
        const auto tail = [&](int shift) { add(0x80 | ((code >> shift) & 0x3F)); };
        if (code < 0x80) return add(code);
        if (code < 0x800) return add(0xC0 | (code >> 6)), tail(0);
        if (code < 0x10000) return add(0xE0 | (code >> 12)), tail(6), tail(0);
        add(0xF0 | (code >> 18)), tail(12), tail(6), tail(0);
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace grader
