"""A whole class: what was handed in, graded unit by unit into one store, and the gradebook of it.

`handed` says who handed in what; `store` keeps results; `book` is the gradebook that pages and
exports are made of.
"""
