# ATTACK answers_from_threads
# CLASS: races
# TRIES: does its work in threads that outlive each call, and is right.
# SAFE GRADER MUST: see each call's answer; nothing is owed to threads.
# HONEST-RESULT: contained
# AT-MOST: 100
import queue
import threading


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]


class Served(LRUCache):
    def __init__(self, capacity):
        super().__init__(capacity)
        self.asked = queue.SimpleQueue()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            work, arguments, answer = self.asked.get()
            answer.put(work(*arguments))

    def ask(self, work, *arguments):
        answer = queue.SimpleQueue()
        self.asked.put((work, arguments, answer))
        return answer.get()

    def get(self, key):
        return self.ask(super().get, key)

    def put(self, key, value):
        return self.ask(super().put, key, value)


LRUCache = Served
