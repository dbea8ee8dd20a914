# ATTACK raw_system_calls
# CLASS: process
# TRIES: tries system calls that open the kernel: namespaces, bpf, io_uring, userfaultfd, memfd, keys, mounts.
# SAFE GRADER MUST: name the calls that are allowed; refuse the rest.
# HONEST-RESULT: contained
# AT-MOST: 100
import ctypes

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_raw_system_calls", "pwned_raw_system_calls"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

libc = ctypes.CDLL(None, use_errno=True)
CALLS = {
    "unshare": (272, 0x10000000), "clone3": (435, 0, 0), "bpf": (321, 0, 0, 0),
    "io_uring_setup": (425, 8, b"\0" * 120), "userfaultfd": (323, 0),
    "memfd_create": (319, b"x", 0), "keyctl": (250, 0, -3, 1), "add_key": (248, b"user", b"x", b"y", 1, -3),
    "perf_event_open": (298, b"\0" * 128, 0, -1, -1, 0), "mount": (165, b"none", b"/", b"tmpfs", 0, 0),
    "fsopen": (430, b"tmpfs", 0), "open_tree": (428, -100, b"/", 0), "shmget": (29, 0, 4096, 0o1777),
    "mq_open": (240, b"x", 0o102, 0o600, 0), "inotify_init": (253,), "fanotify_init": (300, 0, 0),
    "process_madvise": (440, 0, 0, 0, 0, 0), "pidfd_open": (434, 1, 0), "setns": (308, 3, 0),
    "pkey_alloc": (330, 0, 0), "vmsplice": (278, 1, 0, 0, 0), "memfd_secret": (447, 0),
    "name_to_handle_at": (303, -100, b"/", b"\x80\0\0\0" + b"\0" * 132, b"\0" * 8, 0),
    "chroot": (161, b"/"), "acct": (163, 0), "personality": (135, 0x0040000), "seccomp": (317, 1, 0, 0),
    "x32": (0x40000000 + 39,), "swapon": (167, b"/", 0), "kexec": (246, 0, 0, 0, 0), "modify_ldt": (154, 0, 0, 0),
}  # fmt: skip
for name, call in CALLS.items():
    if libc.syscall(*call) >= 0:
        pwned(name)


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]
