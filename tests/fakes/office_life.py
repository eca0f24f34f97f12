"""What goes on in the office: what colleagues do, what happens outside, in an order that chance decides."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final, TypeAlias

from services.respond.domain.drafting import Condition
from services.respond.domain.macros import Wording
from services.respond.domain.refusals import NoSuch, NotTaken, Outdated
from services.respond.handlers.answer import Draft
from services.respond.handlers.change import Asking
from services.respond.handlers.notes import NotTheirs
from services.respond.networks.outbound import CannotTell, NotSent, Rejected, RetryAfter
from shared.case.apply import apply_all
from shared.case.decide import decide
from shared.case.keeping import Step, announcing
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from tests.builders import NOON, a_case, a_message, hear
from tests.fakes.network import Manner
from tests.fakes.office import CANARY, PEOPLE, Office

Doing: TypeAlias = Callable[[Office, str, Asking], Awaitable[None]]

_REFUSALS: Final = (Refused, NoSuch, NotTaken, Outdated, NotTheirs)


async def note(office: Office, case_id: str, who: Asking) -> None:
    text = f"{CANARY} @joris {office.new_id('note')} and @kim"
    key = office.chance.choice((None, f"k{office.count % 50}"))
    made = await office.notes.write(case_id, text, who, key=key and f"{key}-{text}")
    office.written.append((case_id, made.id))


async def delete_note(office: Office, case_id: str, who: Asking) -> None:
    if office.written:
        case_id, note_id = office.chance.choice(office.written)
        await office.notes.delete(case_id, note_id, who)


async def draft(office: Office, case_id: str, who: Asking) -> None:
    case = await office.case(case_id)
    newest = case.last_message
    condition = office.chance.choice((Condition(), Condition(some=True), Condition(none=True)))
    answers = None if newest is None else office.chance.choice((None, newest.id))
    await office.drafts.put(case_id, who, condition, text=f"{CANARY} {office.new_id('draft')}", answers=answers)


async def delete_draft(office: Office, case_id: str, who: Asking) -> None:
    await office.drafts.delete(case_id, who, Condition())


async def macro(office: Office, case_id: str, who: Asking) -> None:
    wording = Wording(title="A macro", text=f"Dear {{{{customer.handle}}}}, {office.new_id('sorry')}")
    office.shelf.append((await office.macros.create(wording, by=PEOPLE["mira"])).id)


async def fill_in(office: Office, case_id: str, who: Asking) -> None:
    """A macro is filled in and goes into the draft, with a word of the agent's."""
    if office.shelf:
        by = PEOPLE[who.agent]
        _, filled = await office.macros.fill_in(case_id, office.chance.choice(office.shelf), who, by=by)
        await office.drafts.put(case_id, who, Condition(some=True), text=f"{filled.text} {CANARY}", answers=None)


async def answer(office: Office, case_id: str, who: Asking) -> None:
    """In the agent's own words, or with the draft's but for the mark."""
    case = await office.case(case_id)
    newest = case.last_message
    if newest is None:
        return
    text = f"sorry {office.new_id('answer')}"
    if office.chance.random() < 0.3:
        text = (await office.drafts.get(case_id, who)).text or ""
        text = text.replace(CANARY, "sorry")
    draft = Draft(
        text=text,
        answers=newest.id,
        seen=newest.id,
        for_approval=office.chance.random() < 0.3,
        key=office.chance.choice((None, text)),
    )
    await office.answers.reply(case_id, draft, who)


async def second_opinion(office: Office, case_id: str, who: Asking) -> None:
    case = await office.case(case_id)
    for reply in case.replies:
        if reply.status is ReplyStatus.AWAITING_APPROVAL:
            if office.chance.random() < 0.3:
                await office.rests.refuse(case_id, reply.id, who, reason="Say when.")
            else:
                await office.rests.approve(case_id, reply.id, who, seen=reply.seen)


async def withdraw(office: Office, case_id: str, who: Asking) -> None:
    case = await office.case(case_id)
    if case.replies:
        await office.desk.withdraw(case_id, case.replies[-1].id, who)


async def take(office: Office, case_id: str, who: Asking) -> None:
    await office.desk.claim(case_id, who, take_over=True)


async def customer_writes(office: Office, case_id: str, who: Asking) -> None:
    message = a_message(office.new_id("post"), at=office.bench.clock(), text="And now?")

    def heard(case: Case) -> Case:
        now = office.bench.clock()
        return apply_all(case, decide(case, hear(message), now=now), now=now)

    await office.cases.update(case_id, announcing(heard))


async def publish(office: Office, case_id: str, who: Asking) -> None:
    network = office.network.network
    wait = timedelta(seconds=5)
    manners: list[Manner] = ["posts", "posts unheard", "loses"]
    manners += [Rejected(reason="422"), NotSent(reason="cannot connect"), RetryAfter(reason="429", wait=wait)]
    network.manners = office.chance.choices(manners, (12, 2, 2, 1, 1, 1), k=3)
    network.sights = office.chance.choices((None, CannotTell(reason="503")), (4, 1), k=3)
    await office.bench.turn()


async def announce(office: Office, case_id: str, who: Asking) -> None:
    await office.relay.announce()


DOINGS: Final[dict[Doing, int]] = {
    note: 20,
    delete_note: 4,
    draft: 20,
    delete_draft: 2,
    macro: 1,
    fill_in: 5,
    answer: 14,
    second_opinion: 5,
    withdraw: 4,
    take: 3,
    customer_writes: 5,
    publish: 12,
    announce: 5,
}
"""How often each happens, against the others."""


async def live(office: Office, calls: int) -> None:
    """Let so many things happen. What the rules refuse counts too: it must not leak either."""
    for number in range(office.customers):
        message = a_message(f"post-{number}", at=NOON, handle=f"c{number}")
        opened = a_case(author=f"c{number}", message=message)
        assert await office.cases.save([Step(before=None, after=opened)])
        office.case_ids.append(opened.id)
    for doing in office.chance.choices(list(DOINGS), list(DOINGS.values()), k=calls):
        office.bench.clock.pass_by(seconds=office.chance.choice((0, 1, 5, 30)))
        try:
            await doing(office, office.chance.choice(office.case_ids), office.who())
            office.done[doing.__name__] = office.done.get(doing.__name__, 0) + 1
        except _REFUSALS:
            continue
    await office.relay.announce()
