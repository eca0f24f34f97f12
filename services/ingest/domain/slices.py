"""Cutting a JSON array into its elements without losing a byte of them.

The text is read as Latin-1, where bytes and characters are one to one; JSON's own signs are ASCII, so the cuts are
exact even around invalid UTF-8. One broken element spoils only itself, and a dead letter holds what was really sent.
"""

import json
import re
from typing import Any, Final

from services.ingest.domain.refusal import Wrong, refused


def _unread(_: str) -> None:
    """Numbers are only passed over: no limit of Python's on their length may matter here."""


_scanner: Final = json.JSONDecoder(strict=False, parse_int=_unread, parse_float=_unread, parse_constant=_unread)
_space: Final = re.compile(r"[ \t\r\n]*")


def elements(body: bytes, *, most: int) -> list[bytes]:
    """Return the elements of a JSON array as they stand.

    Raises Refused when the cuts cannot be found, or there are more than `most`.
    """
    text = body.decode("latin-1")
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        raise _broken("it does not start with [", at)
    at = _skip(text, at + 1)
    found: list[bytes] = []
    closed = text[at : at + 1] == "]"
    while not closed:
        if len(found) == most:
            raise refused(f"A batch may hold at most {most:,} events; send the rest separately.", wrong=Wrong.TOO_LARGE)
        end = _end_of_value(text, at)
        found.append(body[at:end])
        at = _skip(text, end)
        closed = text[at : at + 1] == "]"
        if not closed:
            if text[at : at + 1] != ",":
                raise _broken("a comma or ] is missing", at)
            at = _skip(text, at + 1)
    if _skip(text, at + 1) != len(text):
        raise _broken("something follows the array", at + 1)
    return found


def _end_of_value(text: str, at: int) -> int:
    value: Any
    try:
        value, end = _scanner.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _broken(error.msg, error.pos) from None
    except RecursionError:
        raise refused("JSON is nested too deeply.", wrong=Wrong.TOO_DEEP) from None
    del value
    return end


def _skip(text: str, at: int) -> int:
    space = _space.match(text, at)
    return at if space is None else space.end()


def _broken(reason: str, at: int) -> Exception:
    return refused(f"Not a JSON array of events: {reason} (byte {at}).", wrong=Wrong.MALFORMED)
