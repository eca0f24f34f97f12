"""Who is asking: bearer tokens, and what hangs on a request."""

import sqlite3

from starlette.requests import Request

from deploy.local.townsquare.accounts import Account, account_by_token
from deploy.local.townsquare.refusals import bad_token
from deploy.local.townsquare.square import Square
from deploy.local.townsquare.statuses import NOBODY


def square_of(request: Request) -> Square:
    square = request.app.state.square
    assert isinstance(square, Square)  # noqa: S101 - Starlette's state is untyped
    return square


def bearer_token(authorization: str | None) -> str | None:
    """The token of an Authorization header, or None if it brings none."""
    scheme, _, token = (authorization or "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def signed_in(db: sqlite3.Connection, request: Request) -> Account:
    """The account whose token this is.

    Raises:
        Refused: 401, no token or nobody's.
    """
    token = bearer_token(request.headers.get("authorization"))
    account = None if token is None else account_by_token(db, token)
    if account is None:
        raise bad_token()
    return account


def viewer_of(db: sqlite3.Connection, request: Request) -> int:
    """The account that looks, or NOBODY; a wrong token is refused even where none is needed, as on Mastodon."""
    if "authorization" not in request.headers:
        return NOBODY
    return signed_in(db, request).id
