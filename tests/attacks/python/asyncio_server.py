# ATTACK asyncio_server
# CLASS: network
# TRIES: opens servers and connections through asyncio, http, smtplib, xmlrpc and multiprocessing.
# SAFE GRADER MUST: refuse sockets.
# HONEST-RESULT: contained
# AT-MOST: 100
import asyncio
import contextlib
import http.client
import urllib.request

def pwned(what):
    text = "PWN" + "ED-network " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_asyncio_server", "pwned_asyncio_server"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass


async def serve():
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    if server.sockets:
        pwned(f"serves {server}")


with contextlib.suppress(Exception):
    asyncio.run(asyncio.wait_for(serve(), 0.3))
with contextlib.suppress(Exception):
    urllib.request.urlopen("http://127.0.0.1:1/", timeout=0.2)
    pwned("opened an address")
with contextlib.suppress(Exception):
    http.client.HTTPConnection("localhost", 80, timeout=0.2).connect()
    pwned("connected")


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
