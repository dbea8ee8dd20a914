import threading


class Server:
    def __init__(self, server_id, capacity=100):
        self.server_id = server_id
        self.capacity = capacity
        self.current_load = 0
        self._lock = threading.Lock()

    def take_place(self):
        with self._lock:
            if self.current_load >= self.capacity:
                return False
            self.current_load += 1
            return True

    def handle_request(self, request):
        if self.take_place():
            return f"Server {self.server_id} handled request: {request}"
        return f"Server {self.server_id} is overloaded"

    def finish_request(self):
        with self._lock:
            if self.current_load > 0:
                self.current_load -= 1


class LoadBalancer:
    def __init__(self, servers):
        self.servers = list(servers)
        self._index = 0
        self._lock = threading.Lock()

    def round_robin(self, request):
        for _ in range(len(self.servers)):
            with self._lock:
                server = self.servers[self._index]
                self._index = (self._index + 1) % len(self.servers)
            if server.take_place():
                return f"Server {server.server_id} handled request: {request}"
        return "All servers overloaded"
