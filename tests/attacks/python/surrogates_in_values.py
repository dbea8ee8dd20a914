# ATTACK surrogates_in_values
# CLASS: protocol
# TRIES: answers with strings of lone surrogates, from inside the protocol and around it.
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
        pass

    def get(self, key):
        if key % 2:
            return "\ud83d" + "\udfff" * 10
        send(frame_of({"nonce": request()["nonce"], "value": {"dict": [["\ud800", ["\udc00"]]]}}))

    def put(self, key, value):
        return {"\udcff": "\ud800"}
