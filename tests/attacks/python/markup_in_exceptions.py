# ATTACK markup_in_exceptions
# CLASS: report
# TRIES: raises exceptions whose class, message and function names are HTML with scripts and frames.
# SAFE GRADER MUST: escape everything; no element and no attribute of the page comes from a submission.
# HONEST-RESULT: fail
# AT-MOST: 0
NAME = '<img src=x onerror=alert("forged")><script>alert("forged")</script>'


class LRUCache:
    def __init__(self, capacity):
        kind = type(NAME, (Exception,), {"__module__": NAME})
        text = NAME + '"></pre></details><iframe srcdoc="<script>alert(1)</script>"></iframe>'
        source = "def f(kind, text):\n    raise kind(text)\n"
        code = compile(source, "/submission/<script>alert(1)</script>.py", "exec")
        space = {}
        exec(code.replace(co_name=NAME), space)
        function = space["f"]
        function.__code__ = function.__code__.replace(co_name=NAME, co_qualname=NAME)
        function(kind, text)
