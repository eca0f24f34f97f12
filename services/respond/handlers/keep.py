"""The keeper: dead letters into the quarantine, storms onto the board, one write of each per batch."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from services.respond.domain.letter_brand import letter_brand
from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import unpack
from shared.contracts.quarantine import dead_letter
from shared.contracts.storm import StormChanged
from shared.contracts.topics import DEADLETTERS, STORMS
from shared.directory.model import Directory
from shared.kafka.record import Incoming, Rejected
from shared.runtime.clock import Clock
from shared.runtime.errors import Poison


class Letters(Protocol):
    """Where letters are kept, each once."""

    async def keep(self, letters: Sequence[tuple[DeadLetter, str | None]]) -> None: ...


class StormBoard(Protocol):
    """Where storms are kept, each at its highest step."""

    async def keep(self, storms: Sequence[StormChanged]) -> None: ...


class Keeper:
    """Handles batches of care.deadletters and care.storms. Again with the same batch changes nothing."""

    def __init__(self, *, letters: Letters, storms: StormBoard, directory: Directory, clock: Clock) -> None:
        self._letters = letters
        self._storms = storms
        self._brands: Collection[str] = frozenset(brand.id for brand in directory.brands)
        senders = {sender.id: sender.brand for sender in directory.senders}
        accounts = {account.id: account.brand for account in directory.accounts}
        self._origins: Mapping[str, str] = {**accounts, **senders}
        self._clock = clock

    async def handle(self, records: Sequence[Incoming]) -> Sequence[Rejected]:
        """Keep what the records carry; return those that carry neither a letter nor a storm. Raises Unavailable."""
        letters: list[DeadLetter] = []
        storms: list[StormChanged] = []
        rejected: list[Rejected] = []
        for record in records:
            try:
                if record.topic == DEADLETTERS.name:
                    letters.append(_letter(record))
                elif record.topic == STORMS.name:
                    storms.append(unpack(record, StormChanged))
                else:
                    rejected.append(Rejected(record=record, reason=f"the keeper does not read {record.topic}"))
            except Poison as poison:
                rejected.append(Rejected(record=record, reason=str(poison)))
        await self._keep(letters)
        if storms:
            await self._storms.keep(storms)
        return rejected

    async def set_aside(self, rejected: Sequence[Rejected]) -> None:
        """Keep what is no letter as a letter of our own: straight into the quarantine, so that nothing goes round."""
        await self._keep([dead_letter(one, station="respond keeper", clock=self._clock) for one in rejected])

    async def _keep(self, letters: Sequence[DeadLetter]) -> None:
        if letters:
            await self._letters.keep(
                [(letter, letter_brand(letter, brands=self._brands, origins=self._origins)) for letter in letters]
            )


def _letter(record: Incoming) -> DeadLetter:
    letter = unpack(record, DeadLetter)
    try:
        letter.key_bytes(), letter.value_bytes(), letter.header_bytes()
    except ValueError as error:
        raise Poison(f"a letter whose bytes are not base64: {error}") from error
    return letter
