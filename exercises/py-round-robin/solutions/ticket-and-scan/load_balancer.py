"""A load balancer without a lock of its own: each request draws a number and starts there."""

import itertools
import threading


class Server:
    def __init__(self, server_id, capacity=100):
        self.server_id = server_id
        self.capacity = capacity
        self.current_load = 0
        self._lock = threading.Lock()

    def handle_request(self, request):
        if not self.try_to_enter():
            return f"Server {self.server_id} is overloaded"
        return f"Server {self.server_id} handled request: {request}"

    def try_to_enter(self):
        with self._lock:
            free = self.current_load < self.capacity
            if free:
                self.current_load += 1
        return free

    def finish_request(self):
        with self._lock:
            self.current_load = max(0, self.current_load - 1)


class LoadBalancer:
    def __init__(self, servers):
        self.servers = list(servers)
        self._tickets = itertools.count()  # next() on it is a single step

    def round_robin(self, request):
        first = next(self._tickets)
        for offset in range(len(self.servers)):
            server = self.servers[(first + offset) % len(self.servers)]
            if server.try_to_enter():
                return f"Server {server.server_id} handled request: {request}"
        return "All servers overloaded"
