"""What is handed in: right, and wrong in one of its functions."""


def middle(values):
    """The median; the mean of two middle values."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def runs(values):
    """How often each value comes in a row: pairs of value and count."""
    found = []
    for value in values:
        if found and found[-1][0] == value:
            found[-1][1] += 1
        else:
            found.append([value, 1])
    return [tuple(pair) for pair in found]


def roman(number):
    """A number from 1 to 3999 in Roman digits."""
    pairs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
             (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for value, digits in pairs:
        while number >= value:
            text += digits
            number -= value
    return text
