// What can be seen of a pool from outside. Pools that are not to end are never destroyed, so that
// these scenarios tell nothing about endings.

#include <grader/scenario.hpp>

#include "thread_pool.hpp"

namespace watching {

// Counts, and lets others wait for a count. Waiting has no bound: what never comes is a hang, and
// the grader decides when that is so.
class Tally {
public:
    void add() {
        const std::lock_guard lock(mutex_);
        ++count_;
        changed_.notify_all();
    }
    void wait_for(int wanted) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return count_ >= wanted; });
    }
    int count() {
        const std::lock_guard lock(mutex_);
        return count_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int count_ = 0;
};

using Shared = std::shared_ptr<Tally>;

Shared tally() { return std::make_shared<Tally>(); }

// Wrong code gets the time to go wrong; right code is right however long it is.
void let_others_go_on() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }

ThreadPool& lasting(int threads) { return *new ThreadPool(static_cast<std::size_t>(threads)); }

template <class Task>
bool offer(ThreadPool& pool, Task&& task) {
    try {
        static_cast<void>(pool.enqueue(std::forward<Task>(task)));
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

template <class Pool>
concept can_shut_down = requires(Pool& pool) { pool.shutdown(); };

Shared function_tally;

void plain_function() { function_tally->add(); }

struct Named {
    Shared ran;
    int operator()() const {
        ran->add();
        return 1;
    }
};

// A task that takes long to be stored, once: another thread comes in between.
struct Slow {
    Shared ran, moving;
    std::shared_ptr<std::atomic<bool>> first;

    Slow(Shared ran, Shared moving)
        : ran(std::move(ran)), moving(std::move(moving)),
          first(std::make_shared<std::atomic<bool>>(true)) {}
    Slow(const Slow& other) : ran(other.ran), moving(other.moving), first(other.first) { wait(); }
    Slow(Slow&& other) : ran(other.ran), moving(other.moving), first(other.first) { wait(); }
    Slow& operator=(const Slow&) = default;

    void wait() const {
        if (!first->exchange(false)) return;
        moving->add();
        let_others_go_on();
        let_others_go_on();
    }
    void operator()() const { ran->add(); }
};

// Two numbers for a pool that was ended: tasks that it accepted, and those that had run by then.
using Told = std::vector<int>;

void fill(ThreadPool& pool, int tasks, Tally& accepted, const Shared& ran) {
    for (int i = 0; i < tasks; ++i)
        if (offer(pool, [ran] { ran->add(); })) accepted.add();
}

}  // namespace watching

using namespace watching;

SCENARIO(converts)() {
    return std::is_convertible_v<int, ThreadPool> || std::is_convertible_v<std::size_t, ThreadPool>;
}

SCENARIO(no_threads)() {
    try {
        ThreadPool& pool = lasting(0);
        const Shared ran = tally();
        static_cast<void>(pool.enqueue([ran] { ran->add(); }));
        ran->wait_for(1);
    } catch (const std::exception&) {
        return true;
    }
    return true;
}

SCENARIO(run)(int threads, int enqueuing, int tasks) {
    ThreadPool& pool = lasting(threads);
    std::vector<Shared> ran;
    for (int i = 0; i < enqueuing * tasks; ++i) ran.push_back(tally());
    const Shared all = tally();
    grader::at_once(enqueuing, [&](int who) {
        for (int i = who * tasks; i < (who + 1) * tasks; ++i) {
            const Shared own = ran[i];
            static_cast<void>(pool.enqueue([own, all] {
                own->add();
                all->add();
            }));
        }
        return true;
    });
    all->wait_for(enqueuing * tasks);
    let_others_go_on();
    std::vector<int> times;
    for (const Shared& each : ran) times.push_back(each->count());
    return times;
}

SCENARIO(meet)(int threads) {
    ThreadPool& pool = lasting(threads);
    const Shared begun = tally(), ended = tally();
    for (int i = 0; i < threads; ++i)
        static_cast<void>(pool.enqueue([=] {
            begun->add();
            begun->wait_for(threads);
            ended->add();
        }));
    ended->wait_for(threads);
    return ended->count();
}

SCENARIO(all_kinds)() {
    ThreadPool& pool = lasting(2);
    const Shared ran = function_tally = tally();
    const Named named{ran};
    Named other{ran};
    static_cast<void>(pool.enqueue(named));
    static_cast<void>(pool.enqueue(other));
    static_cast<void>(pool.enqueue(plain_function));
    static_cast<void>(pool.enqueue(&plain_function));
    static_cast<void>(pool.enqueue([ran, times = 0]() mutable {
        ran->add();
        return ++times;
    }));
    static_cast<void>(pool.enqueue(std::function<void()>(named)));
    ran->wait_for(6);
    let_others_go_on();
    return std::pair(ran->count(), other.ran == ran);
}

SCENARIO(tasks_enqueue)(int threads, int depth) {
    ThreadPool& pool = lasting(threads);
    const Shared ran = tally();
    struct Next {
        ThreadPool* pool;
        Shared ran;
        int left;
        void operator()() const {
            if (left) static_cast<void>(pool->enqueue(Next{pool, ran, left - 1}));
            ran->add();
        }
    };
    static_cast<void>(pool.enqueue(Next{&pool, ran, depth}));
    ran->wait_for(depth + 1);
    return ran->count();
}

SCENARIO(some_throw)(int threads, int failing, std::string kind) {
    ThreadPool& pool = lasting(threads);
    const Shared thrown = tally(), begun = tally();
    for (int i = 0; i < failing; ++i) {
        if (kind == "empty")
            offer(pool, std::function<void()>());
        else
            static_cast<void>(pool.enqueue([=] {
                thrown->add();
                if (kind == "error") throw std::runtime_error("a broken file");
                throw 7;
            }));
    }
    if (kind != "empty") thrown->wait_for(failing);
    // All threads are still there: so many tasks run at the same time.
    const Shared ended = tally();
    for (int i = 0; i < threads; ++i)
        static_cast<void>(pool.enqueue([=] {
            begun->add();
            begun->wait_for(threads);
            ended->add();
        }));
    ended->wait_for(threads);
    return ended->count();
}

SCENARIO(end_idle)(int threads, bool at_once) {
    ThreadPool pool(static_cast<std::size_t>(threads));
    if (at_once) return;
    const Shared ran = tally();
    static_cast<void>(pool.enqueue([ran] { ran->add(); }));
    ran->wait_for(1);
    let_others_go_on();
}

SCENARIO(end_busy)(int threads, int waiting) {
    Tally accepted;
    const Shared ran = tally(), held = tally(), ending = tally();
    {
        ThreadPool pool(static_cast<std::size_t>(threads));
        for (int i = 0; i < threads; ++i) {
            accepted.add();
            static_cast<void>(pool.enqueue([=] {
                held->add();
                ending->wait_for(1);
                let_others_go_on();
                ran->add();
            }));
        }
        held->wait_for(threads);
        fill(pool, waiting, accepted, ran);
        ending->add();
    }
    return Told{accepted.count(), ran->count()};
}

SCENARIO(end_growing)(int threads, int more) {
    const Shared accepted = tally(), ran = tally(), held = tally(), ending = tally();
    {
        ThreadPool pool(static_cast<std::size_t>(threads));
        accepted->add();
        static_cast<void>(pool.enqueue([=, &pool] {
            held->add();
            ending->wait_for(1);
            let_others_go_on();
            fill(pool, more, *accepted, ran);
            ran->add();
        }));
        held->wait_for(1);
        ending->add();
    }
    return Told{accepted->count(), ran->count()};
}

template <can_shut_down Pool = ThreadPool>
Told shut_down_while_enqueuing(int threads, int enqueuing) {
    Pool& pool = lasting(threads);
    const Shared accepted = tally(), ran = tally();
    std::vector<std::thread> outside;
    for (int who = 0; who < enqueuing; ++who)
        outside.emplace_back([&] {
            for (int i = 0; i < 300; ++i) {
                if (!offer(pool, [ran] { ran->add(); })) return;
                accepted->add();
            }
        });
    accepted->wait_for(5);
    pool.shutdown();
    const int had_run = ran->count();
    for (std::thread& each : outside) each.join();
    return {accepted->count(), had_run};
}

template <can_shut_down Pool = ThreadPool>
Told shut_down_while_storing(int threads) {
    Pool& pool = lasting(threads);
    const Shared accepted = tally(), ran = tally(), moving = tally();
    std::thread outside([&] {
        if (offer(pool, Slow(ran, moving))) accepted->add();
    });
    moving->wait_for(1);
    pool.shutdown();
    outside.join();
    return {accepted->count(), ran->count()};
}

template <can_shut_down Pool = ThreadPool>
Told shut_down_twice(int threads, int tasks) {
    const Shared accepted = tally(), ran = tally();
    {
        Pool pool(static_cast<std::size_t>(threads));
        accepted->add();
        static_cast<void>(pool.enqueue([ran] {
            let_others_go_on();
            ran->add();
        }));
        fill(pool, tasks - 1, *accepted, ran);
        pool.shutdown();
        const int had_run = ran->count();
        pool.shutdown();
        if (had_run != tasks) return {accepted->count(), had_run};
    }
    return {accepted->count(), ran->count()};
}

template <can_shut_down Pool = ThreadPool>
Told enqueue_after_shutdown(int threads, int tasks) {
    Pool& pool = lasting(threads);
    const Shared accepted = tally(), ran = tally();
    pool.shutdown();
    fill(pool, tasks, *accepted, ran);
    let_others_go_on();
    return {accepted->count(), ran->count()};
}

template <class Pool = ThreadPool>
Told shut_down(const std::string& how, int threads, int number) {
    if constexpr (can_shut_down<Pool>) {
        if (how == "while enqueuing") return shut_down_while_enqueuing<Pool>(threads, number);
        if (how == "while storing") return shut_down_while_storing<Pool>(threads);
        if (how == "twice") return shut_down_twice<Pool>(threads, number);
        return enqueue_after_shutdown<Pool>(threads, number);
    }
    return {};
}

SCENARIO(shutdown)(std::string how, int threads, int number) {
    return shut_down(how, threads, number);
}
