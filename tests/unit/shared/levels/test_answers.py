"""What levels.yaml says of answers: what each check does, brand by brand, and who needs a second person."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared.levels.answers import STANDARD_RULES, AnswerRules, Check, Level, SentToMany, Topics
from shared.levels.live import LiveLevels
from tests.unit.shared.levels.files import a_file, complaint, read


def rules(folder: Path, answers: Any) -> AnswerRules:
    return read(folder, a_file() | {"answers": answers}).answers


def test_without_a_word_money_numbers_block_all_else_warns_and_nobody_needs_a_second_person(tmp_path: Path) -> None:
    found = read(tmp_path, a_file()).answers

    assert found == STANDARD_RULES == rules(tmp_path, {})
    blocking = {check for check in Check if found.checks("any").level(check) is Level.BLOCK}
    assert blocking == {Check.CARD_NUMBER, Check.IBAN}
    assert Level.OFF not in found.checks("any").levels.values()
    assert found.approvals == ()


def test_a_check_that_is_named_differs_and_the_others_stay_as_they_are(tmp_path: Path) -> None:
    checks = rules(tmp_path, {"checks": {"phone": "block", "iban": "warn"}}).checks("discus")

    assert (checks.level(Check.PHONE), checks.level(Check.IBAN)) == (Level.BLOCK, Level.WARN)
    assert (checks.level(Check.CARD_NUMBER), checks.level(Check.EMAIL)) == (Level.BLOCK, Level.WARN)


def test_a_brand_differs_only_in_what_it_names(tmp_path: Path) -> None:
    answers = {
        "checks": {"email": "block"},
        "sent_to_many": {"customers": 5, "within": "12h"},
        "brands": {"quay": {"checks": {"shouting": "warn", "phone": "block"}}, "lost": {"sent_to_many": {}}},
    }
    found = rules(tmp_path, answers)

    assert found.checks("quay").level(Check.PHONE) is Level.BLOCK
    assert found.checks("quay").level(Check.EMAIL) is Level.BLOCK
    assert found.checks("discus").level(Check.PHONE) is Level.WARN
    assert found.checks("quay").sent_to_many == SentToMany(customers=5, within=timedelta(hours=12))
    assert found.checks("lost").sent_to_many == SentToMany()


@pytest.mark.parametrize("written", ["off", '"off"', "false"])
def test_off_is_off_as_yaml_reads_it_and_as_people_mean_it(tmp_path: Path, written: str) -> None:
    text = f"""
version: 1
policies: [{{id: standard, targets: {{first_response: 1h}}}}]
queues: [{{id: all}}]
answers: {{checks: {{shouting: {written}}}}}
"""
    assert read(tmp_path, text).answers.checks("discus").level(Check.SHOUTING) is Level.OFF


def test_rules_of_approval_keep_their_order_and_say_why(tmp_path: Path) -> None:
    approvals = [
        {"id": "legal", "match": {"flags": ["legal"], "tags": ["legal"]}, "why": "it can be held against us"},
        {"id": "money", "match": {"brands": ["quay"]}, "certifications": ["payments"], "skills": ["refunds"]},
    ]
    legal, money = rules(tmp_path, {"approvals": approvals}).approvals

    assert legal.match == Topics(flags=frozenset({"legal"}), tags=frozenset({"legal"}))
    assert (legal.why, money.why) == ("it can be held against us", "the rule money asks for it")
    assert (money.certifications, money.skills) == (frozenset({"payments"}), frozenset({"refunds"}))


def test_all_severities_by_name_are_no_condition(tmp_path: Path) -> None:
    approvals = [{"id": "all", "match": {"severities": ["low", "normal", "high", "critical"]}}]

    assert rules(tmp_path, {"approvals": approvals}).approvals[0].match == Topics()


WRONG = {
    "unknown flag": (
        {"approvals": [{"id": "law", "match": {"flags": ["lawyers"]}}]},
        "answers/approvals/0/match/flags/0",
        "there is no flag 'lawyers'; known are safety, injury",
    ),
    "unknown check": ({"checks": {"rudeness": "warn"}}, "answers/checks", "no check rudeness; known are length, phone"),
    "no level": ({"checks": {"iban": "stop"}}, "answers/checks", "iban: 'stop' is no level: write one of off, warn"),
    "on": ({"checks": {"iban": True}}, "answers/checks", "iban: 'on' is no level"),
    "no mapping": ({"checks": ["iban"]}, "answers/checks", "such as {iban: block}"),
    "of a brand": (
        {"brands": {"quay": {"checks": {"iban": 1}}}},
        "answers/brands/quay/checks",
        "iban: 1 is no level",
    ),
    "one customer": ({"sent_to_many": {"customers": 1}}, "answers/sent_to_many/customers", "write sent_to_many: off"),
    "customers as text": ({"sent_to_many": {"customers": "3"}}, "answers/sent_to_many/customers", "valid integer"),
    "no time": ({"sent_to_many": {"within": "0h"}}, "answers/sent_to_many/within", "write more than 0"),
    "further than is remembered": ({"sent_to_many": {"within": "169h"}}, "answers/sent_to_many/within", "168h at most"),
    "unknown key": ({"check": {}}, "answers/check", "not permitted"),
    "unknown condition": (
        {"approvals": [{"id": "a", "match": {"tag": ["x"]}}]},
        "answers/approvals/0/match/tag",
        "not permitted",
    ),
    "an empty list": (
        {"approvals": [{"id": "a", "match": {"tags": []}}]},
        "answers/approvals/0/match/tags",
        "leave the condition out",
    ),
    "an id twice": ({"approvals": [{"id": "a"}, {"id": "a"}]}, "answers/approvals/1/id", "'a' is used twice"),
    "no certification": (
        {"approvals": [{"id": "a", "certifications": ["Payments!"]}]},
        "answers/approvals/0/certifications/0",
        "match pattern",
    ),
}


@pytest.mark.parametrize(("answers", "place", "advice"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named_with_its_place_and_what_to_write(
    tmp_path: Path, answers: Any, place: str, advice: str
) -> None:
    lines = complaint(tmp_path, a_file() | {"answers": answers}).splitlines()[1:]

    assert any(line.startswith(f"  {place}: ") and advice in line for line in lines), lines
    assert "Value error" not in "\n".join(lines)


async def test_a_change_counts_while_everything_runs(tmp_path: Path) -> None:
    path = tmp_path / "levels.yaml"
    path.write_text(yaml.safe_dump(a_file()))
    levels = LiveLevels(path)

    path.write_text(yaml.safe_dump(a_file() | {"answers": {"checks": {"blame": "block"}}}))
    await levels.look()
    await levels.look()

    assert levels.current.answers.checks("discus").level(Check.BLAME) is Level.BLOCK
