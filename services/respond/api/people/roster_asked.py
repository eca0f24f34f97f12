"""What requests about agents may hold."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from shared.directory.abilities import Abilities, Name, Slug
from shared.directory.at_work import AtWork


class PresenceIn(BaseModel):
    """How you are at work."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra={"examples": [{"state": "away"}]})

    state: AtWork = Field(
        default="online", description="away: you are given no more cases, and after a while lose unanswered ones"
    )


class AgentIn(Abilities):
    """A new agent."""

    id: Slug = Field(description="stays with them for ever: the history of cases goes by it")

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "noor",
                    "name": "Noor",
                    "capacity": 10,
                    "skills": ["delivery"],
                    "languages": ["nl", "en"],
                    "networks": ["mastodon"],
                    "brands": ["discus"],
                }
            ]
        }
    )

    def abilities(self) -> Abilities:
        """Return all but the id."""
        return Abilities.model_validate(self.model_dump(exclude={"id"}))


def _nothing_by_default(schema: dict[str, Any]) -> None:
    for field in schema["properties"].values():
        field.pop("default", None)
    schema["examples"] = [{"languages": ["nl", "de"], "capacity": 5}]


class AgentChangeIn(Abilities):
    """What to change of an agent. What is left out stays as it is; a list takes the place of the one before."""

    name: Name = "(as it is)"

    model_config = ConfigDict(json_schema_extra=_nothing_by_default)

    def changes(self) -> dict[str, Any]:
        """Return what was given, by name."""
        return self.model_dump(exclude_unset=True)
