"""Who may take which case, and the words for why nobody can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.route.domain.eligible import Demand, Eligibility, Worker
from shared.case.state.policy import Queue
from tests.builders import a_case, a_message
from tests.unit.services.route.dispatching import QUEUES, a_demand, a_worker

WORDS = st.frozensets(st.sampled_from(["one", "two", "three"]))
WORKERS = st.lists(
    st.builds(
        Worker,
        id=st.integers(0, 99).map(str),
        capacity=st.integers(1, 5),
        brands=WORDS,
        networks=WORDS,
        languages=WORDS,
        skills=WORDS,
        certifications=WORDS,
    ),
    unique_by=lambda worker: worker.id,
    max_size=6,
)
WORD = st.sampled_from(["one", "two", "three", "four"])


def ids(workers: list[Worker], demand: str) -> list[str]:
    return [worker.id for worker in Eligibility(workers, QUEUES).of(demand)]


@pytest.mark.parametrize(
    ("able", "unable", "demand"),
    [
        (a_worker("able", brands={"discus"}), a_worker("not", brands={"vinyl"}), a_demand()),
        (a_worker("able", networks={"mastodon"}), a_worker("not", networks={"x"}), a_demand()),
        (a_worker("able", languages={"nl", "fy"}), a_worker("not", languages={"en"}), a_demand(language="fy")),
        (
            a_worker("able", certifications={"payments", "law"}, skills={"ledger"}),
            a_worker("not", certifications={"payments"}),
            a_demand(queue="money"),
        ),
        (
            a_worker("able", certifications={"payments"}, skills={"ledger"}),
            a_worker("not", skills={"ledger"}),
            a_demand(queue="money"),
        ),
    ],
    ids=["brand", "network", "language", "skill", "certification"],
)
def test_what_a_case_asks_for_an_agent_must_have(able: Worker, unable: Worker, demand: str) -> None:
    assert ids([unable, able], demand) == ["able"]


def test_no_brands_networks_and_languages_means_all_but_skills_and_certifications_have_to_be_named() -> None:
    assert ids([a_worker()], a_demand(brand="any", network="any", language="tlh")) == ["mira"]
    assert ids([a_worker()], a_demand(queue="money")) == []


def test_a_case_in_an_unknown_language_may_go_to_anybody() -> None:
    assert ids([a_worker("one", languages={"nl"}), a_worker("two")], a_demand(language="")) == ["one", "two"]


@pytest.mark.parametrize(("language", "asked"), [("nl-BE", "nl"), ("nl", "nl"), ("und", None), (None, None)])
def test_the_region_of_a_language_asks_for_nobody_else_and_an_undetermined_one_is_unknown(
    language: str | None, asked: str | None
) -> None:
    demand = a_case(message=a_message(language=language)).demand
    assert demand is not None

    assert Demand.of(demand).language == asked


def test_a_queue_that_is_no_longer_in_the_configuration_asks_for_nothing() -> None:
    assert ids([a_worker()], a_demand(queue="gone")) == ["mira"]


MONEY = a_worker(certifications={"payments"}, skills={"ledger"})


@pytest.mark.parametrize(
    ("workers", "demand", "reason"),
    [
        ([], a_demand(), "nobody is at work"),
        ([a_worker(brands={"vinyl"}, networks={"x"})], a_demand(), "nobody at work serves the brand discus"),
        ([a_worker(networks={"x"}, languages={"nl"})], a_demand(), "nobody at work serves mastodon"),
        ([a_worker(languages={"nl"})], a_demand(queue="money"), "no speaker of en is at work"),
        ([a_worker(skills={"ledger"})], a_demand(queue="money"), "nobody at work is certified for payments"),
        ([a_worker(certifications={"payments"})], a_demand(queue="money"), "nobody at work has the skills ledger"),
        ([MONEY], a_demand(queue="money"), "the one who could take it is full"),
        ([a_worker("a"), a_worker("b")], a_demand(), "all 2 who could take it are full"),
        # Each lacks something else, and the first condition that leaves nobody is the one to tell.
        ([a_worker("a", brands={"vinyl"}), a_worker("b", languages={"nl"})], a_demand(), "no speaker of en is at work"),
    ],
)
def test_the_reason_is_the_first_condition_that_leaves_nobody(workers: list[Worker], demand: str, reason: str) -> None:
    """Brand, network, language, certification, skill: what a supervisor can change soonest comes last."""
    assert Eligibility(workers, QUEUES).why_nobody(demand) == reason


def test_a_reason_names_all_that_is_asked_for_in_order() -> None:
    queue = Queue(id="law", match=QUEUES[-1].match, certifications=frozenset({"press", "law"}))

    reason = Eligibility([a_worker()], [queue]).why_nobody(a_demand(queue="law"))
    assert reason == "nobody at work is certified for law and press"


@given(
    workers=WORKERS,
    wants=st.builds(Demand, brand=WORD, network=WORD, language=WORD | st.none(), queue=st.just("q")),
    asked=st.tuples(WORDS, WORDS),
)
def test_eligible_is_whoever_meets_every_condition_by_itself(
    workers: list[Worker], wants: Demand, asked: tuple[frozenset[str], frozenset[str]]
) -> None:
    skills, certifications = asked
    queue = Queue(id="q", match=QUEUES[-1].match, skills=skills, certifications=certifications)
    eligibility = Eligibility(workers, [queue])
    demand = a_demand(wants.brand, wants.network, wants.language or "", "q")

    expected = {
        worker.id
        for worker in workers
        if wants.brand in (worker.brands or {wants.brand})
        and wants.network in (worker.networks or {wants.network})
        and (wants.language is None or wants.language in (worker.languages or {wants.language}))
        and all(skill in worker.skills for skill in skills)
        and all(one in worker.certifications for one in certifications)
    }
    assert {worker.id for worker in eligibility.of(demand)} == expected
    assert eligibility.why_nobody(demand).endswith("full") == bool(expected)
