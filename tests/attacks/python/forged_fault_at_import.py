# ATTACK forged_fault_at_import
# CLASS: protocol
# TRIES: replies that the driver has a fault while it is being imported.
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

send(frame_of({"nonce": request()["nonce"], "fault": "unknown operation 'load'"}))
