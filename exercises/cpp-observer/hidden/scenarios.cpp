// What observers are told, in whichever way the header attaches them. Nothing is judged here.

#include <grader/scenario.hpp>

#include <functional>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "observer.hpp"

namespace watching {

// --- The ways to attach and detach, asked of the compiler -------------------------------------

using Shared = std::shared_ptr<Observer>;

template <class S>
decltype(auto) attach_to(S& subject, Shared& observer) {
    if constexpr (requires { subject.attach(observer); }) {
        return subject.attach(observer);
    } else if constexpr (requires { subject.attach(observer.get()); }) {
        return subject.attach(observer.get());
    } else {
        return subject.attach(*observer);
    }
}

template <class S>
using Returned = decltype(attach_to(std::declval<S&>(), std::declval<Shared&>()));

template <class S>
constexpr bool returns_a_value = std::is_object_v<Returned<S>>;

template <class S>
struct Keeps {
    using Token = std::conditional_t<returns_a_value<S>, std::remove_cv_t<Returned<S>>, int>;
    std::vector<std::shared_ptr<Token>> tokens;
};

template <class S>
void attach_and_keep(S& subject, Shared observer, Keeps<S>& kept) {
    using Token = typename Keeps<S>::Token;
    if constexpr (returns_a_value<S>) {
        kept.tokens.push_back(std::shared_ptr<Token>(new Token(attach_to(subject, observer))));
    } else {
        attach_to(subject, observer);
    }
}

template <class S>
void detach_from(S& subject, Shared observer, Keeps<S>& kept) {
    using Token = typename Keeps<S>::Token;
    if constexpr (requires { subject.detach(observer); }) {
        subject.detach(observer);
    } else if constexpr (requires { subject.detach(observer.get()); }) {
        subject.detach(observer.get());
    } else if constexpr (requires { subject.detach(*observer); }) {
        subject.detach(*observer);
    } else {
        // What is dropped in here may run the learner's code: the list is empty by then.
        auto tokens = std::exchange(kept.tokens, {});
        if constexpr (requires(Token& token) { subject.detach(token); }) {
            for (auto& token : tokens) subject.detach(*token);
        } else if constexpr (requires(Token& token) { subject.detach(std::move(token)); }) {
            for (auto& token : tokens) subject.detach(std::move(*token));
        }
    }
}

// Whether an observer can be named to `detach`, also one that was never attached.
template <class S>
constexpr bool detaches_observers =
    requires(S& subject, Shared& observer) { subject.detach(observer); } ||
    requires(S& subject, Shared& observer) { subject.detach(observer.get()); } ||
    requires(S& subject, Shared& observer) { subject.detach(*observer); };

// --- Observers --------------------------------------------------------------------------------

using Values = std::vector<int>;

struct Recorder : Observer {
    explicit Recorder(std::shared_ptr<Values> told) : told(std::move(told)) {}
    void update(int value) override {
        told->push_back(value);
        if (!then) return;
        const auto action = then;  // it may outlive this object
        action(value);
    }
    std::shared_ptr<Values> told;
    std::function<void(int)> then;
};

// An observer as a program holds it: with what `attach` returned, and what it was told.
struct Display {
    std::shared_ptr<Values> told = std::make_shared<Values>();
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>(told);
    Keeps<Subject> kept;

    Display() = default;
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    ~Display() { let_go(); }

    void attach(Subject& subject) { attach_and_keep(subject, recorder, kept); }
    void detach(Subject& subject) { detach_from(subject, recorder, kept); }
    void let_go() {
        auto tokens = std::exchange(kept.tokens, {});
        auto mine = std::exchange(recorder, nullptr);
        tokens.clear();
    }
    int updates() const { return static_cast<int>(told->size()); }
};

// Not by make_shared, which would write zeros where a constructor writes nothing.
std::shared_ptr<Subject> new_subject() { return std::shared_ptr<Subject>(new Subject); }

struct Station {
    std::shared_ptr<Subject> subject = new_subject();
    std::vector<std::unique_ptr<Display>> displays;

