# ATTACK reply_from_within
# CLASS: protocol
# TRIES: finds the nonce in the driver's frames and replies itself; the driver's reply follows.
# SAFE GRADER MUST: treat bytes that answer no request as a forgery that fails the test.
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
        send(frame_of({"nonce": request()["nonce"], "value": {"ref": 1, "type": "LRUCache"}}))

    def get(self, key):
        send(frame_of({"nonce": request()["nonce"], "value": -1}))
        return -1

    def put(self, key, value):
        send(frame_of({"nonce": request()["nonce"], "value": None}))
