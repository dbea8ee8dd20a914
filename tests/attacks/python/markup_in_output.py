# ATTACK markup_in_output
# CLASS: report
# TRIES: prints markup that ends the page, styles that hide it, entities, and templates.
# SAFE GRADER MUST: escape everything, once.
# HONEST-RESULT: contained
# AT-MOST: 100
print('</pre></body></html><script>alert("forged")</script>')
print("<style>body{display:none}</style><link rel=stylesheet href=//example.org/x.css>")
print("<meta http-equiv=refresh content='0;url=//example.org'><base href=//example.org>")
print("{{ 7 * 7 }} {% raw %} {{ config }} ${7*7} #{7*7} <%= 7 * 7 %> &lt;script&gt; &#60;b&#62;")
print("]]><!--<script>--></textarea></title><svg onload=alert(1)>")


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
