"""Every route of the application, with a request that is in order but for whom it is from and which ids it names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from fastapi import FastAPI
from pydantic import BaseModel

from services.respond.api.door.audience import routes_of

PARAMETERS: Final = re.compile(r"\{(\w+)(?::\w+)?\}")
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def unknown(name: str) -> str:
    """An id that nothing has."""
    return f"unknown-{name.replace('_', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One method of one route. `body`: the first example of what it takes; None: it takes nothing."""

    method: str
    template: str
    body: dict[str, Any] | None
    models: tuple[type[BaseModel], ...] = field(repr=False)

    @property
    def row(self) -> str:
        """What the table of audiences calls it."""
        return f"{self.method} {self.template}"

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of the ids in its path."""
        return tuple(name for name in PARAMETERS.findall(self.template) if name.endswith("_id"))

    @property
    def is_write(self) -> bool:
        """Does it change anything?"""
        return self.method not in SAFE

    def path(self, ids: Mapping[str, str]) -> str:
        """Its path with these ids; one that is not given is nobody's."""
        return PARAMETERS.sub(lambda found: ids.get(found[1], unknown(found[1])), self.template)


def everything(app: FastAPI) -> list[Asked]:
    """Every route, in an order that stays."""
    found = [_asked(method, route) for route in routes_of(app) for method in route.methods or ()]
    return sorted(found, key=lambda one: one.row)


def _asked(method: str, route: Any) -> Asked:
    models = tuple(_models(param.field_info.annotation) for param in route.dependant.body_params)
    listed = tuple(model for several in models for model in several)
    body = listed[0].model_json_schema()["examples"][0] if listed else None
    return Asked(method=method, template=route.path, body=body, models=listed)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, BaseModel):
            yield one