    explicit Station(int count) {
        for (int i = 0; i < count; ++i) add();
    }
    Display& add() {
        displays.push_back(std::make_unique<Display>());
        displays.back()->attach(*subject);
        return *displays.back();
    }
    Display& at(int index) { return *displays[static_cast<std::size_t>(index)]; }
    int count() const { return static_cast<int>(displays.size()); }

    std::vector<Values> told() const {
        std::vector<Values> all;
        for (const auto& display : displays) all.push_back(*display->told);
        return all;
    }
};

// Runs the action, whatever it throws.
template <class Action>
std::string throws(Action action) {
    try {
        action();
    } catch (const std::exception&) {
        return "std::exception";
    } catch (...) {
        return "something else";
    }
    return "nothing";
}

template <class S>
std::string attach_null(S& subject, Keeps<S>& kept) {
    if constexpr (requires(Shared& none) { subject.attach(none); } ||
                  requires(Observer* none) { subject.attach(none); }) {
        return throws([&] { attach_and_keep(subject, Shared(), kept); });
    } else {
        return "nothing";
    }
}

template <class S>
bool detach_stranger(S& subject, Display& display) {
    if constexpr (detaches_observers<S>) detach_from(subject, display.recorder, display.kept);
    return true;
}

// The other subject of a copy, however it can be had; none where it cannot.
template <class S>
std::shared_ptr<S> another(S& from, const std::string& way) {
    std::shared_ptr<S> made;
    if (way == "copied") {
        if constexpr (std::is_copy_constructible_v<S>) made.reset(new S(std::as_const(from)));
    } else if (way == "copy-assigned") {
        if constexpr (std::is_copy_assignable_v<S>) {
            made.reset(new S);
            *made = std::as_const(from);
        }
    } else if (way == "moved") {
        if constexpr (std::is_move_constructible_v<S>) made.reset(new S(std::move(from)));
    } else {
        if constexpr (std::is_move_assignable_v<S>) {
            made.reset(new S);
            *made = std::move(from);
        }
    }
    return made;
}

}  // namespace watching

using namespace watching;

// Some displays are told some values; then one is detached, and all are told one more.
SCENARIO(tell)(int count, std::vector<int> values, int leaves, int last) {
    Station station(count);
    for (const int value : values) station.subject->setState(value);
    station.at(leaves).detach(*station.subject);
    station.subject->setState(last);
    return station.told();
}

// Tells one value twice over, by setState and by notify.
SCENARIO(tell_again)(int count, int value) {
    Station station(count);
    station.subject->setState(value);
    station.subject->notify();
    return station.told();
}

// A display that was never attached is detached, and one is detached and attached again.
SCENARIO(detach_a_stranger)(int count, int value) {
    Station station(count);
    Display stranger;
    detach_stranger(*station.subject, stranger);
    station.at(0).detach(*station.subject);
    detach_stranger(*station.subject, station.at(0));
    station.at(0).attach(*station.subject);
    station.subject->setState(value);
    return station.told();
}

// One display, two subjects: what it was told when it had been detached from none, and from the first.
SCENARIO(two_subjects)(int first, int second) {
    const auto one = new_subject(), other = new_subject();
    Display display, only_other;
    display.attach(*one);
    display.attach(*other);
    only_other.attach(*other);
    one->setState(first);
    other->setState(second);
    return std::make_pair(*display.told, *only_other.told);
}

SCENARIO(tell_before_a_value)(int count) {
    Station station(count);
    station.subject->notify();
    return station.told();
}

// Displays go without a word; the others are told.
SCENARIO(some_go)(int count, std::vector<int> gone, int value) {
    Station station(count);
    for (const int index : gone) station.at(index).let_go();
    station.subject->setState(value);
    return station.told();
}

// Whether the program's last pointer was the last one.
SCENARIO(goes_at_once)(int value) {
    Station station(2);
    station.subject->setState(value);
    const std::weak_ptr<Recorder> watched = station.at(0).recorder;
    station.at(0).let_go();
    return watched.expired();
}

// The subject goes first, while displays are attached.
SCENARIO(subject_goes)(int value) {
    Station station(3);
    station.subject->setState(value);
    station.subject.reset();
    station.at(1).let_go();
    return station.told();
}

