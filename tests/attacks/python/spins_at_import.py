# ATTACK spins_at_import
# CLASS: resources
# TRIES: spins while it is being imported, with all signals ignored and handled.
# SAFE GRADER MUST: wait for an import that hangs once, not once a test.
# HONEST-RESULT: fail
# AT-MOST: 0
import contextlib
import signal

for number in range(1, 65):
    with contextlib.suppress(OSError, ValueError):
        signal.signal(number, signal.SIG_IGN)
while True:
    pass
