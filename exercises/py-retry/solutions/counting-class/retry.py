"""One object keeps the settings; a generator tells when to pause."""

import asyncio
import logging
import time
from functools import update_wrapper, wraps
from inspect import iscoroutinefunction

log = logging.getLogger(__name__)

_NEVER_AGAIN = (KeyboardInterrupt, SystemExit, asyncio.CancelledError)


class _Policy:
    def __init__(self, max_attempts, delay, exceptions):
        if not isinstance(max_attempts, int):
            raise TypeError("max_attempts must be a whole number; write @retry() with parentheses")
        if max_attempts <= 0 or delay < 0:
            raise ValueError(f"max_attempts={max_attempts}, delay={delay}")
        self.max_attempts = max_attempts
        self.delay = delay
        self.exceptions = exceptions

    def gives_up(self, attempt, error):
        if attempt >= self.max_attempts or isinstance(error, _NEVER_AGAIN):
            return True
        if not isinstance(error, self.exceptions):
            return True
        log.debug("attempt %d failed: %s", attempt, error)
        return False

    def __call__(self, func):
        return self._for_coroutines(func) if iscoroutinefunction(func) else self._plain(func)

    def _plain(self, func):
        def wrapper(*args, **kwargs):
            attempt = 0
            while True:
                attempt += 1
                try:
                    return func(*args, **kwargs)
                except BaseException as error:
                    if self.gives_up(attempt, error):
                        raise
                time.sleep(self.delay)

        return update_wrapper(wrapper, func)

    def _for_coroutines(self, func):
        @wraps(func)
        async def wrapper(*args, **kwargs):
            attempt = 0
            while True:
                attempt += 1
                try:
                    return await func(*args, **kwargs)
                except BaseException as error:
                    if self.gives_up(attempt, error):
                        raise
                await asyncio.sleep(self.delay)

        return wrapper


def retry(max_attempts: int = 3, delay: float = 1.0, exceptions=Exception):
    """Decorate a function or a coroutine function with attempts."""
    return _Policy(max_attempts, delay, exceptions)
