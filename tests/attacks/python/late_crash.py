# ATTACK late_crash
# CLASS: lifecycle
# TRIES: asks for a crash and a dump of all threads a little later, on the channel of replies.
# SAFE GRADER MUST: treat bytes that answer no request as a forgery, and a crash as a failure.
# HONEST-RESULT: fail
# AT-MOST: 0
import faulthandler
import threading

faulthandler.enable(file=4)
faulthandler.dump_traceback_later(0.01, repeat=True, file=4)
threading.Timer(0.3, faulthandler._sigsegv).start()
class LRUCache:
    def __init__(self, capacity):
        threading.Event().wait(0.2)
