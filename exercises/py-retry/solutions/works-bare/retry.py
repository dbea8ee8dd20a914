import asyncio
import functools
import threading

_NEVER = threading.Event()
_ENDS = (KeyboardInterrupt, SystemExit, asyncio.CancelledError)


def retry(max_attempts=3, delay=1.0, exceptions=(Exception,)):
    """Also usable without parentheses."""
    if callable(max_attempts):
        return retry()(max_attempts)

    def decorator(func):
        if not (max_attempts >= 1 and delay >= 0):
            raise ValueError("retry needs at least one attempt, and a delay that is not negative")
        pauses = [delay] * (max_attempts - 1)

        def wrapper(*args, **kwargs):
            if asyncio.iscoroutinefunction(func):
                return _again(lambda: func(*args, **kwargs), pauses, exceptions)
            for pause in pauses:
                try:
                    return func(*args, **kwargs)
                except _ENDS:
                    raise
                except exceptions:
                    _NEVER.wait(pause)
            return func(*args, **kwargs)

        return functools.wraps(func)(wrapper)

    return decorator


async def _again(make, pauses, exceptions):
    for pause in pauses:
        try:
            return await make()
        except exceptions as error:
            if isinstance(error, _ENDS):
                raise
        if pause:
            await asyncio.wait([asyncio.get_running_loop().create_future()], timeout=pause)
    return await make()
