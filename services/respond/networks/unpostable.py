"""Why an answer cannot be posted as it is."""


class Unpostable(Exception):
    """The network would not take this answer. `code` is for programs, `message` says to a person what to change."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
