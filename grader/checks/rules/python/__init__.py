"""Rules on Python source, on astroid trees."""
