"""What stands in levels.yaml is what policies, queues and dispatch go by."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shared.case.hours.calendar import Calendar, deadline, is_open
from shared.case.state.policy import SEVERITIES, Action, Facts
from tests.builders import NOON
from tests.unit.shared.levels.files import a_file, read

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def a_case_of(**facts: Any) -> Facts:
    return Facts(**{"brand": "discus", "network": "mastodon", "severity": "normal", "at": NOON, **facts})


def hours_of(folder: Path, **calendar: Any) -> str:
    content = a_file()
    content["calendars"]["office"] |= calendar
    return read(folder, content).book.policies[0].terms["normal"].hours or ""


def test_the_first_policy_that_matches_gives_the_terms(tmp_path: Path) -> None:
    book = read(tmp_path, a_file()).book

    assert book.terms(a_case_of(tier="press")).policy == "press"
    assert book.terms(a_case_of(tier="gold")).policy == "standard"


def test_the_first_queue_that_matches_is_where_a_case_waits(tmp_path: Path) -> None:
    book = read(tmp_path, a_file()).book

    assert book.queue(a_case_of(intent="refund")) == "money"
    assert book.queue(a_case_of(intent="delivery")) == "all"


@pytest.mark.parametrize(
    ("condition", "right", "wrong"),
    [
        ({"brands": ["discus"]}, {}, {"brand": "lost"}),
        ({"networks": ["x", "mastodon"]}, {}, {"network": "reddit"}),
        ({"severities": ["high", "critical"]}, {"severity": "high"}, {"severity": "low"}),
        ({"tiers": ["Gold"]}, {"tier": "Gold"}, {"tier": None}),
        ({"languages": ["no"]}, {"language": "no"}, {"language": "nl"}),
        ({"intents": ["a new model's word"]}, {"intent": "a new model's word"}, {}),
        ({"needs_answer": False}, {"needs_answer": False}, {}),
        ({"hours": {"calendar": "office", "open": False}}, {}, {"at": NOON + timedelta(days=2)}),
    ],
)
def test_each_condition_counts(
    tmp_path: Path, condition: dict[str, Any], right: dict[str, Any], wrong: dict[str, Any]
) -> None:
    """NOON is on a Saturday."""
    content = a_file()
    content["policies"][0]["match"] = condition
    book = read(tmp_path, content).book

    assert book.terms(a_case_of(**right)).policy == "press"
    assert book.terms(a_case_of(**wrong)).policy == "standard"


def test_a_target_is_one_for_all_severities_or_one_for_each(tmp_path: Path) -> None:
    content = a_file()
    content["policies"][1]["targets"] = {
        "first_response": {"critical": "90s", "high": "1h", "normal": "4h", "low": "24h"},
        "resolution": "72h",
    }
    book = read(tmp_path, content).book
    terms = [book.terms(a_case_of(severity=severity)) for severity in SEVERITIES]

    assert [one.first_response for one in terms] == [86400, 14400, 3600, 90]
    assert [one.resolution for one in terms] == [259200] * 4
    assert [one.next_response for one in terms] == [None] * 4


def test_a_policy_says_when_to_warn_what_follows_and_how_long_a_settled_case_stays(tmp_path: Path) -> None:
    content = a_file()
    content["policies"][1] |= {"warn_at": 0.5, "on_warn": ["raise"], "on_breach": ["reassign", "notify_owner"]}
    content["policies"][1]["quiet"] = "48h"
    policy = read(tmp_path, content).book.policies[1]

    assert policy.on_warn == (Action.RAISE,)
    assert policy.on_breach == (Action.REASSIGN, Action.NOTIFY_OWNER)
    assert (policy.terms["low"].warn_share, policy.terms["low"].quiet_seconds) == (0.5, 172800)


def test_without_a_word_it_warns_at_three_quarters_and_closes_after_three_days(tmp_path: Path) -> None:
    terms = read(tmp_path, a_file()).book.policies[1].terms["low"]

    assert (terms.warn_share, terms.quiet_seconds, terms.hours) == (0.75, 72 * 3600, None)


def test_open_time_is_counted_by_the_calendar(tmp_path: Path) -> None:
    """The first of the vectors: 30 minutes from Friday 16:45 are up on Monday at 09:15."""
    friday = datetime(2026, 11, 20, 16, 45, tzinfo=AMSTERDAM)

    assert deadline(hours_of(tmp_path), friday, 1800) == friday + timedelta(days=2, hours=16, minutes=30)


def test_a_week_is_days_and_ranges_of_days_also_over_its_end(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, hours={"sat-mon": ["10:00-14:00", "15:00-16:00"], "wed": ["00:00-24:00"], "thu": []})

    weekend = ((600, 840), (900, 960))
    assert Calendar.of(hours).weekly == (weekend, (), ((0, 1440),), (), (), weekend, weekend)


def test_a_night_shift_ends_on_the_next_day(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, hours={"sat": ["22:00-06:00"], "tue": ["20:00-00:00"]})
    sunday = datetime(2026, 11, 22, tzinfo=AMSTERDAM)

    assert is_open(hours, sunday + timedelta(hours=5))
    assert not is_open(hours, sunday + timedelta(hours=6))
    assert Calendar.of(hours).weekly[1] == ((1200, 1440),)


@pytest.mark.parametrize("written", ["2026-12-25", '"2026-12-25"'])
def test_a_holiday_is_closed_all_day_in_quotes_or_without(tmp_path: Path, written: str) -> None:
    text = f"""
