import asyncio
import dataclasses


class CircuitOpenError(ConnectionError):
    """Refused without asking the service."""


@dataclasses.dataclass
class CircuitBreaker:
    failure_threshold: int = 5
    timeout: float = 60
    failures: type[BaseException] | tuple[type[BaseException], ...] = Exception
    in_a_row: int = dataclasses.field(default=0, init=False)
    closed: object | None = dataclasses.field(default_factory=object, init=False)
    trial: object | None = dataclasses.field(default=None, init=False)
    retry_at: float = dataclasses.field(default=0.0, init=False)

    def __post_init__(self):
        if self.failure_threshold < 1:
            raise ValueError(f"failure_threshold is {self.failure_threshold}, not 1 or more")
        if self.timeout < 0:
            raise ValueError(f"timeout is {self.timeout}, below 0")

    async def call(self, func, *args, **kwargs):
        now = asyncio.get_running_loop().time
        token = self.closed
        if token is None:
            if self.trial is not None or now() < self.retry_at:
                raise CircuitOpenError
            token = self.trial = object()
        try:
            result = await func(*args, **kwargs)
        except asyncio.CancelledError:
            raise
        except self.failures:
            self.in_a_row += token is self.closed
            enough = token is self.closed and self.in_a_row >= self.failure_threshold
            if enough or token is self.trial:
                self.closed = None
                self.retry_at = now() + self.timeout
            raise
        else:
            if token is self.trial:
                self.closed = token
            if token is self.closed:
                self.in_a_row = 0
            return result
        finally:
            if token is self.trial:
                self.trial = None
