import asyncio
import time
from functools import wraps


def retry(max_attempts: int = 3, delay: float = 1.0, exceptions: type | tuple = Exception):
    if max_attempts < 1:
        raise ValueError("max_attempts")
    if delay < 0:
        raise ValueError("delay")

    fatal = KeyboardInterrupt, SystemExit, asyncio.CancelledError

    def decorator(func):
        def attempt(left, args, kwargs):
            try:
                return func(*args, **kwargs)
            except fatal:
                raise
            except exceptions:
                if left == 1:
                    raise
            time.sleep(delay)
            return attempt(left - 1, args, kwargs)

        async def attempt_async(left, args, kwargs):
            try:
                return await func(*args, **kwargs)
            except fatal:
                raise
            except exceptions as error:
                last = error
            if left == 1:
                raise last
            await asyncio.sleep(delay)
            return await attempt_async(left - 1, args, kwargs)

        chosen = attempt_async if asyncio.iscoroutinefunction(func) else attempt

        @wraps(func)
        def wrapper(*args, **kwargs):
            return chosen(max_attempts, args, kwargs)

        return wrapper

    return decorator
