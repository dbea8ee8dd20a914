"""Hidden tests of the three statistics. Scenarios report numbers; they are judged here."""

import pytest

LARGEST = 2**31 - 1
SMALLEST = -(2**31)


def scrambled(rng, count):
    """Different numbers that are in no order, neither rising nor falling."""
    values = sorted(rng.sample(range(-500, 500), count))
    middle = values[1:-1]
    rng.shuffle(middle)
    return [values[-1], *middle, values[0]][:: rng.choice([1, -1])]


def zigzag(rng, count):
    """Large and small by turns, so that no position is that of the sorted order."""
    values = sorted(rng.sample(range(-500, 500), 2 * count))
    small, large = values[:count], values[count:]
    return [value for pair in zip(reversed(large), reversed(small), strict=True) for value in pair]


@pytest.mark.criterion("compiles")
@pytest.mark.build("main", "address,undefined")
def test_builds(build, reveal):
    """A program that includes `stats.hpp` and calls the three functions compiles."""
    reveal("A program that includes your header and calls all three functions could not be built.")
    assert build.ok


@pytest.mark.criterion("position")
def test_position_as_given(scenarios, rng, reveal):
    """The position is that in the order of the caller."""
    numbers = zigzag(rng, rng.randint(2, 4))
    moved = [n for i, n in enumerate(numbers) if sorted(numbers)[i] != n]
    value = rng.choice(moved)
    found = scenarios.position(numbers, value)
    reveal(f"find_position({numbers}, {value}) was {found}; the value is at position "
           f"{numbers.index(value)}.")
    assert found == numbers.index(value)


@pytest.mark.criterion("position")
def test_first_of_several(scenarios, rng, reveal):
    """When several elements are equal to the value, the first one counts."""
    value, other, third = rng.sample(range(1000), 3)
    first = rng.randint(1, 3)
    numbers = [other] * first + [value, third, value, value]
    found = scenarios.position(numbers, value)
    reveal(f"find_position({numbers}, {value}) was {found}; the first one is at {first}.")
    assert found == first


@pytest.mark.criterion("position")
def test_position_at_either_end(scenarios, rng, reveal):
    """The value is the first element, or the last one."""
    numbers = scrambled(rng, rng.randint(4, 7))
    for value in (numbers[0], numbers[-1]):
        found = scenarios.position(numbers, value)
        reveal(f"find_position({numbers}, {value}) was {found}; the value is at position "
               f"{numbers.index(value)}.")
        assert found == numbers.index(value)


@pytest.mark.criterion("not-there")
def test_value_is_missing(scenarios, rng, reveal):
    """The value is not among the numbers: smaller, larger, or in between."""
    middle = rng.randint(-100, 100)
    numbers = [middle + 10, middle - 10, middle + 5, middle - 5]
    for value in (middle, middle - 50, middle + 50):
        found = scenarios.position(numbers, value)
        reveal(f"find_position({numbers}, {value}) gave {found}, although the value is not there.")
        assert found is None


@pytest.mark.criterion("not-there")
def test_search_in_nothing(scenarios, rng, reveal):
    """There are no numbers at all."""
    found = scenarios.position([], rng.randint(0, 9))
    reveal(f"In an empty vector, a position was found: {found}.")
    assert found is None


@pytest.mark.criterion("untouched")
def test_search_changes_nothing(scenarios, rng, reveal):
    """After a search, the numbers of the caller are as they were."""
    numbers = scrambled(rng, rng.randint(4, 7))
    value = rng.choice([*numbers, 1000])
    after = scenarios.after_the_search(numbers, value)
    reveal(f"After find_position({numbers}, {value}), the vector of the caller was {after}.")
    assert after == numbers


@pytest.mark.criterion("untouched")
def test_search_takes_const(scenarios, reveal):
    """A vector that must not change, a `const` one, can be searched."""
    reveal("find_position cannot be called with a const std::vector<int>.")
    assert scenarios.takes_const() is True


