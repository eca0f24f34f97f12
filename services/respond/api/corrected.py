"""Corrections, as requests ask for them and as answers hold them."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from services.respond.api.asked import In, Readable
from services.respond.api.shown import Out
from services.respond.domain.corrections import Correction, Labels, Statement
from shared.contracts.classification import Sentiment, Severity
from shared.contracts.taxonomy import FLAGS, Flag, Intent

LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", examples=["nl"])]


class CorrectionIn(In):
    """What the message is, as you see it. What you leave out is not corrected."""

    intent: Intent | None = None
    sentiment: Sentiment | None = None
    severity: Severity | None = None
    needs_answer: bool | None = None
    language: LanguageTag | None = Field(default=None, description="`und` where nobody can tell")
    flags: Annotated[tuple[Flag, ...], Field(max_length=len(FLAGS))] | None = Field(
        default=None, description="all that it should have; an empty list where it should have none"
    )
    note: Annotated[Readable, Field(max_length=500)] | None = Field(
        default=None, description="why; name nobody in it, for it is not deleted with the message"
    )

    model_config = ConfigDict(json_schema_extra={"examples": [{"intent": "refund", "flags": ["legal"]}]})

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.labels().kinds:
            raise ValueError("name at least one label: intent, sentiment, severity, needs_answer, language or flags")
        return self

    def labels(self) -> Labels:
        """Return what it says."""
        return Labels(
            intent=self.intent,
            sentiment=None if self.sentiment is None else self.sentiment.value,
            severity=None if self.severity is None else self.severity.value,
            needs_answer=self.needs_answer,
            language=self.language,
            flags=None if self.flags is None else tuple(sorted(set(self.flags))),
        )


class LabelsOut(Out):
    """What was said of a message. None: nothing was said of that."""

    intent: str | None
    sentiment: str | None
    severity: str | None
    needs_answer: bool | None
    language: str | None
    flags: tuple[str, ...] | None


class StatementOut(Out):
    """An agent's word, and what it corrects."""

    was: LabelsOut = Field(description="what classify had said of the message in that form")
    model: str | None = Field(description="which version of the model; none: from before cases kept it")
    said: LabelsOut
    note: str | None
    by: str
    at: datetime


class CorrectionRow(StatementOut):
    """What counts of a message."""

    case_id: str = Field(description="the case that the message came with; another one may go on for it")
    message_id: str
    brand: str


class CorrectionOut(CorrectionRow):
    """What counts of a message, and what was said of it before."""

    earlier: tuple[StatementOut, ...] = Field(description="the newest first")
    withdrawn_at: datetime | None = Field(description="none: it counts")
    withdrawn_by: str | None


def correction_row(correction: Correction) -> CorrectionRow:
    """Return it as it stands in a list."""
    return CorrectionRow(
        **dict(_statement(correction.statement)),
        case_id=correction.case_id,
        message_id=correction.message_id,
        brand=correction.brand,
    )


def correction_out(correction: Correction) -> CorrectionOut:
    """Return it with its history."""
    return CorrectionOut(
        **dict(correction_row(correction)),
        earlier=tuple(_statement(one) for one in correction.earlier),
        withdrawn_at=correction.withdrawn_at,
        withdrawn_by=correction.withdrawn_by,
    )


def _statement(statement: Statement) -> StatementOut:
    return StatementOut(
        was=LabelsOut.model_validate(statement.was.labels),
        model=statement.was.model,
        said=LabelsOut.model_validate(statement.said),
        note=statement.note,
        by=statement.by,
        at=statement.at,
    )
