"""What POST /v1/bulk takes: an action, the cases, and what the action needs besides."""

from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, Field, JsonValue, model_validator

from services.respond.api.asked import ClaimIn, In, ResolveIn
from services.respond.api.cases.filters import TagWord
from services.respond.api.cases.moving import TransferIn
from services.respond.api.cases.resting import HoldIn, SnoozeIn

MOST: Final = 100
"""Cases in one request."""


class BulkCaseIn(In):
    """A case, and the version of it that you saw; none: whichever it is."""

    id: Annotated[str, Field(min_length=1, max_length=128)]
    version: Annotated[int, Field(ge=1, le=2**53)] | None = None

    model_config = ConfigDict(json_schema_extra={"examples": [{"id": "c-0123456789abcdef0123", "version": 7}]})


class TagIn(In):
    """A tag."""

    tag: TagWord

    model_config = ConfigDict(json_schema_extra={"examples": [{"tag": "lost-parcel"}]})


class NothingIn(In):
    """Nothing is needed."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}]})


def _examples(action: str, **needs: JsonValue) -> ConfigDict:
    """Return what a model of an action says of itself."""
    example: JsonValue = {"action": action, "cases": [{"id": "c-0123456789abcdef0123", "version": 7}], "with": needs}
    return ConfigDict(json_schema_extra={"examples": [example]})


class ManyIn(In):
    """The cases, each once."""

    cases: Annotated[list[BulkCaseIn], Field(min_length=1, max_length=MOST)]

    model_config = ConfigDict(json_schema_extra={"examples": [{"cases": [{"id": "c-0123456789abcdef0123"}]}]})

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({one.id for one in self.cases}) < len(self.cases):
            raise ValueError("a case is named more than once")
        return self


class ClaimManyIn(ManyIn):
    """Make the cases yours."""

    action: Literal["claim"]
    needs: ClaimIn = Field(default_factory=ClaimIn, alias="with")

    model_config = _examples("claim", take_over=False)


class ReleaseManyIn(ManyIn):
    """Put the cases back into the queue."""

    action: Literal["release"]
    needs: NothingIn = Field(default_factory=NothingIn, alias="with")

    model_config = _examples("release")


class ResumeManyIn(ManyIn):
    """Take up cases that were put aside."""

    action: Literal["resume"]
    needs: NothingIn = Field(default_factory=NothingIn, alias="with")

    model_config = _examples("resume")


class TransferManyIn(ManyIn):
    """Give the cases to a colleague."""

    action: Literal["transfer"]
    needs: TransferIn = Field(alias="with")

    model_config = _examples("transfer", to="joris", note="I am away from Monday.")


class ResolveManyIn(ManyIn):
    """Settle the cases. Each needs its version, so that nothing is settled unseen."""

    action: Literal["resolve"]
    needs: ResolveIn = Field(alias="with")

    model_config = _examples("resolve", disposition="spam", reason="one campaign")


class SnoozeManyIn(ManyIn):
    """Put the cases aside until a time."""

    action: Literal["snooze"]
    needs: SnoozeIn = Field(alias="with")

    model_config = _examples("snooze", until="2026-11-23T08:00:00Z")


class HoldManyIn(ManyIn):
    """Put the cases on hold."""

    action: Literal["hold"]
    needs: HoldIn = Field(alias="with")

    model_config = _examples("hold", reason="the depot looks for the parcels")


class TagManyIn(ManyIn):
    """Put a tag on the cases, or take it off."""

    action: Literal["tag", "untag"]
    needs: TagIn = Field(alias="with")

    model_config = _examples("tag", tag="lost-parcel")


BulkIn = Annotated[
    ClaimManyIn | ReleaseManyIn | ResumeManyIn | TransferManyIn | ResolveManyIn | SnoozeManyIn | HoldManyIn | TagManyIn,
    Field(discriminator="action"),
]
