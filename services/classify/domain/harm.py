"""What harm waiting could do, by the words that say so."""

from enum import StrEnum
from typing import Final

from shared.contracts.classification import Severity


class Harm(StrEnum):
    """Why a mention cannot wait. Its value is the flag that travels."""

    SAFETY = "safety"
    INJURY = "injury"
    SELF_HARM = "self_harm"
    THREAT = "threat"
    LEGAL = "legal"
    FRAUD = "fraud"
    HARDSHIP = "hardship"


_CRITICAL: Final = frozenset({Harm.SAFETY, Harm.INJURY, Harm.SELF_HARM, Harm.THREAT})


def severity(harms: frozenset[Harm], *, needs_answer: bool) -> Severity:
    """Return how much harm waiting does. Fame and reach play no part in it."""
    if harms & _CRITICAL:
        return Severity.CRITICAL
    if harms:
        return Severity.HIGH
    return Severity.NORMAL if needs_answer else Severity.LOW
