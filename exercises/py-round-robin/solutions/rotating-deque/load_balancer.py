"""A load balancer on a deque: whoever has been asked goes to the end of the queue."""

import threading
from collections import deque


class Server:
    def __init__(self, server_id, capacity=100):
        self.server_id = server_id
        self.capacity = capacity
        self.current_load = 0
        self._lock = threading.RLock()

    def handle_request(self, request):
        with self._lock:
            if self.current_load >= self.capacity:
                return f"Server {self.server_id} is overloaded"
            self.current_load += 1
        return f"Server {self.server_id} handled request: {request}"

    def finish_request(self):
        with self._lock:
            if self.current_load:
                self.current_load -= 1


class LoadBalancer:
    def __init__(self, servers):
        self._queue = deque(servers)
        self._lock = threading.Lock()

    def round_robin(self, request):
        with self._lock:
            for _ in range(len(self._queue)):
                server = self._queue[0]
                self._queue.rotate(-1)
                answer = server.handle_request(request)
                if answer != f"Server {server.server_id} is overloaded":
                    return answer
        return "All servers overloaded"
