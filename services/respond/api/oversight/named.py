"""What of a request may stand in the audit trail: ids, and the names of what was given. Never a text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from fastapi.routing import APIRoute
from pydantic import BaseModel

_ID: Final = re.compile(r"[A-Za-z0-9_.:@/~+-]{1,512}")
_MOST: Final = 200
UNREADABLE: Final = "(no id)"
"""Stands where an id was asked for and something else came: it may be what somebody wrote."""


def ids_named(given: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the id under that name; none where there is none."""
    return (_id(given[name]),) if name in given else ()


def cases_named(body: Any) -> tuple[str, ...]:
    """Return the ids of the cases that a body names: `case`, and `cases` (at most 200) as ids or with an `id` each."""
    if not isinstance(body, dict):
        return ()
    several = body.get("cases")
    listed = several[:_MOST] if isinstance(several, list) else []
    found = [one.get("id") if isinstance(one, dict) else one for one in listed]
    return (*ids_named(body, "case"), *(_id(one) for one in found))


def fields_named(route: Any, body: Any) -> tuple[str, ...]:
    """Return which of the fields that the route knows were given, by name."""
    if not isinstance(body, dict) or not isinstance(route, APIRoute):
        return ()
    return tuple(sorted(_known(route) & body.keys()))


def actions_named(route: Any, body: Any) -> tuple[str, ...]:
    """Return which of the actions that the route knows the body asks for: `action:resolve`; none of any other."""
    if not isinstance(body, dict) or not isinstance(route, APIRoute):
        return ()
    fields = [one.model_fields["action"] for one in _taken(route) if "action" in one.model_fields]
    known = {action for field in fields for action in get_args(field.annotation) if isinstance(action, str)}
    asked = body.get("action")
    return (f"action:{asked}",) if isinstance(asked, str) and asked in known else ()


def _known(route: APIRoute) -> frozenset[str]:
    return frozenset(field.alias or name for model in _taken(route) for name, field in model.model_fields.items())


def _taken(route: APIRoute) -> list[type[BaseModel]]:
    return [model for one in route.dependant.body_params for model in _models(one.field_info.annotation)]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models(one)


def _id(value: object) -> str:
    return value if isinstance(value, str) and _ID.fullmatch(value) else UNREADABLE
