# ATTACK surrogates_in_replies
# CLASS: protocol
# TRIES: replies with lone surrogates in values, types, messages and tracebacks.
# SAFE GRADER MUST: refuse them or make them harmless before anything is encoded.
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
        bad = "\ud800" * 3 + "\udc80"
        nonce = request()["nonce"]
        told = {"type": bad, "mro": [bad], "message": bad * 50,
                "traceback": [{"file": "solution.py", "line": 3, "function": bad},
                              {"file": bad, "line": 3, "function": bad}]}
        if capacity == 1:
            send(frame_of({"nonce": nonce, "raised": told}))
        else:
            send(frame_of({"nonce": nonce, "value": {"ref": 1, "type": bad}}))
