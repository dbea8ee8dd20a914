// Counters of one thread each. As in scenarios.cpp, what is to be done is chosen outside.

#include <grader/scenario.hpp>

#include "solution.hpp"

namespace crowd_behind_the_wall {

using Numbers = std::vector<int>;

Numbers readings_in_one_thread(const Numbers& amounts_for_one_thread) {
    Counter counter_of_one_thread;
    Numbers readings_in_this_thread;
    for (const int amount_chosen_outside : amounts_for_one_thread) {
        counter_of_one_thread.add(amount_chosen_outside);
        counter_of_one_thread.inc();
        readings_in_this_thread.push_back(counter_of_one_thread.value());
    }
    return readings_in_this_thread;
}

}  // namespace crowd_behind_the_wall

SCENARIO(replay_at_once)(const std::vector<std::vector<int>>& amounts_by_thread) {
    return grader::at_once(static_cast<int>(amounts_by_thread.size()), [&](int thread) {
        return crowd_behind_the_wall::readings_in_one_thread(amounts_by_thread[thread]);
    });
}
