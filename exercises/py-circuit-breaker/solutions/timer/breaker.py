import asyncio
from contextlib import asynccontextmanager


class CircuitOpenError(Exception):
    def __init__(self):
        super().__init__("the service is given a rest")


class Period:
    """From one change of the circuit to the next."""

    def __init__(self, places=None):
        self.places = places  # how many more calls may begin, None for any number
        self.bad = 0


class CircuitBreaker:
    def __init__(self, failure_threshold=5, timeout=60, failures=Exception):
        if not failure_threshold >= 1:
            raise ValueError("failure_threshold")
        if not timeout >= 0:
            raise ValueError("timeout")
        self._limit, self._timeout, self._failures = failure_threshold, timeout, failures
        self._period = Period()

    async def call(self, func, *args, **kwargs):
        async with self._guarded():
            return await func(*args, **kwargs)

    @asynccontextmanager
    async def _guarded(self):
        period = self._period
        trial = period.places is not None
        if trial:
            if not period.places:
                raise CircuitOpenError
            period.places -= 1
        try:
            yield
        except BaseException as error:
            if period is self._period:
                if isinstance(error, self._failures):
                    self._failure(period, trial)
                elif trial:
                    period.places += 1
            raise
        if period is self._period:
            period.bad = 0
            if trial:
                self._period = Period()

    def _failure(self, period, trial):
        period.bad += 1
        if trial or period.bad >= self._limit:
            self._period = pause = Period(places=0)
            asyncio.get_running_loop().call_later(self._timeout, self._half_open, pause)

    @staticmethod
    def _half_open(pause):
        pause.places = 1
