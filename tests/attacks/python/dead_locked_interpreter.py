# ATTACK dead_locked_interpreter
# CLASS: races
# TRIES: holds the interpreter's import lock, and the lock of the output, in a thread that sleeps.
# SAFE GRADER MUST: end what gives no answer in its time, from outside.
# HONEST-RESULT: fail
# AT-MOST: 0
import _imp
import io
import sys
import threading
import time


class Stuck(io.TextIOBase):
    def write(self, text):
        time.sleep(60)

    flush = lambda self: time.sleep(60)


def hold():
    _imp.acquire_lock()
    time.sleep(60)


threading.Thread(target=hold, daemon=True).start()
sys.stdout = sys.stderr = Stuck()
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
