"""One submission, from frozen bytes to a grade: `steps` is the visible list of steps.

Nothing is imported here, so that boxes can start (`engine`) while pytest is still being imported.
"""
