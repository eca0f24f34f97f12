"""Templates: everything is escaped unless it says otherwise, and a missing name is an error."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from services.respond.api.showing import first_line, policy_of
from services.respond.console import assets, words
from services.respond.console.views import owed_clock
from services.respond.console.visible import visible
from shared.runtime.clock import Clock

HERE: Final = Path(__file__).parent
AHEAD: Final = {"Speculation-Rules": '"/ahead.json"'}
"""On the pages of agents: which of them a browser may load before they are asked for (ahead.py)."""


class Templates:
    """The pages' templates, with the time of rendering in `now`."""

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            visible=visible,
            followable=words.followable,
            instant=words.instant,
            iso=_iso,
            clock_time=_clock_time,
            first_line=first_line,
        )
        self._environment.globals.update(
            static=assets.BASE,
            modules=assets.MODULES,
            owed_clock=owed_clock,
            urgency=words.urgency,
            due_words=words.due_words,
            span=words.span,
            policy_of=policy_of,
            STAGES=words.STAGES,
            REPLIES=words.REPLIES,
            DISPOSITIONS=words.DISPOSITIONS,
            TO_GIVE=words.TO_GIVE,
            CLOCKS=words.CLOCKS,
        )

    def page(
        self, name: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **more: Any
    ) -> HTMLResponse:
        """Return a page."""
        text = self._environment.get_template(name).render(now=self._clock(), **more)
        ahead = AHEAD if "me" in more else {}
        return HTMLResponse(text, status, {**ahead, **(headers or {})})


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def _clock_time(at: datetime) -> str:
    """In UTC, for whoever has no JavaScript; the page puts the reader's own time in its place."""
    return at.strftime("%d %b %H:%M")
