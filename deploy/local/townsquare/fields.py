"""What a request says in its body: form or JSON, as Mastodon takes both."""

import json
from collections.abc import Mapping
from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qsl

from starlette.requests import Request

from deploy.local.townsquare.refusals import Refused

Fields = Mapping[str, str]


async def said(request: Request) -> Fields:
    """The fields of the request's body.

    Raises:
        Refused: 400, the body is not what its Content-Type says.
    """
    return read_fields(request.headers.get("content-type", ""), await request.body())


def read_fields(content_type: str, body: bytes) -> Fields:
    """Plain fields by name, all as text; lists and objects are left out, since nothing here takes any."""
    try:
        match content_type.partition(";")[0].strip().lower():
            case "application/json":
                return _of_json(body)
            case "multipart/form-data":
                return _of_multipart(content_type, body)
            case _:
                return dict(parse_qsl(body.decode(), keep_blank_values=True))
    except ValueError:
        raise Refused(400, "There was a problem parsing the request body") from None


def truth(text: str | None) -> bool | None:
    """A flag as Rails reads it."""
    return None if text is None else text.lower() not in {"", "0", "f", "false", "off"}


def _of_json(body: bytes) -> Fields:
    told = json.loads(body or b"{}")
    if not isinstance(told, dict):
        raise ValueError("not an object")
    plain = {name: value for name, value in told.items() if isinstance(value, str | int | float)}
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in plain.items()}


def _of_multipart(content_type: str, body: bytes) -> Fields:
    head = b"Content-Type: " + content_type.encode() + b"\r\n\r\n"
    message = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    parts = {part.get_param("name", header="content-disposition"): part for part in message.iter_parts()}
    return {str(name): _text_of(part.get_payload(decode=True)) for name, part in parts.items() if name}


def _text_of(payload: object) -> str:
    return payload.decode() if isinstance(payload, bytes) else ""
