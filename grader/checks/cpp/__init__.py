"""Reading C++ source inside the box: tokens, trees, and what they say."""
