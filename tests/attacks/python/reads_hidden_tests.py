# ATTACK reads_hidden_tests
# CLASS: filesystem
# TRIES: looks for hidden tests, solutions and samples beside every module and path that it knows.
# SAFE GRADER MUST: let nothing of an exercise be readable.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import sys

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_reads_hidden_tests", "pwned_reads_hidden_tests"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

places = {"/", os.getcwd(), os.path.expanduser("~"), *sys.path, sys.prefix, sys.base_prefix}
for module in list(sys.modules.values()):
    place = getattr(module, "__file__", None) or ""
    while len(place) > 1:
        place = os.path.dirname(place)
        places.add(place)
for place in sorted(places):
    for below in ("exercises", "tests", "samples", "hidden", "rubrics", "share/grader", ".git", "../samples",
                  "../exercises", "grader/samples"):
        try:
            names = os.listdir(os.path.join(place, below))
        except OSError:
            continue
        if {"py-lru-cache", "attack-lru", "HEAD", "test_cache.py", "scenarios.py"} & set(names):
            pwned(f"{place}/{below}: {names}")
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
