"""A password is kept as argon2id with argon2's own defaults, and nobody's costs as much to check as somebody's."""

import asyncio
import threading
from typing import Literal

import argon2
import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from services.respond.identity import passwords
from services.respond.identity.passwords import Passwords
from shared.runtime.errors import Unavailable

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
RIGHT = "correct horse battery staple"


async def test_a_password_is_kept_as_argon2id_with_the_defaults() -> None:
    kept = await Passwords().hash(RIGHT)

    assert kept.startswith("$argon2id$v=19$")
    assert extract_parameters(kept) == RFC_9106_LOW_MEMORY


async def test_only_the_right_password_is_right() -> None:
    some = Passwords(CHEAP)
    kept = await some.hash(RIGHT)

    assert await some.is_right(RIGHT, kept)
    for wrong in ("", RIGHT.upper(), RIGHT + " ", RIGHT[:-1], kept):
        assert not await some.is_right(wrong, kept)


async def test_the_same_password_is_kept_differently_for_two_people() -> None:
    some = Passwords(CHEAP)

    assert await some.hash(RIGHT) != await some.hash(RIGHT)


async def test_an_accent_may_be_typed_in_either_of_its_spellings() -> None:
    some = Passwords(CHEAP)

    assert await some.is_right("cafe\u0301-cafe\u0301-12", await some.hash("caf\u00e9-caf\u00e9-12"))


@pytest.mark.parametrize("kept", [None, "", "not a hash", "$argon2id$v=19$m=8"])
async def test_nothing_is_the_password_of_nobody_and_the_work_is_done_all_the_same(
    kept: str | None,
) -> None:
    compared: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            compared.append(str(hash))
            return super().verify(hash, password)

    some = Passwords(Counting(time_cost=2, memory_cost=16, parallelism=1))

    assert not await some.is_right("", kept)
    assert extract_parameters(compared[-1]) == argon2.Parameters(
        type=argon2.Type.ID, version=19, salt_len=16, hash_len=32, time_cost=2, memory_cost=16, parallelism=1
    )


async def test_two_are_checked_at_a_time_off_the_loop_and_whoever_is_too_late_comes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passwords, "_MOST_WAITING", 4)
    go_on = threading.Event()
    running: list[int] = []
    most: list[int] = []

    class Slow(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            running.append(1)
            most.append(len(running))
            assert threading.current_thread() is not threading.main_thread()
            assert go_on.wait(30)
            running.pop()
            return True

    some = Passwords(Slow(time_cost=1, memory_cost=8, parallelism=1))
    kept = CHEAP.hash(RIGHT)
    asked = [asyncio.create_task(some.is_right(RIGHT, kept)) for _ in range(4)]
    await asyncio.sleep(0)

    with pytest.raises(Unavailable, match="too many"):
        await some.is_right(RIGHT, kept)
    go_on.set()

    assert await asyncio.gather(*asked) == [True] * 4
    assert max(most) <= 2
    assert await some.is_right(RIGHT, kept)
