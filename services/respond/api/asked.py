"""What requests may hold. Unknown fields are refused, so that nothing is assigned that was not meant to be."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from shared.case.state.stage import Disposition


def _readable(text: str) -> str:
    if not text.strip():
        raise ValueError("says nothing")
    if any(ord(character) < 32 and character not in "\n\t" for character in text):
        raise ValueError("holds control characters")
    return text


def _whole(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("holds half a character (a lone surrogate), which nothing can store")
    return text


def _no_returns(text: str) -> str:
    return text.replace("\r\n", "\n")


Lines = Annotated[str, AfterValidator(_whole), AfterValidator(_no_returns)]
"""A text whose lines end as ours do, whatever typed it."""
Readable = Annotated[Lines, AfterValidator(_readable)]
MessageId = Annotated[str, Field(min_length=1, max_length=128)]


class In(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ClaimIn(In):
    """How to claim a case."""

    take_over: bool = Field(default=False, description="also out of another agent's hands; it is recorded")

    model_config = ConfigDict(json_schema_extra={"examples": [{"take_over": True}]})


class ReplyIn(In):
    """An answer."""

    text: Annotated[Readable, Field(min_length=1, max_length=10_000, description="as the customer will read it")]
    answers: MessageId = Field(description="the id of the message that this answers")
    seen: MessageId = Field(description="the id of the customer's last message that its author has seen")
    for_approval: bool = Field(default=False, description="a colleague has to approve it before it goes out")
    private: bool = Field(default=False, description="a direct message: only the customer can read it")
    fence: int | None = Field(
        default=None,
        ge=0,
        le=2**31,
        description="the case's as you saw it: 409 `lease_lost` when it has changed hands since, also back to you",
    )

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "We are sorry. Your parcel went to the wrong depot; it is with you tomorrow before noon.",
                    "answers": "5f0c6d1e",
                    "seen": "5f0c6d1e",
                }
            ]
        }
    )


class ResolveIn(In):
    """What became of a case."""

    disposition: Disposition
    reason: Annotated[Readable, Field(max_length=500)] | None = Field(
        default=None, description="must be given for every disposition but `answered`"
    )

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"disposition": "no_response_needed", "reason": "a mere thanks"}]}
    )
