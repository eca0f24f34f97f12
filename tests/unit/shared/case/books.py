"""Service levels for tests: several that differ in what they ask for, and in what follows."""

from typing import Final

from shared.case.state.policy import SEVERITIES, Action, Book, Match, Policy, Queue
from shared.case.state.terms import Terms
from tests.unit.shared.case.calendars import a_calendar

OFFICE: Final = a_calendar().text()
MINUTES: Final = 60
HOURS: Final = 3600

ROUND_THE_CLOCK: Final = Book(
    policies=(
        Policy(
            id="praise",
            match=Match(needs_answer=False),
            terms=dict.fromkeys(SEVERITIES, Terms(policy="praise", quiet_seconds=24 * HOURS)),
        ),
        Policy(
            id="standard",
            match=Match(),
            terms={
                severity: Terms(
                    policy="standard",
                    first_response=90 * MINUTES // step,
                    next_response=4 * HOURS // step,
                    resolution=20 * HOURS // step,
                    quiet_seconds=24 * HOURS,
                )
                for step, severity in enumerate(SEVERITIES, start=1)
            },
            on_warn=(Action.NOTIFY_OWNER,),
            on_breach=(Action.NOTIFY_SUPERVISORS, Action.RAISE, Action.REASSIGN),
        ),
    ),
    queues=(Queue(id="dutch", match=Match(languages=frozenset({"nl"}))), Queue(id="all", match=Match())),
)

IN_THE_OFFICE: Final = Book(
    policies=(
        Policy(
            id="dutch",
            match=Match(languages=frozenset({"nl"})),
            terms=dict.fromkeys(
                SEVERITIES, Terms(policy="dutch", next_response=HOURS, resolution=8 * HOURS, hours=OFFICE)
            ),
            on_breach=(Action.REASSIGN,),
        ),
        Policy(
            id="office",
            match=Match(),
            terms={
                severity: Terms(
                    policy="office",
                    first_response=2 * HOURS // step,
                    resolution=8 * HOURS,
                    warn_share=0.5,
                    quiet_seconds=24 * HOURS,
                    hours=OFFICE if step < 3 else None,
                )
                for step, severity in enumerate(SEVERITIES, start=1)
            },
            on_warn=(Action.RAISE,),
        ),
    ),
    queues=(Queue(id="all", match=Match()),),
)

NO_TARGETS: Final = Book(
    policies=(Policy(id="none", match=Match(), terms=dict.fromkeys(SEVERITIES, Terms(quiet_seconds=24 * HOURS))),),
    queues=(Queue(id="all", match=Match()),),
)

BOOKS: Final = {"round the clock": ROUND_THE_CLOCK, "in the office": IN_THE_OFFICE, "no targets": NO_TARGETS}
