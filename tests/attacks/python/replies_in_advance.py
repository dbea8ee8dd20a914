# ATTACK replies_in_advance
# CLASS: protocol
# TRIES: replies to the import at once and sends hundreds of replies to what will be asked.
# SAFE GRADER MUST: refuse bytes that are there before a request is.
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

nonce = request()["nonce"]
send(frame_of({"nonce": nonce, "value": None}) + frame_of({"nonce": nonce, "value": -1}) * 300)
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
