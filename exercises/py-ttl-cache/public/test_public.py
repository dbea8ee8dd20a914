"""A few examples of what the cache promises. The hidden tests go further."""

from cache import Cache, cached


def test_a_value_is_kept():
    cache = Cache(ttl=60)
    cache.set("paris", 120)
    assert cache.get("paris") == 120
    cache.invalidate("paris")
    assert cache.get("paris") is None


def test_none_is_a_value():
    cache, nothing = Cache(ttl=60), object()
    cache.set("discount", None)
    assert cache.get("discount", nothing) is None
    assert cache.get("bonus", nothing) is nothing


def test_none_is_computed_once():
    computed = []

    @cached(Cache(ttl=60))
    def discount(customer):
        computed.append(customer)

    discount("ada")
    discount("ada")
    assert computed == ["ada"]


def test_the_order_of_keywords_does_not_matter():
    computed = []

    @cached(Cache(ttl=60))
    def price(**options):
        computed.append(options)
        return 7

    assert price(day=1, night=2) == price(night=2, day=1) == 7
    assert len(computed) == 1
