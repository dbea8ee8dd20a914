"""A load balancer whose servers take turns: an index under a lock."""

import threading
from collections.abc import Sequence


class Server:
    """A server with a number of places; every change of its load is one step."""

    def __init__(self, server_id: str, capacity: int = 100) -> None:
        self.server_id = server_id
        self.capacity = capacity
        self.current_load = 0
        self._lock = threading.Lock()

    def take_place(self) -> bool:
        """Take a place and return True, or False when there is none."""
        with self._lock:
            if self.current_load >= self.capacity:
                return False
            self.current_load += 1
            return True

    def handle_request(self, request: object) -> str:
        """Handle the request, or say that there is no free place."""
        if self.take_place():
            return f"Server {self.server_id} handled request: {request}"
        return f"Server {self.server_id} is overloaded"

    def finish_request(self) -> None:
        """Give a place back."""
        with self._lock:
            if self.current_load > 0:
                self.current_load -= 1


class LoadBalancer:
    """Sends each request to the next server in turn that has a free place."""

    def __init__(self, servers: Sequence[Server]) -> None:
        self._servers = tuple(servers)
        self._next = 0
        self._lock = threading.Lock()

    def round_robin(self, request: object) -> str:
        """What the server that took the request answers."""
        with self._lock:
            count = len(self._servers)
            for _ in range(count):
                server = self._servers[self._next]
                self._next = (self._next + 1) % count
                if server.take_place():
                    break
            else:
                return "All servers overloaded"
        return f"Server {server.server_id} handled request: {request}"
