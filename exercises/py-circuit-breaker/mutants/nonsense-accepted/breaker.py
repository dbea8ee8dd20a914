import time


class CircuitOpenError(Exception):
    """The call was refused: the service had too many failures."""


class CircuitBreaker:
    """Keeps calls away from a service that fails."""

    def __init__(self, failure_threshold=5, timeout=60, failures=Exception):
        self.failure_threshold = failure_threshold
        self.timeout = timeout
        self.failures = failures
        self._count = 0
        self._opened = None
        self._trial = False
        self._epoch = 0

    async def call(self, func, *args, **kwargs):
        self._admit()
        epoch = self._epoch
        try:
            result = await func(*args, **kwargs)
        except self.failures:
            if epoch == self._epoch:
                self._failed()
            raise
        except BaseException:
            if epoch == self._epoch:
                self._trial = False
            raise
        if epoch == self._epoch:
            self._succeeded()
        return result

    def _admit(self):
        if self._opened is None:
            return
        if self._trial or time.monotonic() - self._opened < self.timeout:
            raise CircuitOpenError("the circuit is open")
        self._trial = True
        self._epoch += 1

    def _failed(self):
        self._count += 1
        if self._trial or self._count >= self.failure_threshold:
            self._opened = time.monotonic()
            self._trial = False
            self._epoch += 1

    def _succeeded(self):
        self._count = 0
        self._opened = None
        self._trial = False
