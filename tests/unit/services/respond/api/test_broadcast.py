"""Telling what happens: in order, once, to whom it concerns; to those who were away from where they left."""

import asyncio

from services.respond.domain.scope import Scope
from services.respond.live.broadcast import Broadcast, Listener
from services.respond.live.told import Ears
from shared.case.state.case import CANARY

ALL = Ears(scope=Scope(), agent="mira", is_supervisor=True)
QUINN = Ears(scope=Scope(frozenset({"quay"})), agent="quinn")


def a_broadcast(*, window: int = 10, backlog: int = 10) -> Broadcast:
    return Broadcast(boot="boot", window=window, backlog=backlog)


async def heard(listener: Listener) -> list[tuple[str, str]]:
    """What waits for the listener now, as kind and data."""
    found: list[tuple[str, str]] = []
    while True:
        try:
            event = await asyncio.wait_for(listener.next(), 0.01)
        except TimeoutError:
            return found
        if event is None:
            return [*found, ("end", "")]
        found.append((event.kind, event.data))


async def test_a_listener_hears_what_happens_from_now_on() -> None:
    broadcast = a_broadcast()
    broadcast.tell("case", brand="discus", data="before")

    with broadcast.listening(ALL, last_id=None) as listener:
        broadcast.tell("case", brand="discus", data="now")

        assert await heard(listener) == [("hello", "{}"), ("case", "now")]


async def test_a_version_of_a_case_is_told_once_and_never_after_a_later_one() -> None:
    broadcast = a_broadcast()

    with broadcast.listening(ALL, last_id=None) as listener:
        for version in (3, 3, 2, 4):
            broadcast.tell_case("c-1", version, brand="discus", data=str(version))

        assert await heard(listener) == [("hello", "{}"), ("case", "3"), ("case", "4")]


async def test_an_agent_hears_only_of_their_brands() -> None:
    broadcast = a_broadcast()

    with broadcast.listening(QUINN, last_id=None) as listener:
        broadcast.tell("case", brand="discus", data="theirs")
        broadcast.tell("case", brand="quay", data="ours")

        assert await heard(listener) == [("hello", "{}"), ("case", "ours")]


async def test_who_comes_back_hears_what_they_missed() -> None:
    broadcast = a_broadcast()
    broadcast.tell("case", brand="discus", data="1")
    left_at = broadcast.newest_id
    broadcast.tell("case", brand="discus", data="2")
    broadcast.tell("case", brand="discus", data="3")

    with broadcast.listening(ALL, last_id=left_at) as listener:
        assert await heard(listener) == [("hello", "{}"), ("case", "2"), ("case", "3")]


async def test_who_missed_more_than_the_window_holds_is_told_to_look() -> None:
    broadcast = a_broadcast(window=2)
    left_at = broadcast.newest_id
    for number in range(3):
        broadcast.tell("case", brand="discus", data=str(number))

    with broadcast.listening(ALL, last_id=left_at) as listener:
        assert await heard(listener) == [("reset", "{}")]


async def test_ids_of_another_life_or_of_nobody_mean_look() -> None:
    broadcast = a_broadcast()

    for last_id in ("other-0", "boot-7", "boot-", "boot--1", "boot-٣", "boot-" + "9" * 200, "\x00"):
        with broadcast.listening(ALL, last_id=last_id) as listener:
            assert await heard(listener) == [("reset", "{}")], last_id


async def test_who_does_not_keep_up_is_cut_off_and_others_are_not() -> None:
    broadcast = a_broadcast(backlog=3)

    with (
        broadcast.listening(ALL, last_id=None) as slow,
        broadcast.listening(ALL, last_id=None) as quick,
    ):
        await quick.next()
        for number in range(4):
            broadcast.tell("case", brand="discus", data=str(number))
            assert await quick.next() is not None

        assert [kind for kind, _ in await heard(slow)] == ["hello", "case", "case", "end"]
        assert not quick.has_ended


async def test_everyone_is_let_go_when_the_process_stops() -> None:
    broadcast = a_broadcast()
    stop = asyncio.Event()
    running = asyncio.create_task(broadcast.run(stop))

    with broadcast.listening(ALL, last_id=None) as listener:
        stop.set()
        await running

        assert await heard(listener) == [("hello", "{}"), ("end", "")]


async def test_missed_announcements_mean_look_for_all_and_for_those_who_come_back() -> None:
    broadcast = a_broadcast()
    broadcast.tell("case", brand="discus", data="1")
    left_at = broadcast.newest_id

    with broadcast.listening(ALL, last_id=None) as listener:
        broadcast.tell_reset()
        assert await heard(listener) == [("hello", "{}"), ("reset", "{}")]

    with broadcast.listening(ALL, last_id=left_at) as listener:
        assert [kind for kind, _ in await heard(listener)] == ["hello", "reset"]


def a_notice(broadcast: Broadcast, *, to: str | None, brand: str = "discus", at: str = "noon") -> None:
    """Tell that an answer on a case is late."""
    broadcast.tell_notice("c-1", "first_response breach", at, to=to, brand=brand, data=f"{brand} {at}")


async def test_a_notice_reaches_whom_it_is_to_and_nobody_else() -> None:
    broadcast = a_broadcast()
    joris = Ears(scope=Scope(), agent="joris")

    with (
        broadcast.listening(ALL, last_id=None) as mira,
        broadcast.listening(joris, last_id=None) as owner,
    ):
        a_notice(broadcast, to="joris", at="1")
        a_notice(broadcast, to=None, at="2")

        assert await heard(owner) == [("hello", "{}"), ("notice", "discus 1")]
        assert await heard(mira) == [("hello", "{}"), ("notice", "discus 2")]


async def test_a_notice_to_the_supervisors_reaches_those_who_see_the_brand() -> None:
    broadcast = a_broadcast()
    sara = Ears(scope=Scope(frozenset({"quay"})), agent="sara", is_supervisor=True)

    with (
        broadcast.listening(sara, last_id=None) as supervisor,
        broadcast.listening(QUINN, last_id=None) as agent,
    ):
        a_notice(broadcast, to=None, brand="discus")
        a_notice(broadcast, to=None, brand="quay", at="later")

        assert await heard(supervisor) == [("hello", "{}"), ("notice", "quay later")]
        assert await heard(agent) == [("hello", "{}")]


async def test_a_notice_is_told_once_however_often_it_is_announced() -> None:
    broadcast = a_broadcast()

    with broadcast.listening(ALL, last_id=None) as listener:
        for at in ("1", "1", "2", "1"):
            a_notice(broadcast, to=None, at=at)

        assert [data for _, data in await heard(listener)] == ["{}", "discus 1", "discus 2"]


async def test_who_comes_back_hears_only_the_notices_that_are_theirs() -> None:
    broadcast = a_broadcast()
    left_at = broadcast.newest_id
    a_notice(broadcast, to="mira", at="1")
    a_notice(broadcast, to="joris", at="2")

    with broadcast.listening(ALL, last_id=left_at) as listener:
        assert await heard(listener) == [("hello", "{}"), ("notice", "discus 1")]


async def test_nobody_hears_of_the_watchdogs_own_case() -> None:
    broadcast = a_broadcast()

    with broadcast.listening(ALL, last_id=None) as listener:
        broadcast.tell_case("canary-1", 2, brand=CANARY, data="x")

        assert await heard(listener) == [("hello", "{}")]
