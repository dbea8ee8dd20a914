// What hidden scenarios are written with.
//
//     SCENARIO(addresses)(int threads) { ... return std::vector<std::uint64_t>{...}; }
//
// registers a scenario. Arguments arrive by value in their exact types; what is returned goes
// back as plain data: void, bool, integers, double, strings, vector, array, set, map, pair, tuple
// and optional of these. A scenario observes and never judges.
//
// This header is precompiled together with the standard headers below. That hides nothing of the
// learner's: a header that forgets an #include has already failed on its own by then.
#pragma once

#include <grader/codec.hpp>
#include <grader/wire.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace grader {

template <auto function>
struct Caller;

template <class R, class... A, R (*function)(A...)>
struct Caller<function> {
    static void run(const Node& arguments, Output& output) {
        expect_count(arguments, sizeof...(A));
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            std::tuple<std::remove_cvref_t<A>...> values{
                Codec<std::remove_cvref_t<A>>::decode(item(arguments, I))...};
            if constexpr (std::is_void_v<R>) {
                std::apply(function, std::move(values));
                output.null();
            } else {
                Codec<std::remove_cvref_t<R>>::encode(output,
                                                      std::apply(function, std::move(values)));
            }
        }(std::index_sequence_for<A...>{});
    }
};

// Something seen after main has returned, such as in a destructor of a static object.
// `finish()` of the session hands the notes over, in order.
template <class T>
void note(const T& value) {
    Output output;
    Codec<T>::encode(output, value);
    keep_note(output);
}

// Calls work(0) to work(threads - 1), each in a thread of its own, all released at once; the
// results in that order. Rethrows the first exception. Threads that are not really running at
// the same time never pass the gate, which the grader then reports as a hang.
template <class Work>
auto at_once(int threads, Work work) {
    using Result = std::invoke_result_t<Work&, int>;
    std::vector<std::optional<Result>> results(threads);
    std::vector<std::exception_ptr> errors(threads);
    std::atomic<int> waiting{0};
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&, i] {
            waiting.fetch_add(1);
            while (waiting.load() < threads) std::this_thread::yield();
            try {
                results[i].emplace(work(i));
            } catch (...) {
                errors[i] = std::current_exception();
            }
        });
    }
    for (auto& thread : running) thread.join();
    std::vector<Result> values;
    for (int i = 0; i < threads; ++i) {
        if (errors[i]) std::rethrow_exception(errors[i]);
        values.push_back(std::move(*results[i]));
    }
    return values;
}

}  // namespace grader

// The grader registers every SCENARIO at the end of its source; see compose.py.
#define SCENARIO(name) static auto scenario_##name
#define GRADER_REGISTER(name)                               \
    static const ::grader::Registration registration_##name( \
        #name, &::grader::Caller<&scenario_##name>::run)
