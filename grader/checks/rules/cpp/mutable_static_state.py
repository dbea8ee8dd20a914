"""State that belongs to the whole program is shared by everything in it.

Every test and every thread sees what the last one left behind, and two threads that change it
race. Put the state into an object, make it const, or make it atomic where one shared number is
really what is wanted.

Looked at: variables of namespaces, static members, and static numbers and pointers of functions
that change.
Accepted: const and constexpr, `thread_local`, atomics, mutexes and the like, the one instance of
a class (a static pointer, `std::unique_ptr` or object of the class itself), and objects that a
function makes on first use.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import CursorKind, StorageClass, TLSKind, TypeKind

from grader.checks.cpp.classes import is_scalar
from grader.checks.cpp.expressions import FUNCTIONS
from grader.checks.cpp.types import CLASSES, HIDDEN, has_static_storage, names_class, template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.mutable-static-state"
SUMMARY = "State that can change is shared by the whole program."
ADVICE = "Make it a member of an object, const, or std::atomic."

_SYNCHRONISED = {
    "std::atomic", "std::atomic_flag", "std::mutex", "std::recursive_mutex", "std::timed_mutex",
    "std::recursive_timed_mutex", "std::shared_mutex", "std::shared_timed_mutex",
    "std::once_flag", "std::condition_variable", "std::condition_variable_any", "std::latch",
    "std::barrier", "std::counting_semaphore",
}  # fmt: skip


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find static state that can change, each variable once."""
    owners = list(unit.walk(*CLASSES))
    told: set[str] = set()
    for node in unit.walk(CursorKind.VAR_DECL):
        cursor = node.cursor
        key = str(cursor.canonical.get_usr()) or str(cursor.location)
        if key in told or not has_static_storage(cursor) or not _can_change(cursor):
            continue
        if _holds_single(cursor, owners):
            continue
        if _is_local(node) and not (is_scalar(cursor.type) and _is_changed(node)):
            continue
        told.add(key)
        yield node, f"`{node.spelling}` can be changed from anywhere, also by two threads at once"


def _can_change(cursor: cindex.Cursor) -> bool:
    if cursor.tls_kind != TLSKind.NONE or cursor.storage_class == StorageClass.EXTERN:
        return False
    kind = cursor.type.get_canonical()
    arrays = (TypeKind.CONSTANTARRAY, TypeKind.INCOMPLETEARRAY)
    while kind.kind in arrays and not kind.is_const_qualified():
        kind = kind.element_type.get_canonical()
    if kind.kind in (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE):
        return False
    return not kind.is_const_qualified() and template_name(kind) not in _SYNCHRONISED


def _holds_single(cursor: cindex.Cursor, owners: list[Node]) -> bool:
    """Whether it is the instance of its own class, or of one that nobody else can make."""
    around = cursor.semantic_parent
    return any(
        names_class(cursor.type, owner.cursor)
        for owner in owners
        if (around is not None and owner.cursor.canonical == around.canonical) or _is_closed(owner)
    )


def _is_closed(owner: Node) -> bool:
    made = [child for child in owner.children if child.kind == CursorKind.CONSTRUCTOR]
    usable = [child for child in made if not child.cursor.is_deleted_method()]
    return bool(usable) and all(child.cursor.access_specifier in HIDDEN for child in usable)


def _is_local(node: Node) -> bool:
    return any(
        parent.kind in FUNCTIONS or parent.kind == CursorKind.LAMBDA_EXPR
        for parent in node.ancestors()
    )


def _is_changed(variable: Node) -> bool:
    """Whether the function does more with a static local than to read it."""
    function = next(parent for parent in variable.ancestors() if parent.kind in FUNCTIONS)
    for use in function.walk(CursorKind.DECL_REF_EXPR):
        if use.cursor.referenced != variable.cursor:
            continue
        above = use.parent
        while above is not None and above.kind == CursorKind.PAREN_EXPR:
            above = above.parent
        if above is None:
            continue
        if above.kind in (CursorKind.UNARY_OPERATOR, CursorKind.COMPOUND_ASSIGNMENT_OPERATOR):
            return True
        if above.kind == CursorKind.BINARY_OPERATOR and above.children[0] is use:
            return True
    return False


_SHARED = """\
#include <string>
#include <vector>

int counter = 0;
namespace settings { inline std::string name = "x"; }
static std::vector<int> values;
const char* title = "t";

class Registry {
    static int made;
    static inline std::vector<int> all;
};
int Registry::made = 0;

inline int next_id() {
    static int last = 0;
    return ++last;
}
"""

BAD = (Example(_SHARED, (4, 5, 6, 7, 10, 11, 16)),)

_FIXED = """\
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

constexpr int limit = 3;
inline const std::string name = "x";
static constexpr std::string_view title = "t";
const char* const old_title = "t";
const int table[] = {1, 2};
thread_local int depth = 0;
inline std::atomic<int> counter{0};
inline std::atomic_flag flag;
static std::mutex mutex;
extern int elsewhere;

class Singleton {
public:
    static Singleton& get() {
        static Singleton one;
        return one;
    }
    static Singleton& once() {
        std::call_once(flag_, [] { instance_.reset(new Singleton); });
        return *instance_;
    }
    static std::vector<int>& values() {
        static std::vector<int> all;
        return all;
    }
    static Singleton& leaked() {
        static Singleton* one = new Singleton;
        return *one;
    }

private:
    static inline std::unique_ptr<Singleton> instance_;
    static inline std::once_flag flag_;
    static Singleton* raw_;
    static constexpr int size = 3;
    inline static const std::vector<int> primes{2, 3};
    int state_ = 0;
};
Singleton* Singleton::raw_ = nullptr;

class Once {
    Once() = default;
    friend Once& once();
};
static std::unique_ptr<Once> only;

inline int read() {
    static int answer = 42;
    static const int other = 1;
    return answer + other;
}
"""

GOOD = (_FIXED,)
