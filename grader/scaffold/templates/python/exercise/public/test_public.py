"""Two examples of what `add` promises. The hidden tests go further."""

from basket import add


def test_a_new_basket():
    assert add("apples") == ["apples"]
    assert add("bread") == ["bread"]


def test_one_more_item():
    basket = ["apples"]
    assert add("bread", basket) == ["apples", "bread"]
    assert basket == ["apples"]
