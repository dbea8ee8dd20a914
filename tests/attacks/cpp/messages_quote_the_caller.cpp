// ATTACK messages_quote_the_caller
// CLASS: leak
// TRIES: is made so that the compiler complains about the hidden lines that use it, as wordily as
//   possible.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
template <class... T> struct tell_me;
struct Counter {
    template <class... T> tell_me<T...> inc(T...);
    template <class... T> [[deprecated("used here")]] tell_me<T...> add(T...);
    template <class... T> tell_me<T...> reset(T...);
    template <class... T> tell_me<int, T...> value(T...) const;
    template <class T> operator T() const = delete;
    template <class T> Counter(T) = delete;
};
