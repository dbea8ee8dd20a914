# ATTACK frame_walk_expected
# CLASS: verdict-forge
# TRIES: walks the frames of its callers and the frames of other threads for what is expected.
# SAFE GRADER MUST: keep expected values out of this process.
# HONEST-RESULT: fail
# AT-MOST: 0
import sys

def pwned(what):
    text = "PWN" + "ED-verdict-forge " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_frame_walk_expected", "pwned_frame_walk_expected"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass


def look():
    frames = list(sys._current_frames().values())
    for frame in frames:
        while frame is not None:
            for name in ("expected", "right", "model", "reveal", "rng"):
                if name in frame.f_locals or name in frame.f_globals:
                    pwned(f"{name} is in a frame: {frame.f_locals.get(name)!r}")
            frame = frame.f_back
    return 0


class LRUCache:
    def __init__(self, capacity):
        look()

    def get(self, key):
        return look()

    def put(self, key, value):
        return look()
