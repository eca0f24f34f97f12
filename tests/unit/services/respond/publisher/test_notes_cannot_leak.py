"""Whatever is done, in whatever order: what colleagues write to each other never leaves the house."""

import json
from dataclasses import asdict

from structlog.testing import capture_logs

from services.respond.domain.scope import Scope
from services.respond.handlers.answer import Draft
from services.respond.handlers.change import Asking
from tests.fakes.cases import InMemoryCases
from tests.fakes.office import CANARY, Office
from tests.fakes.office_life import live, publish
from tests.fakes.together import InMemoryDrafts, InMemoryMacros, InMemoryNotes

CALLS = 10_000


def an_office(seed: int) -> tuple[Office, InMemoryCases, InMemoryNotes]:
    cases, notes = InMemoryCases(), InMemoryNotes()
    office = Office(seed=seed, cases=cases, notes=notes, drafts=InMemoryDrafts(), macros=InMemoryMacros())
    return office, cases, notes


async def test_ten_thousand_calls_publish_no_note_and_no_draft() -> None:
    """To no network, in no announcement, in no case, in no line of the logs."""
    office, cases, notes = an_office(seed=8)

    with capture_logs() as logs:
        await live(office, CALLS)

    assert sum(office.done.values()) > CALLS / 2, office.done
    assert min(office.done.values()) > 20, office.done
    assert sum(note.text is not None for note in notes.notes.values()) > 1_000
    assert len(office.network.network.posts) > 100
    assert len(office.facts.records) > 500
    assert CANARY not in office.outside()
    assert CANARY not in json.dumps([asdict(case) for case in cases.cases.values()], default=str)
    assert CANARY not in str(logs)


async def test_a_leak_would_be_seen() -> None:
    """The marks are looked for where they would be: an agent who sends one sends it."""
    office, _, _ = an_office(seed=1)
    await live(office, 0)
    case = await office.cases.get(office.case_ids[0])
    assert case.last_message is not None
    seen = case.last_message.id
    who = Asking(agent="mira", scope=Scope())

    await office.answers.reply(case.id, Draft(text=f"a {CANARY}", answers=seen, seen=seen), who)
    await publish(office, case.id, who)

    assert CANARY in office.outside()
