// Driven by hand: faults NAME. See test_sanitizers.py for how the reports were made.
#include "faults.hpp"

#include <cstring>

int main(int, char** arguments) {
    const auto is = [&](const char* name) { return std::strcmp(arguments[1], name) == 0; };
    if (is("data_race")) data_race();
    if (is("leak")) leak();
    if (is("heap_use_after_free")) return heap_use_after_free(new int(1));
    if (is("heap_buffer_overflow")) return heap_buffer_overflow(std::atoi("4"));
    if (is("double_free")) double_free(static_cast<char*>(std::malloc(8)));
    if (is("mismatched_delete")) mismatched_delete(new int[3]);
    if (is("stack_use_after_scope")) return stack_use_after_scope();
    if (is("null_pointer")) return null_pointer(nullptr);
    if (is("signed_overflow")) return signed_overflow(INT_MAX);
    if (is("lock_order")) lock_order();
    if (is("endless")) return endless(1);
    if (is("no_virtual_destructor")) no_virtual_destructor();
}
