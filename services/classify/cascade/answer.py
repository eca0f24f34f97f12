"""What came back, read strictly: labels of the taxonomy for the very post that was asked about, or nothing."""

import json
from typing import Annotated, Any, Final, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from services.classify.domain.second_opinion import SecondOpinion
from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import Sentiment, Severity, Source

# Spelt out, because strict parsing of a Python object takes no text for an enumeration. Tests compare them.
IntentSaid = Literal[
    "outage", "delivery", "defect", "refund", "billing", "account", "cancellation", "order", "service", "question",
    "suggestion", "praise", "other",
]  # fmt: skip
SentimentSaid = Literal["negative", "neutral", "positive"]
SeveritySaid = Literal["low", "normal", "high", "critical"]

_WHOLE: Final = "stop"


class NoOpinion(Exception):
    """What came is not an answer to what was asked; the message says why, without any of its text."""


class _Labels(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    ref: str
    intent: IntentSaid
    sentiment: SentimentSaid
    needs_answer: bool
    severity: SeveritySaid
    churn: bool
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class _Message(BaseModel):
    content: str
    refusal: None = None
    tool_calls: Annotated[list[Any], Field(max_length=0)] | None = None


class _Choice(BaseModel):
    finish_reason: str
    message: _Message


class _Completion(BaseModel):
    """The envelope is the server's, and servers add to it."""

    choices: Annotated[list[_Choice], Field(min_length=1, max_length=1)]


def opinion_of(body: bytes, *, ref: str, by: str) -> SecondOpinion:
    """Return the opinion in the body of a 200. `ref`: the mark that has to come back. Raises NoOpinion."""
    try:
        (choice,) = _Completion.model_validate(_parsed(body.decode()), strict=True).choices
    except (ValueError, RecursionError):
        raise NoOpinion("not a completion") from None
    if choice.finish_reason != _WHOLE:
        raise NoOpinion("not finished")
    try:
        said = _Labels.model_validate(_parsed(choice.message.content))
    except ValidationError:
        raise NoOpinion("labels that were not asked for") from None
    except (ValueError, RecursionError):
        raise NoOpinion("no JSON inside") from None
    if said.ref != ref:
        raise NoOpinion("an answer to another question")
    return SecondOpinion(
        intent=Intent(said.intent),
        sentiment=Sentiment(said.sentiment),
        severity=Severity(said.severity),
        needs_answer=said.needs_answer,
        churn=said.churn,
        confidence=said.confidence,
        by=by,
        source=Source.LLM,
    )


def _parsed(text: str) -> Any:
    """JSON in which every name stands once and every number is one: a reader must not be able to choose."""
    return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_number(_: str) -> NoReturn:
    raise ValueError("not a number")
