# ATTACK surrogates_in_messages
# CLASS: report
# TRIES: raises and prints lone surrogates, noncharacters and invalid UTF-8.
# SAFE GRADER MUST: make them harmless before anything is encoded.
# HONEST-RESULT: fail
# AT-MOST: 0
import os

os.write(1, b"\xff\xfe\xed\xa0\x80\xc0\xaf\xf4\x90\x80\x80" * 20)


class LRUCache:
    def __init__(self, capacity):
        raise type("\ufffe\uffff", (Exception,), {})("\ud800\udfff\U0010ffff\ufdd0 surrogates")
