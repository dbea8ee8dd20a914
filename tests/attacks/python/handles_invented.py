# ATTACK handles_invented
# CLASS: protocol
# TRIES: replies with handles of impossible numbers and type names that look like answers.
# SAFE GRADER MUST: treat handles as opaque; their names are text.
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

REFS = (0, -1, 2**53, "1", [1], None, True)


class LRUCache:
    def __init__(self, capacity):
        nonce = request()["nonce"]
        ref = REFS[int(nonce, 16) % len(REFS)]
        kind = "<b>int</b>\x1b[31m passed" * 20
        send(frame_of({"nonce": nonce, "value": {"ref": ref, "type": kind}}))
