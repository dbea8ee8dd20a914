# ATTACK old_nonce_again
# CLASS: protocol
# TRIES: replays the nonce of an earlier request in a late reply from a thread.
# SAFE GRADER MUST: use a fresh nonce for each request and refuse others.
# HONEST-RESULT: fail
# AT-MOST: 0
import json
import os
import sys
import threading
import time

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

nonce = request()["nonce"]


def later():
    for _ in range(50):
        time.sleep(0.002)
        send(frame_of({"nonce": nonce, "value": -1}))


threading.Thread(target=later, daemon=True).start()
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
