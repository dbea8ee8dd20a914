"""A few examples of what `lru_cache` promises. The hidden tests go further."""

from lru_cache import lru_cache


def test_second_call_is_answered_from_the_cache():
    computed = []

    @lru_cache(maxsize=2)
    def double(number):
        computed.append(number)
        return 2 * number

    assert [double(4), double(4)] == [8, 8]
    assert computed == [4]


def test_the_least_recently_used_entry_goes():
    computed = []

    @lru_cache(maxsize=2)
    def double(number):
        computed.append(number)
        return 2 * number

    for number in (1, 2, 1, 3, 1):
        double(number)
    assert computed == [1, 2, 3]


def test_size_zero_keeps_nothing():
    computed = []

    @lru_cache(maxsize=0)
    def double(number):
        computed.append(number)
        return 2 * number

    assert [double(4), double(4)] == [8, 8]
    assert computed == [4, 4]


def test_keyword_arguments_count():
    @lru_cache()
    def price(product, *, currency):
        return f"{product} in {currency}"

    assert price("tea", currency="EUR") == "tea in EUR"
    assert price("tea", currency="USD") == "tea in USD"
