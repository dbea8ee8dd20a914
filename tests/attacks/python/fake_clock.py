# ATTACK fake_clock
# CLASS: races
# TRIES: stops and turns back every clock that Python has, and then sleeps.
# SAFE GRADER MUST: measure time outside.
# HONEST-RESULT: fail
# AT-MOST: 0
import datetime
import time

sleep = time.sleep
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time", "time_ns"):
    setattr(time, name, lambda: 0)
time.sleep = lambda seconds: None
datetime.datetime = None


class LRUCache:
    def __init__(self, capacity):
        if capacity > 1:
            raise ValueError
        sleep(30)
