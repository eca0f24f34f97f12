"""What a sender must tell us: the `data` of an event whose type ends in `mention.v1` (CHANNELS, section 5).

Unknown fields are ignored. Types are taken at their word: no numbers out of texts, no times out of numbers.
"""

import re
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from services.ingest.domain.refusal import Flaw, Path, Refused, Wrong
from shared.contracts.contract import UtcDatetime
from shared.contracts.mention import (
    Author,
    Entity,
    Language,
    Media,
    MentionKind,
    Metrics,
    Rating,
    Short,
    Text,
    Thread,
    Trigger,
    Url,
    Visibility,
)
from shared.contracts.networks import NETWORKS

_RFC3339: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d", re.ASCII)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_MOST: Final = 100


def _wrong(detail: str) -> PydanticCustomError:
    return PydanticCustomError("earshot", "{detail}", {"detail": detail})


def _is_written_out(value: Any) -> Any:
    if not isinstance(value, str) or not _RFC3339.match(value):
        raise _wrong("Write the time as in RFC 3339, with its zone: 2026-11-21T10:00:00Z")
    return value


def _is_identity(value: str) -> str:
    if not value.strip() or _CONTROL.search(value):
        raise _wrong("Must not be blank or hold control characters")
    return value


def _is_known_network(value: str) -> str:
    if value not in NETWORKS:
        raise _wrong(f"Unknown network; known are {', '.join(sorted(NETWORKS))}")
    return value


Identity = Annotated[str, StringConstraints(min_length=1, max_length=512), AfterValidator(_is_identity)]
Instant = Annotated[UtcDatetime, Field(strict=False), BeforeValidator(_is_written_out)]


class MentionData(BaseModel):
    """A post, as a support platform tells of it. `channel` is another name for `network`.

    `author.tier` is what the platform's CRM says of the customer. The author of an `echo` is the customer whom we
    answered.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    kind: MentionKind = MentionKind.CREATED
    network: Annotated[str, AfterValidator(_is_known_network)] = Field(
        validation_alias=AliasChoices("network", "channel"), json_schema_extra={"enum": [*sorted(NETWORKS)]}
    )
    authority: Short | None = None
    account_id: Identity | None = None
    native_id: Identity
    api_id: Short | None = None
    revision: Identity | None = None
    trigger: Trigger = Trigger.MENTION
    author: Author = Author()
    thread: Thread = Thread()
    text: Text = ""
    text_raw: Text | None = None
    format: Literal["html", "markdown", "facets", "plain"] = "plain"
    entities: Annotated[tuple[Entity, ...], Field(max_length=10 * _MOST)] = ()
    lang: Language = Language()
    visibility: Visibility = Visibility.PUBLIC
    audience: Annotated[int, Field(ge=0)] | None = None
    metrics: Metrics | None = None
    rating: Rating | None = None
    media: Annotated[tuple[Media, ...], Field(max_length=_MOST)] = ()
    sensitive: bool = False
    content_warning: Text | None = None
    labels: Annotated[tuple[Short, ...], Field(max_length=_MOST)] = ()
    permalink: Url | None = None
    occurred_at: Instant | None = None
    edited_at: Instant | None = None
    platform_indexed_at: Instant | None = None


def read_data(document: bytes) -> MentionData:
    """Return what the data says. Raises Refused with every flaw, none of which repeats the customer's words."""
    try:
        return MentionData.model_validate_json(document)
    except ValidationError as error:
        raise Refused(Wrong.EVENT, *flaws_of(error, below=("data",))) from None


def flaws_of(error: ValidationError, *, below: Path) -> list[Flaw]:
    """Return pydantic's findings as flaws at their places."""
    found = error.errors(include_input=False, include_url=False, include_context=False)
    return [Flaw(f"{one['msg']}.", (*below, *one["loc"])) for one in found]
