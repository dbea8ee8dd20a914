# ATTACK terminal_escapes_in_messages
# CLASS: report
# TRIES: the same by way of exception messages, class names and function names.
# SAFE GRADER MUST: remove them on the terminal, show them as marks elsewhere.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        text = "\x1b[2J\x1b[H\r100 of 100 points\x1b[8m\n\n\x1b]0;passed\x07\x9b31m\x00\x08\x7f"
        raise type("Passed\x1b[32m", (Exception,), {})(text)
