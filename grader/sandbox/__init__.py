"""The walls: one warm process behind them, and a fork of it for each request.

Nothing is imported here, so that the code that runs inside loads only what it uses.
"""
