import asyncio
import functools
import inspect
import time

_ALWAYS_THROUGH = (KeyboardInterrupt, SystemExit, asyncio.CancelledError)


def retry(max_attempts=3, delay=1.0, exceptions=Exception):
    """Try a function again when it raises one of `exceptions`."""
    max_attempts = max(1, max_attempts)
    if delay < 0:
        raise ValueError("delay must not be negative")

    def decorator(func):
        if inspect.iscoroutinefunction(func):

            @functools.wraps(func)
            async def wrapper(*args, **kwargs):
                for _ in range(max_attempts - 1):
                    try:
                        return await func(*args, **kwargs)
                    except _ALWAYS_THROUGH:
                        raise
                    except exceptions:
                        await asyncio.sleep(delay)
                return await func(*args, **kwargs)

        else:

            @functools.wraps(func)
            def wrapper(*args, **kwargs):
                for _ in range(max_attempts - 1):
                    try:
                        return func(*args, **kwargs)
                    except _ALWAYS_THROUGH:
                        raise
                    except exceptions:
                        time.sleep(delay)
                return func(*args, **kwargs)

        return wrapper

    return decorator
