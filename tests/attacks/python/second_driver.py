# ATTACK second_driver
# CLASS: protocol
# TRIES: takes the place of the driver: reads the requests itself and answers each with a guess.
# SAFE GRADER MUST: keep what is expected out of this process; a guess stays a guess.
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

def receive(count):
    data = b""
    while len(data) < count:
        data += os.read(3, count - len(data)) or os._exit(0)
    return data


def serve(nonce):
    value = None
    while True:
        send(frame_of({"nonce": nonce, "value": value}))
        message = json.loads(receive(int.from_bytes(receive(4), "big")))
        nonce, path = message["nonce"], message.get("path")
        value = -1
        if path == ["LRUCache"]:
            value = {"ref": 1, "type": "LRUCache"}
        elif path in (["answers"], ["in_turn"]):
            value = [-1] * len(message["args"][1])
        elif path == ["same_object"]:
            value = True


serve(request()["nonce"])
