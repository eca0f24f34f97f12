"""What the square answers when it will not do as asked, in Mastodon's words."""

from starlette.requests import Request
from starlette.responses import JSONResponse


class Refused(Exception):
    """The request is answered with `status_code` and `{"error": message}`; nothing of it is kept but the record."""

    def __init__(self, status_code: int, message: str) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.message = message


def bad_token() -> Refused:
    return Refused(401, "The access token is invalid")


def not_found() -> Refused:
    """Also the answer for what exists but may not be seen."""
    return Refused(404, "Record not found")


def invalid(reason: str) -> Refused:
    return Refused(422, f"Validation failed: {reason}")


async def answer_refusal(_request: Request, refusal: Exception) -> JSONResponse:
    assert isinstance(refusal, Refused)  # noqa: S101 - Starlette's handlers are typed for any exception
    return JSONResponse({"error": refusal.message}, refusal.status_code)
