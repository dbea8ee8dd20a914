# ATTACK patch_json
# CLASS: verdict-forge
# TRIES: replaces json.dumps and json.loads of its process.
# SAFE GRADER MUST: rely on nothing that runs in the submission's process.
# HONEST-RESULT: fail
# AT-MOST: 0
import json

_dumps = json.dumps


def dumps(message, **options):
    if isinstance(message, dict) and "raised" in message:
        message = {"nonce": message.get("nonce"), "value": -1}
    return _dumps(message, **options)


json.dumps = dumps
json.loads = lambda text, **_: {"op": "get", "root": "builtins", "path": ["True"], "nonce": "1"}
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
