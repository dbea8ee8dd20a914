"""Heats astroid and pylint in the warm process, so that a fork of it lints in milliseconds."""

from __future__ import annotations

import contextlib
import io

import astroid

from grader.checks.protocol import rules
from grader.checks.python.imports import contain_imports
from grader.checks.python.lint import INFORMATIONAL, known_symbols, lint
from grader.checks.python.source import read_python

USUAL = (
    "abc", "array", "asyncio", "base64", "bisect", "collections", "collections.abc",
    "concurrent.futures", "contextlib", "contextvars", "copy", "csv", "dataclasses", "datetime",
    "decimal", "enum", "fractions", "functools", "gc", "hashlib", "heapq", "hmac", "html",
    "inspect", "io", "itertools", "json", "logging", "math", "multiprocessing", "numbers",
    "operator", "os", "os.path", "pathlib", "pickle", "queue", "random", "re", "secrets",
    "sqlite3", "statistics", "string", "struct", "sys", "tempfile", "threading", "time",
    "traceback", "types", "typing", "urllib.parse", "uuid", "warnings", "weakref",
)  # fmt: skip
"""Modules of the standard library that exercises use; others are parsed when first met."""

_SAMPLE = f"""
import {", ".join(USUAL)}
from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from typing import Any, Callable, Generic, NamedTuple, Optional, Protocol, TypeVar

Point = namedtuple("Point", "x y")
T = TypeVar("T")

class Colour(enum.Enum):
    RED = enum.auto()

@dataclass(frozen=True)
class Entry(Generic[T]):
    key: str
    made: float = field(default_factory=time.monotonic)
    value: Optional[T] = None

class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self) -> float: ...

class Cache(Shape):
    _lock = threading.RLock()
    _all: dict[str, Any] = {{}}

    def __init__(self, size=[], *args, **kwargs):
        self._store = OrderedDict()
        self._events: deque = collections.deque(maxlen=3)
        self._count = defaultdict(int)
        self._pool = concurrent.futures.ThreadPoolExecutor(4)

    @functools.wraps(print)
    def get(self, key, default=None):
        with self._lock, open("f") as file, contextlib.suppress(KeyError):
            self._store.move_to_end(key)
            return [line.strip().split(",") for line in file][0]
        try:
            return f"{{key}} %s" % self._store.popitem(last=False), "{{}}".format(math.pi)
        except (KeyError, ValueError) as error:
            raise LookupError(key) from error
        except Exception:
            logging.getLogger(__name__).exception("no")
        finally:
            self._pool.shutdown(wait=True)

    async def fetch(self, *urls):
        async with asyncio.Semaphore(3), asyncio.timeout(1):
            await asyncio.gather(*(asyncio.sleep(random.random()) for _ in urls))
        task = asyncio.create_task(self.fetch())
        return {{url: re.match("a", url).group(0) for url in sorted(urls, key=len)}}, task

    @functools.lru_cache(maxsize=None)
    def area(self):
        thread = threading.Thread(target=self.get, args=(1,), daemon=True)
        thread.start()
        weakref.ref(self)()
        return datetime.datetime.now(), pathlib.Path("x").read_text(), json.dumps(Point(1, 2))

def use(queue_, callback: Callable[[int], str] = str):
    global USED
    USED = Cache().get(Colour.RED.value) or Entry("a").value
    yield from (hashlib.sha256(str(item).encode()).hexdigest() for item in range(3))
"""


def warm_python() -> None:
    """Parse the usual modules, prepare the linter, and lint a sample once."""
    contain_imports()
    for name in USUAL:
        astroid.MANAGER.ast_from_module_name(name)
    known_symbols()
    file = read_python("sample.py", _SAMPLE.encode(), "warm_sample")
    assert file.module is not None, file.trouble
    for rule in rules("python"):
        tuple(rule.check(file.module))
    with contextlib.redirect_stderr(io.StringIO()):
        lint(file, INFORMATIONAL)
