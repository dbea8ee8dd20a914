# ATTACK ignores_its_end
# CLASS: lifecycle
# TRIES: handles every signal, and starts over in a thread when its input ends.
# SAFE GRADER MUST: kill, and do not ask.
# HONEST-RESULT: fail
# AT-MOST: 0
import contextlib
import os
import signal
import threading
import time


def on_signal(*_):
    time.sleep(60)


def watch():
    while True:
        time.sleep(0.05)
        os.getppid()


for number in range(1, 65):
    with contextlib.suppress(OSError, ValueError):
        signal.signal(number, on_signal)
threading.Thread(target=watch).start()
class LRUCache:
    def __init__(self, capacity):
        if capacity > 1:
            raise ValueError
        os.close(3)
        watch()
