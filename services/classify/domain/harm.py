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


CRITICAL: Final = frozenset({Harm.SAFETY, Harm.INJURY, Harm.SELF_HARM, Harm.THREAT})
"""Life or health."""


def severity(harms: frozenset[Harm], *, needs_answer: bool) -> Severity:
    """Return how much harm waiting does. Fame and reach play no part in it.

    Life and health count whatever is asked; the rest only where somebody waits ("thanks for the wheelchair" is praise).
    """
    if harms & CRITICAL:
        return Severity.CRITICAL
    if not needs_answer:
        return Severity.LOW
    return Severity.HIGH if harms else Severity.NORMAL
