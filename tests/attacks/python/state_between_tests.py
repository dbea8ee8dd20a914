# ATTACK state_between_tests
# CLASS: lifecycle
# TRIES: leaves marks in builtins, the standard library and the environment, and looks for those of others.
# SAFE GRADER MUST: fork each test from a process that never saw a submission.
# HONEST-RESULT: fail
# AT-MOST: 0
import builtins
import json
import os
import sys

def pwned(what):
    text = "PWN" + "ED-lifecycle " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_state_between_tests", "pwned_state_between_tests"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

if hasattr(builtins, "pwned_mark") or hasattr(json, "pwned_mark") or "PWNED_MARK" in os.environ:
    pwned("found a mark of a former test")
builtins.pwned_mark = json.pwned_mark = True
os.environ["PWNED_MARK"] = "1"
sys.modules["pwned_mark"] = json
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
