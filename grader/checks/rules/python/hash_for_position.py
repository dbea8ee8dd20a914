"""`hash(x) % n` is not a rotation, and not a stable address either.

The same request goes to the same place for ever, however busy that is; texts hash differently
in every process, so two processes disagree about where a key lives; and a list cannot be
hashed at all. Take turns with a counter (or `itertools.cycle`) to spread work. To place keys
across machines, use a digest such as `hashlib.sha256` with consistent or rendezvous hashing.

Heuristic: tables inside one process (names with bucket, slot, stripe, lock or table) and
`__hash__` methods may use `hash` for a position, and are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.names import called, enclosing_function, own_nodes

NAME = "py.hash-for-position"
SUMMARY = "An element is chosen by `hash(...) % n`."
ADVICE = "Keep a position that moves on with every call, or use a stable digest for placement."

_IN_PROCESS_TABLE = re.compile(r"bucket|slot|stripe|lock|table|bins?\b", re.IGNORECASE)


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find remainders of a hash by which an element is chosen."""
    for node in module.nodes_of_class((nodes.BinOp, nodes.Call)):
        hashed = _remainder(node)
        if hashed is not None and _chooses(node):
            yield (
                hashed,
                "`hash` decides which element is taken; it neither rotates nor stays stable",
            )


def _remainder(node: nodes.NodeNG) -> nodes.NodeNG | None:
    """The `hash(...)` call in `hash(x) % n`, `abs(hash(x)) % n` or `divmod(hash(x), n)`."""
    if isinstance(node, nodes.BinOp):
        dividend = node.left if node.op == "%" else None
    else:
        dividend = node.args[0] if called(node) == "builtins.divmod" and node.args else None
    if isinstance(dividend, nodes.Call) and called(dividend) == "builtins.abs" and dividend.args:
        dividend = dividend.args[0]
    return dividend if called(dividend) == "builtins.hash" else None


def _chooses(node: nodes.NodeNG) -> bool:
    """Whether the remainder picks an element, or is taken by the length of a container."""
    function = enclosing_function(node)
    if function is not None and function.name == "__hash__":
        return False
    containers = [item for item in (_indexed(node), _measured(node)) if item is not None]
    if function is not None:
        containers += _indexed_by_variable(node, function)
    return bool(containers) and not any(
        _IN_PROCESS_TABLE.search(item.as_string()) for item in containers
    )


def _indexed(node: nodes.NodeNG) -> nodes.NodeNG | None:
    parent = node.parent
    if isinstance(parent, nodes.Subscript) and parent.slice is node:
        return parent.value
    return None


def _measured(node: nodes.NodeNG) -> nodes.NodeNG | None:
    """`x` in `... % len(x)`."""
    size = node.right if isinstance(node, nodes.BinOp) else node.args[-1]
    return size.args[0] if called(size) == "builtins.len" and size.args else None


def _indexed_by_variable(node: nodes.NodeNG, function: nodes.FunctionDef) -> list[nodes.NodeNG]:
    """Containers that the function indexes with a variable that holds the remainder."""
    statement = node.statement()
    if not (isinstance(statement, nodes.Assign) and statement.value is node):
        return []
    names = {item.name for item in statement.targets if isinstance(item, nodes.AssignName)}
    return [
        item.value
        for item in own_nodes(function, nodes.Subscript)
        if isinstance(item.slice, nodes.Name) and item.slice.name in names
    ]


_GUIDE = """\
class LoadBalancer:
    def __init__(self, servers):
        self.servers = servers

    def round_robin(self, request):
        server = self.servers[hash(request) % len(self.servers)]
        return server.handle_request(request)
"""

_SHARDS = """\
class ShardedDatabase:
    def __init__(self, num_shards):
        self.num_shards = num_shards
        self.shards = [{} for _ in range(num_shards)]

    def get(self, key):
        shard_index = abs(hash(key)) % self.num_shards
        return self.shards[shard_index].get(key)
"""

BAD = (Example(_GUIDE, (6,)), Example(_SHARDS, (7,)))

_COUNTER = """\
import itertools
import threading

class LoadBalancer:
    def __init__(self, servers):
        self.servers = list(servers)
        self._turn = 0
        self._lock = threading.Lock()

    def round_robin(self, request):
        with self._lock:
            server = self.servers[self._turn % len(self.servers)]
            self._turn += 1
        return server.handle_request(request)
"""

_DIGEST = """\
import hashlib

class ShardedDatabase:
    def __init__(self, num_shards):
        self.shards = [{} for _ in range(num_shards)]

    def _shard(self, key):
        def weight(index):
            return hashlib.sha256(f"{index}:{key}".encode()).digest()
        return self.shards[max(range(len(self.shards)), key=weight)]
"""

_OWN_TABLE = """\
import threading

class StripedCounter:
    def __init__(self):
        self._locks = [threading.Lock() for _ in range(16)]
        self._buckets = [[] for _ in range(16)]

    def __hash__(self):
        return hash(self._locks[0]) % 1024

    def lock_for(self, key):
        return self._locks[hash(key) % len(self._locks)]

    def bucket_for(self, key):
        index = hash(key) % 16
        return self._buckets[index]
"""

_OWN_HASH = """\
from zlib import crc32 as hash

SHARDS = [{}, {}]

def shard(key: bytes):
    return SHARDS[hash(key) % len(SHARDS)]
"""

GOOD = (_COUNTER, _DIGEST, _OWN_TABLE, _OWN_HASH)
