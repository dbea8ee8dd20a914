import time
from typing import Any


class CircuitOpenError(RuntimeError):
    pass


class _State:
    def __init__(self, breaker: "CircuitBreaker") -> None:
        self.breaker = breaker

    def enter(self) -> "_State":
        return self

    def succeeded(self) -> None:
        pass

    def failed(self) -> None:
        pass

    def undecided(self) -> None:
        pass

    def become(self, state: "_State") -> None:
        if self.breaker.state is self:
            self.breaker.state = state


class _Closed(_State):
    failed_in_a_row = 0

    def succeeded(self) -> None:
        self.failed_in_a_row = 0

    def failed(self) -> None:
        self.failed_in_a_row += 1
        if self.failed_in_a_row == self.breaker.failure_threshold:
            self.become(_Open(self.breaker))


class _Open(_State):
    def __init__(self, breaker: "CircuitBreaker", seconds: float | None = None) -> None:
        super().__init__(breaker)
        self.until = time.perf_counter() + (breaker.timeout if seconds is None else seconds)

    def enter(self) -> _State:
        if time.perf_counter() < self.until:
            raise CircuitOpenError(f"{self.until - time.perf_counter():.0f} seconds to wait")
        trial = _Trial(self.breaker)
        self.become(trial)
        return trial


class _Trial(_State):
    def enter(self) -> _State:
        raise CircuitOpenError("a trial is going on")

    def succeeded(self) -> None:
        self.become(_Closed(self.breaker))

    def failed(self) -> None:
        self.become(_Open(self.breaker))

    def undecided(self) -> None:
        self.become(_Open(self.breaker, 0))


class CircuitBreaker:
    def __init__(
        self,
        failure_threshold: int = 5,
        timeout: float = 60,
        failures: type[Exception] | tuple[type[Exception], ...] = Exception,
    ) -> None:
        if failure_threshold < 1 or timeout < 0:
            raise ValueError(f"{failure_threshold=} or {timeout=} makes no sense")
        self.failure_threshold = failure_threshold
        self.timeout = timeout
        self.failures = failures
        self.state: _State = _Closed(self)

    async def call(self, func: Any, *args: Any, **kwargs: Any) -> Any:
        state = self.state.enter()
        told = state.undecided
        try:
            result = await func(*args, **kwargs)
            told = state.succeeded
            return result
        except self.failures:
            told = state.failed
            raise
        finally:
            told()
