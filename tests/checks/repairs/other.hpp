#pragma once
#include <atomic>
#include <concepts>
#include <coroutine>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
class Animal { public: virtual ~Animal(); virtual std::string speak() const = 0; protected: Animal() = default; Animal(const Animal&) = default; Animal& operator=(const Animal&) = default; };
inline Animal::~Animal() = default;
class Dog final : public Animal { public: std::string speak() const override { return "w"; } };
struct Factory { static std::unique_ptr<Animal> createAnimal(std::string_view n) { static const std::unordered_map<std::string_view, std::function<std::unique_ptr<Animal>()>> table{{"dog", [] { return std::make_unique<Dog>(); }}}; auto it = table.find(n); return it == table.end() ? nullptr : it->second(); } };
struct [[nodiscard]] Gen { struct promise_type { int value = 0; Gen get_return_object() { return Gen{std::coroutine_handle<promise_type>::from_promise(*this)}; } std::suspend_always initial_suspend() noexcept { return {}; } std::suspend_always final_suspend() noexcept { return {}; } void unhandled_exception() { std::terminate(); } void return_void() {} std::suspend_always yield_value(int v) { value = v; return {}; } }; explicit Gen(std::coroutine_handle<promise_type> h) : h_(h) {} Gen(Gen&& o) noexcept : h_(std::exchange(o.h_, {})) {} ~Gen() { if (h_) h_.destroy(); } std::coroutine_handle<promise_type> h_; };
template <class Derived> struct Crtp { void go() { static_cast<Derived*>(this)->impl(); } };
struct Use : Crtp<Use> { void impl() {} };
class Node : public std::enable_shared_from_this<Node> { public: explicit Node(std::string n) : name(std::move(n)) {} std::string name; std::weak_ptr<Node> parent; std::vector<std::shared_ptr<Node>> kids; };
template <class T> class List { struct N { T v; N* next; N(T x, N* n) : v(std::move(x)), next(n) {} }; N* head_ = nullptr; public: List() = default; ~List() { while (head_) { N* d = head_; head_ = head_->next; delete d; } } List(const List&) = delete; List& operator=(const List&) = delete; void push(T v) { head_ = new N(std::move(v), head_); } };
enum class Color { red, green };
struct Options { int a = 1; Color c = Color::red; const char* name = nullptr; };
class Noisy { int id_; static std::atomic<int>* live(); public: Noisy(int id, std::string s) : id_(id), s_(std::move(s)) {} std::string s_; };
class Wrap { int v_; public: constexpr explicit Wrap(int v) noexcept : v_{v} {} [[nodiscard]] constexpr int get() const noexcept { return v_; } };
inline constinit thread_local int tls = 0;
template <std::totally_ordered T> constexpr const T& biggest(const T& a, const T& b) { return a < b ? b : a; }
class Handle { std::shared_ptr<void> h_; public: explicit Handle(void* p) : h_(p, [](void* q) { std::free(q); }) {} };
struct Pimpl { Pimpl(); ~Pimpl(); Pimpl(Pimpl&&) noexcept; private: struct Impl; std::unique_ptr<Impl> p_; };
struct Pimpl::Impl { int n = 0; };
inline Pimpl::Pimpl() : p_(std::make_unique<Impl>()) {}
inline Pimpl::~Pimpl() = default;
inline Pimpl::Pimpl(Pimpl&&) noexcept = default;
