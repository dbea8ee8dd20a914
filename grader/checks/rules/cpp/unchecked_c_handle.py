"""`fopen` and `malloc` say that they failed by returning null, and nothing else.

A program that goes on with the null pointer crashes in the next call, far from the cause, and only
on the day when the file is missing or the memory is used up. Look at the result before it is used.

Looked at: results of C functions that return a null pointer on failure.
Accepted: a test of the result anywhere in the function (for a member: anywhere in the
submission), and results that are returned or handed to a function or class of the submission,
which can test them.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import CursorKind

from grader.checks.cpp.expressions import assigned_to, enclosing_function
from grader.checks.cpp.handles import is_own_code, is_smart_pointer, settles
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.unchecked-c-handle"
SUMMARY = "The result of a C function is used without a look whether it failed."
ADVICE = "Test the result for nullptr, and throw or return when it is."

_MAKERS = {
    "fopen", "freopen", "fdopen", "tmpfile", "popen", "opendir", "malloc", "calloc", "realloc",
    "aligned_alloc", "strdup", "strndup", "getenv", "setlocale",
}  # fmt: skip
_THROUGH = (
    CursorKind.UNEXPOSED_EXPR, CursorKind.PAREN_EXPR, CursorKind.CXX_STATIC_CAST_EXPR,
    CursorKind.CSTYLE_CAST_EXPR, CursorKind.CXX_REINTERPRET_CAST_EXPR, CursorKind.INIT_LIST_EXPR,
    CursorKind.CXX_FUNCTIONAL_CAST_EXPR,
)  # fmt: skip
_NAMES = (CursorKind.DECL_REF_EXPR, CursorKind.MEMBER_REF_EXPR)


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find results that nobody tests."""
    for call in unit.walk(CursorKind.CALL_EXPR):
        if call.spelling in _MAKERS and _is_c(call) and not _is_looked_at(unit, call):
            yield call, f"nobody looks whether `{call.spelling}` failed"


def _is_c(call: Node) -> bool:
    """Whether it is the C library's function, and no other of that name."""
    named = call.cursor.referenced
    return named is not None and named.kind == CursorKind.FUNCTION_DECL and not is_own_code(named)


def _is_looked_at(unit: Unit, call: Node) -> bool:
    below, above = call, call.parent
    while above is not None and (above.kind in _THROUGH or is_smart_pointer(above)):
        if settles(below):
            return True
        below, above = above, above.parent
    if above is None or settles(below):
        return True
    holder = _holder(below, above)
    if holder is None:
        return False
    uses = unit.walk(*_NAMES)
    if holder.kind == CursorKind.VAR_DECL:
        function = enclosing_function(call)
        uses = function.walk(*_NAMES) if function is not None else uses
    return any(use.cursor.referenced == holder and settles(use) for use in uses)


def _holder(value: Node, above: Node) -> cindex.Cursor | None:
    """The variable that gets the value; None when it is used at once, or dropped."""
    if above.kind in (CursorKind.VAR_DECL, CursorKind.FIELD_DECL):
        return above.cursor
    if above.kind == CursorKind.BINARY_OPERATOR:
        return assigned_to(above)
    if above.kind == CursorKind.CONSTRUCTOR:
        position = above.children.index(value)
        before = above.children[position - 1] if position else None
        return before.cursor.referenced if before and before.kind == CursorKind.MEMBER_REF else None
    if above.kind == CursorKind.CALL_EXPR and above.spelling in ("reset", "operator="):
        named = next(iter(above.children[0].walk(*_NAMES)), None)
        for node in above.children[0].walk(*_NAMES):
            if node.spelling != "reset":
                named = node
                break
        return named.cursor.referenced if named is not None else None
    return None


_UNCHECKED = """\
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

inline void read(const char* name, char* buffer) {
    FILE* file = fopen(name, "r");
    fread(buffer, 1, 4, file);
    fclose(file);
    std::unique_ptr<std::FILE, Close> owned(std::fopen(name, "r"));
    std::fgets(buffer, 4, owned.get());
    std::memset(std::malloc(4), 0, 4);
    int* numbers = static_cast<int*>(std::malloc(4));
    *numbers = 1;
    std::free(numbers);
}

class File {
public:
    explicit File(const char* name) : file_(std::fopen(name, "r")) {}
    ~File() { std::fclose(file_); }
    int next() { return std::fgetc(file_); }

private:
    std::FILE* file_;
};
"""

BAD = (Example(_UNCHECKED, (11, 14, 16, 17, 24)),)

_CHECKED = """\
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <utility>

struct Close {
    void operator()(std::FILE* file) const {
        if (file) std::fclose(file);
    }
};
using Owned = std::unique_ptr<std::FILE, Close>;

inline std::FILE* require(std::FILE* file) {
    if (file == nullptr) throw std::runtime_error("cannot open");
    return file;
}

inline Owned open_file(const char* name) {
    Owned file(std::fopen(name, "r"));
    if (!file) throw std::runtime_error("cannot open");
    return file;
}
inline Owned open_quietly(const char* name) { return Owned(std::fopen(name, "r")); }
inline Owned open_strictly(const char* name) { return Owned{require(std::fopen(name, "r"))}; }
inline Owned open_later(const char* name) {
    Owned file{std::fopen(name, "r"), Close()};
    return file;
}

inline bool tests(const char* name) {
    if (std::FILE* file = std::fopen(name, "r")) std::fclose(file);
    std::FILE* second = nullptr;
    if ((second = std::fopen(name, "r")) == nullptr) return false;
    std::fclose(second);
    auto third = std::fopen(name, "r");
    assert(third != NULL);
    std::fclose(third);
    void* memory = std::malloc(4);
    const bool ok = memory ? true : false;
    std::free(memory);
    Owned fourth;
    fourth.reset(std::fopen(name, "r"));
    if (fourth == nullptr) return false;
    const auto shared = std::shared_ptr<std::FILE>(std::fopen(name, "r"), Close());
    while (!shared) return false;
    return ok && std::fopen(name, "r") != nullptr;
}

class File {
public:
    explicit File(const char* name) : file_(std::fopen(name, "r")), other_(nullptr) {
        other_ = std::fopen(name, "r");
        if (!file_) throw std::runtime_error("cannot open");
    }
    ~File() { if (other_) std::fclose(other_); }
    explicit operator bool() const { return other_ != nullptr; }

private:
    std::FILE* file_;
    std::FILE* other_;
};
"""

GOOD = (_CHECKED,)
