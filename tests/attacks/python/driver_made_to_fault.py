# ATTACK driver_made_to_fault
# CLASS: protocol
# TRIES: empties the driver's tables of operations, roots and handles, so that it faults on every request.
# SAFE GRADER MUST: take nothing that comes from the submission's process for trouble of the grader's own.
# HONEST-RESULT: fail
# AT-MOST: 0
import sys

frame = sys._getframe()
while frame is not None:
    driver = frame.f_locals.get("driver") or frame.f_locals.get("self")
    if hasattr(driver, "operations") and hasattr(driver, "roots"):
        break
    frame = frame.f_back
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass


if frame is not None:
    driver.operations.clear()
    driver.roots.clear()
