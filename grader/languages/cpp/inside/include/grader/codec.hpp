// How C++ types travel: one Codec for each type that a scenario may take or return.
#pragma once

#include <grader/wire.hpp>

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace grader {

// How a type travels. A type without a specialisation is refused when the scenario is compiled.
template <class T>
struct Codec;

template <>
struct Codec<bool> {
    static bool decode(const Node& node) { return read_bool(node); }
    static void encode(Output& output, bool value) { output.boolean(value); }
};

template <class T>
concept Number = std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;

template <Number T>
struct Codec<T> {
    using Range = std::numeric_limits<T>;
    static T decode(const Node& node) {
        if constexpr (std::is_signed_v<T>)
            return static_cast<T>(read_integer(node, Range::min(), Range::max()));
        else
            return static_cast<T>(read_natural(node, Range::max()));
    }
    static void encode(Output& output, T value) {
        if constexpr (std::is_signed_v<T>)
            output.integer(value);
        else
            output.natural(value);
    }
};

template <>
struct Codec<double> {
    static double decode(const Node& node) { return read_real(node); }
    static void encode(Output& output, double value) { output.real(value); }
};

template <>
struct Codec<std::string> {
    static std::string decode(const Node& node) { return read_text(node); }
    static void encode(Output& output, const std::string& value) {
        output.text(value.data(), value.size());
    }
};

template <>
struct Codec<std::string_view> {
    static void encode(Output& output, std::string_view value) {
        output.text(value.data(), value.size());
    }
};

template <>
struct Codec<const char*> {
    static void encode(Output& output, std::string_view value) {
        output.text(value.data(), value.size());
    }
};

// Containers of one type: a C++ type, the tag it travels under, and how an item is added.
template <class Container>
void encode_items(Output& output, const Container& values, const char* tag) {
    output.begin(tag);
    for (const auto& value : values) Codec<typename Container::value_type>::encode(output, value);
    output.end();
}

template <class T>
struct Codec<std::vector<T>> {
    static std::vector<T> decode(const Node& node) {
        const Node& items = items_of(node, nullptr);
        std::vector<T> values;
        values.reserve(count(items));
        for (std::size_t i = 0; i < count(items); ++i)
            values.push_back(Codec<T>::decode(item(items, i)));
        return values;
    }
    static void encode(Output& output, const std::vector<T>& values) {
        encode_items(output, values, nullptr);
    }
};

template <class T, std::size_t N>
struct Codec<std::array<T, N>> {
    static void encode(Output& output, const std::array<T, N>& values) {
        encode_items(output, values, nullptr);
    }
};

template <class T>
struct Codec<std::set<T>> {
    static void encode(Output& output, const std::set<T>& values) {
        encode_items(output, values, "set");
    }
};

template <class K, class V>
struct Codec<std::map<K, V>> {
    static std::map<K, V> decode(const Node& node) {
        const Node& items = items_of(node, "dict");
        std::map<K, V> values;
        for (std::size_t i = 0; i < count(items); ++i) {
            const Node& both = items_of(item(items, i), nullptr);
            expect_count(both, 2);
            values.emplace(Codec<K>::decode(item(both, 0)), Codec<V>::decode(item(both, 1)));
        }
        return values;
    }
    static void encode(Output& output, const std::map<K, V>& values) {
        output.begin("dict");
        for (const auto& [key, value] : values) {
            output.begin();
            Codec<K>::encode(output, key);
            Codec<V>::encode(output, value);
            output.end();
        }
        output.end();
    }
};

template <class... T>
struct Codec<std::tuple<T...>> {
    static std::tuple<T...> decode(const Node& node) {
        const Node& items = items_of(node, "tuple");
        expect_count(items, sizeof...(T));
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return std::tuple<T...>{Codec<T>::decode(item(items, I))...};
        }(std::index_sequence_for<T...>{});
    }
    static void encode(Output& output, const std::tuple<T...>& values) {
        output.begin("tuple");
        std::apply([&](const T&... value) { (Codec<T>::encode(output, value), ...); }, values);
        output.end();
    }
};

template <class A, class B>
struct Codec<std::pair<A, B>> {
    static std::pair<A, B> decode(const Node& node) {
        return std::make_from_tuple<std::pair<A, B>>(Codec<std::tuple<A, B>>::decode(node));
    }
    static void encode(Output& output, const std::pair<A, B>& both) {
        Codec<std::tuple<A, B>>::encode(output, both);
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static std::optional<T> decode(const Node& node) {
        if (is_null(node)) return std::nullopt;
        return Codec<T>::decode(node);
    }
    static void encode(Output& output, const std::optional<T>& value) {
        if (value)
            Codec<T>::encode(output, *value);
        else
            output.null();
    }
};

}  // namespace grader
