"""Why something else than a case does not do what was asked. A case's own refusals are shared.case.refused."""

from typing import Any


class NoSuch(Exception):
    """There is nothing of that id for whoever asks. HTTP: 404, also for what lies outside their brands."""


class Outdated(Exception):
    """The thing has changed since whoever asks saw it. HTTP: 412, with the version that it is at."""

    def __init__(self, version: int, detail: str = "it has changed since you looked; read it again") -> None:
        super().__init__(detail)
        self.version = version


class NotTaken(Exception):
    """What was asked reads well and cannot be taken all the same. HTTP: 422; `code` for programs, `more` beside it."""

    def __init__(self, code: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.code = code
        self.more = more
