# ATTACK forged_traceback
# CLASS: protocol
# TRIES: claims exceptions in files of the machine, at lines that do not exist, to have them quoted.
# SAFE GRADER MUST: quote lines of the submission only, from the frozen copy.
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

FILES = ("/etc/passwd", "../../../../etc/passwd", "/proc/self/environ", "solution.py", "",
         "/submission/solution.py", "file:///etc/shadow", "hidden/test_cache.py")
LINES = (1, 0, -1, 10**19, 2**63, 3, -(10**18), 99)


class LRUCache:
    def __init__(self, capacity):
        frames = [{"file": file, "line": line, "function": "LRUCache" * 200}
                  for file, line in zip(FILES, LINES, strict=True)]
        send(frame_of({"nonce": request()["nonce"], "raised": {
            "type": "KeyError", "mro": "KeyError", "message": "x", "traceback": frames}}))
