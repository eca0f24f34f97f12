"""The wire under a request: holding it, and hanging up without an answer."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_LINE = "townsquare.line"


class Line(Protocol):
    """What ASGI cannot say: that there will be no answer."""

    def held(self) -> AbstractContextManager[None]:
        """While held, a shutdown cuts the line instead of waiting for its answer."""

    def hang_up(self) -> None:
        """Closes the connection at once, whatever was promised."""


class HangableProtocol(HttpToolsProtocol):
    """uvicorn's own protocol, which tells the application its line."""

    _held = False

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope[_LINE] = self  # type: ignore[literal-required]

    @contextmanager
    def held(self) -> Iterator[None]:
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def hang_up(self) -> None:
        self.transport.abort()
        # uvicorn learns of the loss in the loop's next turn; told now, it does not take the silence for a bug.
        self.cycle.disconnected = True

    def shutdown(self) -> None:
        if self._held:
            self.hang_up()
        else:
            super().shutdown()


class LineUnknown(ConnectionResetError):
    """Hung up where no wire is known: another server, or none at all."""


class _NoWire:
    @contextmanager
    def held(self) -> Iterator[None]:
        yield

    def hang_up(self) -> None:
        raise LineUnknown("hung up")


def line_of(scope: Scope) -> Line:
    """The line of this request; without HangableProtocol its `hang_up` raises ConnectionResetError."""
    line: Line = scope.get(_LINE) or _NoWire()
    return line
