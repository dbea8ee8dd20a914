"""A few examples of what `CountCalls` promises. The hidden tests go further."""

from count_calls import CountCalls


class Account:
    def __init__(self, balance):
        self.balance = balance

    @CountCalls
    def deposit(self, amount):
        self.balance += amount
        return self.balance


def test_a_method_knows_its_object():
    account = Account(100)
    assert account.deposit(20) == 120
    assert Account.deposit(account, 5) == 125


def test_two_counters_count_apart():
    @CountCalls
    def inner():
        return "Hello!"

    assert inner() == "Hello!"
    outer = CountCalls(inner)
    assert outer() == "Hello!"
    assert [inner.count, outer.count] == [2, 1]
