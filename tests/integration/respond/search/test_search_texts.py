"""What is searched, over a real MongoDB: found in pages, in whatever order versions come, and gone when it is gone."""

import asyncio
import random
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from services.respond.domain.scope import Scope
from services.respond.domain.search.question import question
from services.respond.domain.search.texts import TextKind, texts_of
from services.respond.queries.all_cases import AllCases
from services.respond.queries.search import Search
from services.respond.refill import refill
from services.respond.store.indexes import SEARCH_TEXTS, create_indexes
from services.respond.store.search_texts import SearchTexts
from shared.case.keeping import Step
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from tests.builders import HOUR, NOON, a_case, a_message, after, hear
from tests.unit.shared.case.in_each_stage import merged, parted
from tests.unit.shared.case.posting import posted

ALL = Scope()
QUAY = Scope(frozenset({"quay"}))


@pytest.fixture
async def texts(database: Any) -> SearchTexts:
    await create_indexes(database)
    return SearchTexts(database)


async def found(
    database: Any,
    asked: str,
    *,
    scope: Scope = ALL,
    brand: str | None = None,
    network: str | None = None,
    kind: TextKind | None = None,
    limit: int = 100,
) -> list[str]:
    """The texts that are found, page after page."""
    search, after_, texts = Search(database), None, []
    while True:
        page, after_ = await search.page(
            scope, question(asked), brand=brand, network=network, kind=kind, after=after_, limit=limit
        )
        texts += [one.text for one in page]
        if after_ is None:
            return texts


def saying(*texts: str, **fields: Any) -> list[Case]:
    """A case for each text, each a minute after the one before."""
    return [
        a_case(
            message=a_message(f"p{number}", text=text, at=NOON + timedelta(minutes=number)),
            author=f"a{number}",
            **fields,
        )
        for number, text in enumerate(texts)
    ]


