"""Reading Python source inside the box: decoding, trees, names, locks, and pylint."""
