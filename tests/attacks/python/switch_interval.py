# ATTACK switch_interval
# CLASS: races
# TRIES: makes threads never switch, and spins in one while another must answer.
# SAFE GRADER MUST: end what gives no answer in its time, from outside.
# HONEST-RESULT: fail
# AT-MOST: 0
import sys
import threading

sys.setswitchinterval(1e9)


def spin():
    while True:
        pass


threading.Thread(target=spin, daemon=True).start()
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