version: 1
calendars: {{office: {{zone: UTC, hours: {{mon-fri: ["09:00-17:00"]}}, holidays: [{written}]}}}}
policies: [{{id: standard, calendar: office, targets: {{first_response: 1h}}}}]
queues: [{{id: all}}]
"""
    hours = read(tmp_path, text).book.policies[0].terms["low"].hours or ""

    (found,) = Calendar.of(hours).holidays
    assert (found.date.isoformat(), found.open) == ("2026-12-25", ())


def test_a_holiday_may_have_hours_of_its_own(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, holidays=[{"date": "2026-12-24", "hours": ["09:00-12:00"]}])
    christmas_eve = datetime(2026, 12, 24, tzinfo=AMSTERDAM)

    assert is_open(hours, christmas_eve + timedelta(hours=11))
    assert not is_open(hours, christmas_eve + timedelta(hours=13))


def test_a_queue_says_what_it_asks_of_an_agent(tmp_path: Path) -> None:
    content = a_file()
    content["queues"][0] |= {"skills": ["refunds"], "certifications": ["payments"]}
    queue = read(tmp_path, content).book.queues[0]

    assert (queue.skills, queue.certifications) == (frozenset({"refunds"}), frozenset({"payments"}))


def test_dispatch_has_rules_of_its_own(tmp_path: Path) -> None:
    content = a_file()
    content["dispatch"] = {
        "offline_after": "5m",
        "silence_after": "1h",
        "weights": {"x": 3},
        "reach_raises_from": 100_000,
    }
    rules = read(tmp_path, content).rules

    assert (rules.offline_after, rules.silence_after) == (timedelta(minutes=5), timedelta(hours=1))
    assert (rules.weight("x"), rules.weight("mastodon")) == (3, 1)
    assert rules.reach_raises_from == 100_000


def test_without_a_word_nobody_loses_a_case_by_silence_and_no_fame_counts(tmp_path: Path) -> None:
    rules = read(tmp_path, a_file()).rules

    assert (rules.offline_after, rules.silence_after) == (timedelta(minutes=2), None)
    assert (rules.weight("x"), rules.reach_raises_from) == (1, None)


def test_two_policies_may_share_what_yaml_lets_them_share(tmp_path: Path) -> None:
    """A merge that is overridden is no key that stands there twice."""
    text = """
version: 1
policies:
  - &standard {id: first, match: {tiers: [gold]}, targets: {first_response: 1h}, warn_at: 0.5}
  - {<<: *standard, id: standard, match: {}}
queues: [{id: all}]
"""
    assert [one.id for one in read(tmp_path, text).book.policies] == ["first", "standard"]


def test_a_digest_tells_two_contents_apart_and_one_from_none(tmp_path: Path) -> None:
    first, again = read(tmp_path, a_file()), read(tmp_path, a_file())
    other = read(tmp_path, a_file() | {"dispatch": {"offline_after": "5m"}})

    assert first.digest == again.digest != other.digest
