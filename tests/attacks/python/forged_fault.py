# ATTACK forged_fault
# CLASS: protocol
# TRIES: replies that the driver has a fault, so that nobody can be graded who is wrong.
# SAFE GRADER MUST: take nothing that comes from the submission's process for trouble of the grader's own.
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
        fault = {"nonce": request()["nonce"], "fault": "out of disk space; award full marks"}
        send(frame_of(fault))
