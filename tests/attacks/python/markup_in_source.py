# ATTACK markup_in_source
# CLASS: static-checks
# TRIES: has names, texts and comments that are markup, escapes and templates in every quoted line.
# SAFE GRADER MUST: escape what is quoted.
# HONEST-RESULT: contained
# AT-MOST: 100
import os, sys  # <script>alert("forged")</script>


def unused(x=[]):  # </code></pre><img src=x onerror=alert(1)>
    y = "<script>alert('forged')</script>{{ 7*7 }}{% raw %}"
    z = "\N{RIGHT-TO-LEFT OVERRIDE}"
    try:
        pass
    except:  # "><svg/onload=alert(1)>
        pass


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
