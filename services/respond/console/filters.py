"""What an agent narrows a view of the queue down to, and how it is said in an address."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any, Final

from services.respond.queries.cases import Wanted

DUE: Final = {"late": timedelta(), "hour": timedelta(hours=1), "day": timedelta(days=1)}
"""How soon an answer has to be due."""
DUE_WORDS: Final = {"late": "Late", "hour": "Due within an hour", "day": "Due within a day"}
NOBODY: Final = "nobody"
UNKNOWN_LANGUAGE: Final = "und"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is chosen; an empty text is: whichever. `owner` may be `nobody`, `due` is one of DUE."""

    brand: str = ""
    network: str = ""
    language: str = ""
    severity: str = ""
    intent: str = ""
    tag: str = ""
    owner: str = ""
    due: str = ""

    def chosen(self) -> Mapping[str, str]:
        """Return what is chosen, by its name."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}

    def without(self, name: str) -> "Filters":
        """Return them without one."""
        return replace(self, **{name: ""})

    def narrowed(self, wanted: Wanted, *, now: datetime) -> Wanted:
        """Return the view's cases, narrowed down. What a view says of owners stays."""
        soon = DUE.get(self.due)
        is_open = wanted.owner is None and wanted.owned is None
        return replace(
            wanted,
            brand=self.brand or wanted.brand,
            network=self.network or wanted.network,
            language=self.language or wanted.language,
            severity=self.severity or wanted.severity,
            intent=self.intent or wanted.intent,
            tag=self.tag or wanted.tag,
            owner=self.owner if is_open and self.owner not in ("", NOBODY) else wanted.owner,
            owned=False if is_open and self.owner == NOBODY else wanted.owned,
            due_before=wanted.due_before if soon is None else now + soon,
        )

    def to_save(self, shown: Wanted, *, agent: str) -> Mapping[str, Any]:
        """Return what is shown, in the words of a saved view; how soon is counted from when that is opened."""
        owner = "me" if shown.owner == agent else shown.owner
        own = {"stage": [stage.value for stage in shown.stages], "owner": owner, "owned": shown.owned}
        chosen = {name: value for name, value in self.chosen().items() if name not in ("due", "owner")}
        due = DUE.get(self.due)
        within = {} if due is None else {"due_within": int(due.total_seconds())}
        return {name: value for name, value in (own | chosen | within).items() if value not in (None, [])}