async def test_all_of_it_has_to_stand_there_and_the_newest_comes_first(database: Any, texts: SearchTexts) -> None:
    said = [
        "Where is my PARCEL?",
        "my dog ate the parcel",
        "Parcels, parcels...",
        "Mon colis déjà perdu",
        "parcel is my problem",
        "order DV-123",
        "order 123 DV",
    ]
    await texts.keep(saying(*said), now=NOON)

    assert await found(database, "parcel") == [said[4], said[1], said[0]]
    assert await found(database, "parcel*") == [said[4], said[2], said[1], said[0]]
    assert await found(database, "my parcel") == [said[4], said[1], said[0]]
    assert await found(database, '"my parcel"') == [said[0]]
    assert await found(database, '"is my p') == [], "a phrase is of whole words"
    assert await found(database, "DÉJA") == [said[3]]
    assert await found(database, "dv-123") == [said[5]]
    assert await found(database, "dv-1*") == [said[5]]
    assert await found(database, "nothing") == []


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
async def test_pages_neither_skip_nor_repeat_where_texts_share_an_instant(
    database: Any, texts: SearchTexts, limit: int
) -> None:
    cases = [
        a_case(message=a_message(f"p{n}", text=f"parcel {n}", at=NOON + timedelta(minutes=n // 4)), author=f"a{n}")
        for n in range(14)
    ]
    await texts.keep(cases, now=NOON)

    assert await found(database, "parcel", limit=limit) == await found(database, "parcel")
    assert sorted(await found(database, "parcel", limit=limit)) == sorted(f"parcel {n}" for n in range(14))


async def test_only_ones_own_brands_are_searched_and_filters_leave_what_they_name(
    database: Any, texts: SearchTexts
) -> None:
    [discus], [quay], [blog] = saying("parcel d"), saying("parcel q", brand="quay"), saying("parcel b", network="blog")
    other = posted(a_case(author="posted", message=a_message("posted", text="a parcel")))
    await texts.keep([discus, replace(quay, id="c-q"), replace(blog, id="c-b"), other], now=NOON)

    assert await found(database, "parcel", scope=QUAY) == ["parcel q"]
    assert await found(database, "parcel", scope=QUAY, brand="discus") == []
    assert await found(database, "parcel", brand="quay") == ["parcel q"]
    assert await found(database, "parcel", network="blog") == ["parcel b"]
    answer = other.replies[0].text
    assert await found(database, "sorry", kind="answer") == [answer]
    assert await found(database, "sorry", kind="message") == []


async def test_what_was_edited_or_deleted_is_found_no_more_and_its_words_are_gone_from_the_database(
    database: Any, texts: SearchTexts
) -> None:
    case = after(a_case(message=a_message(text="my IBAN is NL00 0000")), hear(a_message("2", at=NOON + HOUR / 2)))
    await texts.keep([case], now=NOON)
    edited = replace(case, version=9, messages=(replace(case.messages[0], text="oops"), case.messages[1]))
    await texts.keep([edited], now=NOON)
    assert (await found(database, "iban"), await found(database, "oops")) == ([], ["oops"])

    gone = replace(edited, version=10, messages=(replace(edited.messages[0], deleted_at=NOON), case.messages[1]))
    await texts.keep([gone], now=NOON + HOUR)

    assert await found(database, "oops") == []
    left = await database[SEARCH_TEXTS].find({"gone_at": {"$exists": True}}).to_list(None)
    assert [set(one) for one in left] == [
        {"_id", "case_id", "case_version", "kind", "at", "brand", "network", "gone_at"}
    ]


async def test_versions_in_any_order_and_often_leave_what_the_newest_says(database: Any, texts: SearchTexts) -> None:
    """Six versions of two cases that are merged and parted again, by two processes of which either may be slow."""
    joes, anns = saying("his parcel", "her parcel")
    edited = replace(joes, version=2, messages=(replace(joes.messages[0], text="his letter"),))
    both, gone = merged(edited, anns)
    alone, apart = parted(both, gone)
    versions = [joes, edited, both, alone, anns, gone, apart]
    expected = {(one.case_id, one.text) for case in (alone, apart) for one in texts_of(case)}
    orders = random.Random(4).sample(list(permutations(range(len(versions)))), 60)

    for order in orders:
        await database[SEARCH_TEXTS].delete_many({})
        shuffled = [versions[place] for place in order]
        for start in range(0, len(shuffled), 2):
            await texts.keep(shuffled[start : start + 2], now=NOON)
            await texts.keep(shuffled[: start + 1], now=NOON)
        kept = await database[SEARCH_TEXTS].find({"text": {"$exists": True}}).to_list(None)
        assert {(one["case_id"], one["text"]) for one in kept} == expected, order


async def test_many_writers_at_once_leave_what_the_newest_says(database: Any, texts: SearchTexts) -> None:
    [case] = saying("version 1")
    versions = [
        replace(case, version=number, messages=(replace(case.messages[0], text=f"version {number}"),))
        for number in range(1, 21)
    ]
    await texts.keep(versions[:1], now=NOON)
    random.Random(4).shuffle(versions)

    await asyncio.gather(*(texts.keep([version], now=NOON) for version in versions))

    assert await found(database, "version") == ["version 20"]


async def test_what_looks_like_an_operator_is_text(database: Any, texts: SearchTexts) -> None:
    said = "$where $$ROOT {$ne: 1} parcel.* \x00 ' \\"
    await texts.keep(saying(said), now=NOON)

    assert await found(database, "$where $$ROOT parcel.*") == [said]
    assert await found(database, "parce.") == []


async def test_a_word_is_answered_from_the_index_in_the_order_of_the_pages(database: Any, texts: SearchTexts) -> None:
    """Else a common word would read everything that was ever said with it."""
    await texts.keep(saying(*(f"parcel number {n}" for n in range(300))), now=NOON)
    cursor = (
        database[SEARCH_TEXTS].find({"words": "parcel", "brand": {"$in": ["discus"]}}).sort([("at", -1), ("_id", 1)])
    )

    plan = await cursor.limit(21).explain()

    assert plan["executionStats"]["totalKeysExamined"] <= 22
    assert "SORT" not in {stage["stage"] for stage in _stages(plan["queryPlanner"]["winningPlan"])}


async def test_filling_an_existing_database_finds_all_and_again_changes_nothing(
    database: Any, texts: SearchTexts
) -> None:
    cases = saying(*(f"parcel {n}" for n in range(450)))
    assert await CaseStore(database).save([Step(before=None, after=case) for case in cases])
    await database["cases"].insert_one({"_id": "c-broken"})

    assert await refill(AllCases(database), texts, clock=lambda: NOON) == 450
    assert await refill(AllCases(database), texts, clock=lambda: NOON) == 450

    assert len(await found(database, "parcel")) == 450


def _stages(plan: dict[str, Any]) -> list[dict[str, Any]]:
    inner = plan.get("inputStage")
    return [plan, *(_stages(inner) if inner else ())]