@pytest.mark.criterion("whole-sums")
@pytest.mark.parametrize("sign", [1, -1])
def test_large_sums(scenarios, rng, reveal, sign):
    """A sum of `int`s that no `int` can hold."""
    numbers = [sign * rng.randint(2_000_000_000, LARGEST) for _ in range(rng.randint(5, 9))]
    reveal(f"sum({numbers}) is {sum(numbers)}. The program ended before it had the sum.")
    answer = scenarios.sum_of_ints(numbers)
    reveal(f"sum({numbers}) was {answer}; it is {sum(numbers)}.")
    assert answer == sum(numbers)


@pytest.mark.criterion("whole-sums")
def test_many_large_numbers(scenarios, reveal):
    """The sum of four million large `int`s, exact to the last digit."""
    # odd, and beyond 2**53: no double can hold it
    count = 2**22 + 5
    answer = scenarios.sum_of_many(LARGEST, count)
    reveal(f"{count} times {LARGEST} gave a sum of {answer}; it is {LARGEST * count}.")
    assert answer == LARGEST * count


@pytest.mark.criterion("whole-sums")
def test_small_sums(scenarios, rng, reveal):
    """Sums of a few `int`s, with negative ones and with none."""
    numbers = [rng.randint(-1000, -1) for _ in range(rng.randint(1, 9))]
    for given in (numbers, []):
        answer = scenarios.sum_of_ints(given)
        reveal(f"sum({given}) was {answer}; it is {sum(given)}.")
        assert answer == sum(given)


@pytest.mark.criterion("fractions")
def test_fractions_count(scenarios, rng, reveal):
    """A sum of `double`s with digits behind the point."""
    numbers = [rng.randrange(1, 1024, 2) / 1024 for _ in range(rng.randint(3, 8))]
    if sum(numbers).is_integer():
        numbers.append(0.5)
    answer = scenarios.sum_of_doubles(numbers)
    reveal(f"sum({numbers}) was {answer}; it is {sum(numbers)}.")
    assert answer == sum(numbers)


@pytest.mark.criterion("fractions")
def test_large_doubles(scenarios, rng, reveal):
    """A sum of `double`s that are larger than any whole-number type, or have many digits."""
    exact = [rng.randrange(2**40, 2**41) + 0.25, rng.randrange(2**40, 2**41) + 0.5]
    huge = [rng.choice([1e30, 2e40, 4e50])] * 2
    for numbers in (exact, huge):
        reveal(f"sum({numbers}) is {sum(numbers)}. The program ended before it had the sum.")
        answer = scenarios.sum_of_doubles(numbers)
        reveal(f"sum({numbers}) was {answer}; it is {sum(numbers)}.")
        assert answer == sum(numbers)


@pytest.mark.criterion("fractions")
def test_sum_of_no_doubles(scenarios, reveal):
    """The sum of no `double`s."""
    answer = scenarios.sum_of_doubles([])
    reveal(f"The sum of an empty std::vector<double> was {answer}; it is 0.")
    assert answer == 0


@pytest.mark.criterion("doubles")
def test_doubles_in_order(scenarios, rng, reveal):
    """Each number is doubled, in the same order."""
    numbers = scrambled(rng, rng.randint(4, 7))
    for given in (numbers, []):
        answer = scenarios.doubled(given)
        reveal(f"double_all({given}) was {answer}.")
        assert answer == [2 * number for number in given]


@pytest.mark.criterion("doubles")
def test_doubles_of_large_numbers(scenarios, rng, reveal):
    """Numbers whose double no `int` can hold."""
    numbers = [LARGEST, rng.randint(2**30, LARGEST), SMALLEST, rng.randint(SMALLEST, -(2**30) - 1)]
    reveal(f"double_all({numbers}) ended the program.")
    answer = scenarios.doubled(numbers)
    reveal(f"double_all({numbers}) was {answer}.")
    assert answer == [2 * number for number in numbers]


@pytest.mark.criterion("header")
@pytest.mark.build("two-files", "address,undefined")
def test_two_source_files(build, reveal):
    """Two source files that include `stats.hpp` make one program."""
    reveal("A program with two source files that both include your header could not be built.")
    assert build.ok
