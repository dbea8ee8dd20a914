# ATTACK colliding_keys
# CLASS: protocol
# TRIES: replies with a dict of tuples of -1 and -2, which have the same hash, as keys.
# SAFE GRADER MUST: bound the work that a frame can cause, not only its size.
# HONEST-RESULT: fail
# AT-MOST: 0
import itertools
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
        tuples = itertools.islice(itertools.product((-1, -2), repeat=15), 20_000)
        some = [[{"tuple": list(item)}, 1] for item in tuples]
        send(frame_of({"nonce": request()["nonce"], "value": {"dict": some}}))

    def put(self, key, value):
        return None
