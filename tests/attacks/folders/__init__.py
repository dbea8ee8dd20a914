"""Hostile folders and archives: git cannot hold most of them, so each is a function that builds it.

`build(home)` gets an empty folder and returns what is handed in. What planted code could do is seen
by a file `/tmp/pwned_*` or by a marker that is put together at run time only.
"""
