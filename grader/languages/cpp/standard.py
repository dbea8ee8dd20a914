"""Which header promises which name of the standard library, for names where that is certain.

Names that several headers provide (`std::move`, `std::size_t`, `std::pair`, …) are left out, and
where one header is never seen without another in practice, both are accepted.
"""

from __future__ import annotations

import difflib
import posixpath

_TABLE: dict[tuple[str, ...], str] = {
    ("algorithm",): "all_of any_of none_of for_each find find_if count_if copy_if transform "
    "replace_if remove_if unique reverse rotate shuffle sort stable_sort partial_sort nth_element "
    "lower_bound upper_bound binary_search merge max_element min_element minmax_element min max "
    "clamp generate fill_n partition",
    ("any",): "any any_cast make_any",
    ("array",): "array",
    ("atomic",): "atomic atomic_flag atomic_bool atomic_int atomic_uint atomic_long atomic_size_t "
    "atomic_ref atomic_thread_fence memory_order memory_order_relaxed memory_order_acquire "
    "memory_order_release memory_order_acq_rel memory_order_seq_cst",
    ("barrier",): "barrier",
    (
        "chrono",
        "thread",
        "future",
        "condition_variable",
        "mutex",
        "shared_mutex",
        "semaphore",
    ): "chrono",
    ("condition_variable",): "condition_variable condition_variable_any cv_status",
    ("cstdint",): "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t uintptr_t",
    ("cstdio",): "printf fprintf snprintf fopen fclose fread fwrite fgets fputs FILE",
    ("cstring",): "memcpy memset memcmp memmove strlen strcmp strcpy",
    ("deque", "queue", "stack"): "deque",
    ("filesystem",): "filesystem",
    ("fstream",): "ifstream ofstream fstream",
    ("functional",): "function bind bind_front mem_fn invoke plus multiplies not_fn",
    ("future",): "future promise async packaged_task shared_future launch future_status",
    ("iomanip",): "setw setprecision setfill",
    ("iostream",): "cout cerr clog cin",
    ("latch",): "latch",
    ("limits",): "numeric_limits",
    ("list",): "list",
    ("map",): "map multimap",
    ("memory",): "unique_ptr shared_ptr weak_ptr make_unique make_shared enable_shared_from_this "
    "static_pointer_cast dynamic_pointer_cast default_delete",
    ("mutex",): "mutex recursive_mutex timed_mutex recursive_timed_mutex lock_guard unique_lock "
    "scoped_lock once_flag call_once adopt_lock defer_lock try_to_lock",
    ("numeric",): "accumulate reduce iota inner_product partial_sum gcd lcm midpoint",
    ("optional",): "optional nullopt make_optional",
    ("queue",): "queue priority_queue",
    ("random",): "mt19937 mt19937_64 random_device uniform_int_distribution "
    "uniform_real_distribution default_random_engine",
    ("regex",): "regex regex_match regex_search regex_replace smatch",
    ("semaphore",): "counting_semaphore binary_semaphore",
    ("set",): "set multiset",
    ("shared_mutex",): "shared_mutex shared_timed_mutex shared_lock",
    ("span",): "span",
    ("sstream",): "stringstream ostringstream istringstream",
    ("stack",): "stack",
    ("stdexcept",): "runtime_error logic_error invalid_argument out_of_range domain_error "
    "length_error range_error overflow_error underflow_error",
    ("string", "sstream", "iostream", "fstream", "regex", "filesystem", "stdexcept"): "string "
    "to_string stoi stol stod getline",
    ("string_view", "string"): "string_view",
    ("thread",): "thread jthread this_thread",
    ("type_traits", "concepts"): "enable_if_t decay_t remove_reference_t remove_cvref_t is_same_v "
    "is_base_of_v is_convertible_v is_arithmetic_v conditional_t common_type_t invoke_result_t",
    ("unordered_map",): "unordered_map unordered_multimap",
    ("unordered_set",): "unordered_set unordered_multiset",
    ("variant",): "variant visit holds_alternative get_if monostate",
    ("vector",): "vector",
}
PROVIDERS = {name: headers for headers, names in _TABLE.items() for name in names.split()}
"""For each name its headers, the best first."""
HEADERS = tuple(dict.fromkeys(name for headers in _TABLE for name in headers))


def instead_of(name: str) -> str:
    """For a header that does not exist, the one that was probably meant, to end a sentence with."""
    stem = posixpath.basename(name).partition(".")[0]
    if stem in PROVIDERS:
        return f"; std::{stem} is in <{PROVIDERS[stem][0]}>"
    close = difflib.get_close_matches(stem, HEADERS, n=1, cutoff=0.8)
    return f"; did you mean <{close[0]}>?" if close else ""