// A display of two subjects goes; then one subject, while a display is attached to both.
SCENARIO(goes_from_two)(int value) {
    auto one = new_subject();
    const auto other = new_subject();
    Display goes, stays;
    for (Display* const display : {&goes, &stays}) {
        display->attach(*one);
        display->attach(*other);
    }
    goes.let_go();
    one->setState(value);
    other->setState(value);
    one.reset();
    other->setState(value + 1);
    return std::make_pair(*goes.told, *stays.told);
}

// Makes another subject of one, then lets a display go, and tells by both.
SCENARIO(by_another)(std::string way, int value) {
    Station station(3);
    auto other = another(*station.subject, way);
    if (!other) return false;
    station.at(1).let_go();
    station.subject->setState(value);
    other->setState(value + 1);
    station.subject.reset();
    station.at(0).let_go();
    other->setState(value + 2);
    other.reset();
    return true;
}

// Each of the chosen detaches itself when it is told.
SCENARIO(leave_when_told)(int count, std::vector<int> leaving, int first, int second) {
    Station station(count);
    for (const int index : leaving) {
        station.at(index).recorder->then = [&station, index](int) {
            station.at(index).detach(*station.subject);
        };
    }
    station.subject->setState(first);
    station.subject->setState(second);
    return station.told();
}

// Whoever is told first detaches all others, or lets them go.
SCENARIO(first_one_ends_all)(int count, bool let_go, int value) {
    Station station(count);
    bool done = false;
    for (int index = 0; index < count; ++index) {
        station.at(index).recorder->then = [&station, &done, index, let_go](int) {
            if (std::exchange(done, true)) return;
            for (int i = 0; i < station.count(); ++i) {
                if (i == index) continue;
                if (let_go) station.at(i).let_go();
                else station.at(i).detach(*station.subject);
            }
        };
    }
    station.subject->setState(value);
    return station.told();
}

// Each display attaches a new one in the first round, which does so as well, but not for ever.
SCENARIO(attach_when_told)(int count, int most, int first, int second) {
    Station station(count);
    bool first_round = true;
    std::function<void(int)> more;
    more = [&](int) {
        if (!first_round || station.count() >= most) return;
        auto added = std::make_unique<Display>();
        added->recorder->then = more;
        added->attach(*station.subject);
        station.displays.push_back(std::move(added));
    };
    for (auto& display : station.displays) display->recorder->then = more;
    station.subject->setState(first);
    const auto after_first = station.told();
    first_round = false;
    station.subject->setState(second);
    return std::make_pair(after_first, station.told());
}

// Whoever is told first sets another value.
SCENARIO(set_when_told)(int count, int first, int second) {
    Station station(count);
    bool done = false;
    for (auto& display : station.displays) {
        display->recorder->then = [&](int) {
            if (!std::exchange(done, true)) station.subject->setState(second);
        };
    }
    station.subject->setState(first);
    return station.told();
}

// One display is attached twice and told, and is detached and the others told.
SCENARIO(attach_twice)(int count, int index, int first, int second) {
    Station station(count);
    station.at(index).attach(*station.subject);
    station.subject->setState(first);
    station.at(index).detach(*station.subject);
    station.subject->setState(second);
    return station.told();
}

// Nobody is attached. What that threw, and what the others were told.
SCENARIO(attach_nobody)(int count, int value) {
    Station station(count);
    Keeps<Subject> kept;
    auto threw = attach_null(*station.subject, kept);
    station.add();
    station.subject->setState(value);
    return std::make_pair(threw, station.told());
}

// One display throws when it is told the first value.
SCENARIO(one_throws)(int count, int index, bool derived, int first, int second) {
    Station station(count);
    station.at(index).recorder->then = [=](int value) {
        if (value != first) return;
        if (derived) throw std::runtime_error("no ink");
        throw 7;
    };
    throws([&] { station.subject->setState(first); });
    const auto after_first = station.told();
    throws([&] { station.subject->setState(second); });
    return std::make_pair(after_first, station.told());
}
