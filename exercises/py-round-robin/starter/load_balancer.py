# Load Balancer Example
from typing import List


class Server:
    def __init__(self, server_id: str, capacity: int = 100):
        self.server_id = server_id
        self.capacity = capacity
        self.current_load = 0

    def handle_request(self, request):
        if self.current_load < self.capacity:
            self.current_load += 1
            return f"Server {self.server_id} handled request: {request}"
        else:
            return f"Server {self.server_id} is overloaded"

    def finish_request(self):
        if self.current_load > 0:
            self.current_load -= 1


class LoadBalancer:
    def __init__(self, servers: List[Server]):
        self.servers = servers

    def round_robin(self, request):
        # Simple round-robin implementation
        server = self.servers[hash(request) % len(self.servers)]
        return server.handle_request(request)
