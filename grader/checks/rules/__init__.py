"""The rules, one a file, in a package for each language."""
