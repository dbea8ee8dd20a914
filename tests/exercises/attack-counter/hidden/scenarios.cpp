// What counters do, step by step. Which operations, and by how much, is chosen outside while this
// runs; nothing in this file knows what is right. Operations are numbers in a row, a kind and an
// amount each: that compiles fast, and every attack is compiled three times.

#include <grader/scenario.hpp>

#include "solution.hpp"

namespace turnstile_behind_the_wall {

using Numbers = std::vector<int>;

int carry_out(Counter& one_counter, int kind_of_operation, int amount_chosen_outside) {
    switch (kind_of_operation) {
        case 0: one_counter.reset(); break;
        case 1: one_counter.inc(); break;
        default: one_counter.add(amount_chosen_outside);
    }
    return one_counter.value();
}

Numbers readings_of_a_new_counter(const Numbers& operations_in_order) {
    Counter counter_for_these_alone;
    Numbers readings_so_far{counter_for_these_alone.value()};
    for (std::size_t at_pair = 0; at_pair + 1 < operations_in_order.size(); at_pair += 2)
        readings_so_far.push_back(carry_out(counter_for_these_alone, operations_in_order[at_pair],
                                            operations_in_order[at_pair + 1]));
    return readings_so_far;
}

// Made when first asked for: programs that are not asked have made no counter at all.
Counter& counter_kept_between_calls(int which_counter) {
    static Counter two_counters_at_most[2];
    return two_counters_at_most[which_counter];
}

}  // namespace turnstile_behind_the_wall

namespace here = turnstile_behind_the_wall;

SCENARIO(reading)(int which_counter) {
    return here::counter_kept_between_calls(which_counter).value();
}

SCENARIO(step)(int which_counter, int kind_of_operation, int amount_chosen_outside) {
    return here::carry_out(here::counter_kept_between_calls(which_counter), kind_of_operation,
                           amount_chosen_outside);
}

SCENARIO(replay)(const here::Numbers& operations_in_order) {
    return here::readings_of_a_new_counter(operations_in_order);
}
