# ATTACK runs_a_right_answer
# CLASS: filesystem
# TRIES: executes a right cache that it finds below the grader's package or in an exercise's folder.
# SAFE GRADER MUST: let no right answer be readable.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import sys

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_runs_a_right_answer", "pwned_runs_a_right_answer"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

ROOTS = {os.path.dirname(os.path.dirname(sys.modules[name].__file__ or "/x/y"))
         for name in ("grader", "frontrun", "json") if name in sys.modules}
found = None
for root in ROOTS:
    for folder, _, names in os.walk(os.path.join(root, "grader")):
        for name in names:
            path = os.path.join(folder, name)
            try:
                text = open(path, encoding="utf-8").read() if name.endswith(".py") else ""
            except (OSError, ValueError):
                continue
            if "OrderedDict" in text and "move_to_end" in text and "inside" not in path and "checks" not in path:
                pwned(f"{path} has a right answer")
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
