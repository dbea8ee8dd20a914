# ATTACK malformed_exception
# CLASS: protocol
# TRIES: claims exceptions of every wrong shape: no MRO, numbers for names, a dict for a traceback.
# SAFE GRADER MUST: decode exceptions as strictly as values.
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

SHAPES = (None, [], "text", 5, {}, {"type": 5}, {"type": "E", "mro": {}, "message": "", "traceback": []},
          {"type": "E", "mro": [], "message": "", "traceback": {"a": 1}},
          {"type": "E", "mro": [], "message": "", "traceback": [5]},
          {"type": "E", "mro": [], "message": "", "traceback": [{"file": "a", "line": "1"}]},
          {"type": "E", "mro": [1], "message": "", "traceback": []})


class LRUCache:
    def __init__(self, capacity):
        nonce = request()["nonce"]
        send(frame_of({"nonce": nonce, "raised": SHAPES[int(nonce, 16) % len(SHAPES)]}))
