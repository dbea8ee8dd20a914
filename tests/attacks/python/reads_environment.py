# ATTACK reads_environment
# CLASS: filesystem
# TRIES: reads the environment, the arguments and the standard input for secrets and paths.
# SAFE GRADER MUST: start it with an environment of its own.
# HONEST-RESULT: contained
# AT-MOST: 100
import os
import sys

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_reads_environment", "pwned_reads_environment"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

ALLOWED = {"PYTHONHASHSEED", "HOME", "LC_ALL", "LC_CTYPE", "PWD"}
if set(os.environ) - ALLOWED:
    pwned(f"environment {sorted(set(os.environ) - ALLOWED)}")
if [word for word in sys.orig_argv if "hidden" in word or "exercises" in word or "submission" in word]:
    pwned(f"arguments {sys.orig_argv}")
try:
    if os.read(0, 100):
        pwned("something on standard input")
except OSError:
    pass


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]
