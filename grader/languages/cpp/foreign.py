"""Functions that a submission may not bring or call, read from the program that was linked.

Whoever defines a function of the C library or of a sanitizer under its own name takes it over for
the whole program, and whoever calls a sanitizer's interface tells it what not to see. Neither is
needed to repair code, and neither can be hidden by macros: the linker has to know the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from grader.languages.cpp.diagnostics import MAX_DIAGNOSTICS, Diagnostic
from grader.languages.cpp.places import Places

_LINE = re.compile(r"(?P<name>\S+) (?P<kind>[A-Za-z])(?: [0-9a-f]+)*\s*")
_FUNCTIONS = "TtWwi"
_ALLOCATION = re.compile(r"_Z(?:n[wa]|d[la])")
"""`operator new` and `delete` may be replaced, and are, by authors as well."""
_OURS = {
    "__asan_default_options",
    "__tsan_default_options",
    "__ubsan_default_options",
    "__lsan_do_recoverable_leak_check",
}
_INSTRUMENTATION = re.compile(
    r"__asan_(?:init|version_mismatch_check_\w+|(?:un)?register_\w+|(?:before|after)_dynamic_init|"
    r"handle_no_return|report_(?:exp_)?(?:load|store)_?\w+|(?:load|store)\w+|stack_\w+|"
    r"set_shadow_\w+|alloca_poison|allocas_unpoison|(?:un)?poison_stack_memory|mem(?:cpy|move|set)|"
    r"poison_cxx_array_cookie|load_cxx_array_cookie|option_detect_stack_use_after_return)|"
    r"__sanitizer_ptr_\w+|__ubsan_(?:handle|vptr)_\w+|"
    r"__tsan_(?:init|func_\w+|(?:unaligned_|volatile_)?(?:read|write)\w+|vptr_\w+|atomic\w+|"
    r"mem(?:cpy|move|set))"
)
"""What g++ 12 puts into instrumented code (gcc/sanitizer.def)."""
_WATCHERS = re.compile(
    r"__(?:asan|lsan|tsan|ubsan|msan|hwasan|sanitizer|interceptor)_|Annotate[A-Z]|"
    r"RunningOnValgrind|ValgrindSlowdown|dl(?:m?open|v?sym|addr1?|info|_iterate_phdr)$"
)
"""Interfaces of sanitizers, the annotations of their predecessors, and ways to look them up."""


def foreign_names(listing: bytes) -> tuple[str, ...]:
    """Names in the output of `nm -D -P` that have no place in a submission's program."""
    return tuple(dict.fromkeys(_foreign(listing.decode("utf-8", errors="replace").split("\n"))))


def _foreign(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        name = found["name"].partition("@")[0]
        is_used = found["kind"] in "Uw" or found["kind"] not in _FUNCTIONS
        if name in _OURS or (is_used and _INSTRUMENTATION.fullmatch(name)):
            continue
        if _WATCHERS.match(name) or (not is_used and _takes_over(name, found["kind"])):
            yield name


def _takes_over(name: str, kind: str) -> bool:
    """Whether a function that libraries know is defined here. Inline functions of C++ are weak."""
    if name.startswith("_Z"):
        return kind in "Tti" and not _ALLOCATION.match(name)
    return True


def blame(names: Iterable[str], places: Places) -> tuple[Diagnostic, ...]:
    """What to tell about names that do not belong there, the first few.

    What a hidden source defines as `extern "C" … name(` is an author's business.
    """
    names = [name for name in names if not _is_authors(name, places)]
    return tuple(
        Diagnostic(
            kind="link",
            message=f"`{_readable(name)}` belongs to the system or to the tools that watch your "
            "code; your code may neither define nor use it",
            location=places.find_declaration(name),
        )
        for name in sorted(names)[:MAX_DIAGNOSTICS]
    )


def _is_authors(name: str, places: Places) -> bool:
    defined = re.compile(rf'extern\s+"C"[^;{{}}]*\b{re.escape(name)}\s*\(')
    return any(defined.search(text) for _, text in places.hidden)


def _readable(name: str) -> str:
    return "".join(c if c.isprintable() else " " for c in name)[:160]
