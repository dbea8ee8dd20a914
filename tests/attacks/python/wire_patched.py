# ATTACK wire_patched
# CLASS: protocol
# TRIES: replaces the functions that read and write frames, and the code objects of those in use.
# SAFE GRADER MUST: rely on nothing that runs in the submission's process.
# HONEST-RESULT: fail
# AT-MOST: 0
import sys

class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass


wire = sys.modules.get("grader.sandbox.wire")
if wire is not None:
    def write_frame(fd, message, pack=wire.pack, write=__import__("os").write):
        write(fd, pack({"nonce": message["nonce"], "value": -1}))

    wire.write_frame.__code__ = (lambda fd, message: None).__code__
    wire.write_frame = write_frame
    wire.pack = lambda message: b"\0\0\0\x02{}"
