"""Under which key a record travels, and whose it is, as it says itself."""

from dataclasses import dataclass

from shared.contracts.case import CaseAnnounced
from shared.contracts.classification import MentionClassified
from shared.contracts.contract import Contract
from shared.contracts.deadletter import DeadLetter
from shared.contracts.mention import Mention
from shared.contracts.reply import ReplyChanged
from shared.contracts.storm import SignalsCounted, StormChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """`brand` is None where the record does not tell it: then it is for those who see all brands."""

    key: str
    brand: str | None


def addressed(fact: Contract) -> Addressed:
    """Return where a record belongs. Raises TypeError for one that travels on no topic."""
    match fact:
        case Mention():
            return Addressed(key=fact.customer_key, brand=fact.brand)
        case MentionClassified():
            return Addressed(key=fact.mention.customer_key, brand=fact.mention.brand)
        case SignalsCounted() | StormChanged():
            return Addressed(key=fact.brand, brand=fact.brand)
        case CaseAnnounced():
            return Addressed(key=fact.case_id, brand=fact.brand)
        case ReplyChanged():
            return Addressed(key=fact.case_id, brand=None)
        case DeadLetter():
            key = fact.key_bytes()
            return Addressed(key=fact.letter_id if key is None else key.decode("utf-8", "replace"), brand=None)
        case _:
            raise TypeError(f"{type(fact).__name__} travels on no topic")
