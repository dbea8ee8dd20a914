# ATTACK exception_text_of_another_type
# CLASS: report
# TRIES: raises exceptions whose text is an instance of a subclass of str that lies about itself.
# SAFE GRADER MUST: take the exact text, bounded, or none.
# HONEST-RESULT: fail
# AT-MOST: 0
class Text(str):
    def __getitem__(self, item):
        return self

    def encode(self, *_, **__):
        return self

    def decode(self, *_, **__):
        return {"nested": self}

    def __len__(self):
        return -(2**70)


class Trap(Exception):
    def __str__(self):
        return Text("x" * 100_000)


class LRUCache:
    def __init__(self, capacity):
        raise Trap
