"""A few examples of what `LRUCache` promises."""

from solution import LRUCache


def test_a_hit_is_a_use():
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert cache.get("b") == -1
    assert cache.get("a") == 1
