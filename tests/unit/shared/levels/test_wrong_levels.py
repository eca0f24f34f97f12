"""A wrong levels.yaml is refused with a message that says where, and what to write instead."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shared.levels.file import read_levels
from shared.runtime.yaml_file import WrongFile
from tests.unit.shared.levels.files import a_file, complaint

Content = dict[str, Any]


def office(**changed: Any) -> Callable[[Content], None]:
    def change(file: Content) -> None:
        file["calendars"]["office"] |= changed

    return change


def press(**changed: Any) -> Callable[[Content], None]:
    def change(file: Content) -> None:
        file["policies"][0] |= changed

    return change


def target(value: Any) -> Callable[[Content], None]:
    return press(targets={"resolution": value})


def match(**conditions: Any) -> Callable[[Content], None]:
    return press(match=conditions)


def dispatch(**rules: Any) -> Callable[[Content], None]:
    def change(file: Content) -> None:
        file["dispatch"] = rules

    return change


def policies(*entries: Content) -> Callable[[Content], None]:
    def change(file: Content) -> None:
        file["policies"] = [{"targets": {}, **entry} for entry in entries]

    return change


def queues(*entries: Content) -> Callable[[Content], None]:
    def change(file: Content) -> None:
        file["queues"] = list(entries)

    return change


OFFICE = "calendars/office"
RESOLUTION = "policies/0/targets/resolution"
BUSY = {"brands": ["discus"]}

CALENDARS = {
    "unknown zone": (office(zone="Europe/Amstelveen"), OFFICE, "write an IANA name"),
    "overlapping shifts": (office(hours={"mon": ["09:00-13:00", "12:00-17:00"]}), OFFICE, "Monday: 09:00-13:00 and"),
    "a night into a morning": (office(hours={"mon": ["22:00-06:00"], "tue": ["05:00-09:00"]}), OFFICE, "runs into"),
    "a day twice": (office(hours={"mon-fri": ["09:00-17:00"], "wed": []}), f"{OFFICE}/hours", "wed has hours twice"),
    "no day": (office(hours={"monday": ["09:00-17:00"]}), f"{OFFICE}/hours", "write one of mon, tue"),
    "a range without an end": (office(hours={"mon-": []}), f"{OFFICE}/hours", "'mon-' is no day"),
    "a range without a start": (office(hours={"-fri": []}), f"{OFFICE}/hours", "'-fri' is no day"),
    "no hours at all": (office(hours={}), f"{OFFICE}/hours", "mon-fri:"),
    "never open": (office(hours={"mon": []}), f"{OFFICE}/hours", "never open: give at least one day hours"),
    "no list": (office(hours={"mon": "09:00-17:00"}), f"{OFFICE}/hours", "mon: write a list"),
    "no span": (office(hours={"mon": ["9 to 5"]}), f"{OFFICE}/hours", 'write "09:00-17:00"'),
    "an hour that is none": (office(hours={"mon": ["09:00-25:00"]}), f"{OFFICE}/hours", "24:00 as an end"),
    "24:00 as a start": (office(hours={"mon": ["24:00-06:00"]}), f"{OFFICE}/hours", "24:00 as an end"),
    "a span of nothing": (office(hours={"mon": ["09:00-09:00"]}), f"{OFFICE}/hours", 'write "00:00-24:00"'),
    "no date": (office(holidays=["Christmas"]), f"{OFFICE}/holidays/0", "write 2026-12-25"),
    "no such date": (office(holidays=["2026-02-30"]), f"{OFFICE}/holidays/0", "'2026-02-30' is not a date"),
    "a holiday twice": (office(holidays=["2026-12-25", "2026-12-25"]), OFFICE, "there twice"),
    "holiday of more": (
        office(holidays=[{"date": "2026-12-24", "open": []}]),
        f"{OFFICE}/holidays/0",
        "open: a holiday",
    ),
    "unknown calendar": (press(calendar="night"), "policies/0/calendar", "no calendar 'night': write one of office"),
    "unknown hours": (
        match(hours={"calendar": "night", "open": True}),
        "policies/0/match/hours/calendar",
        "write one of office",
    ),
}

TIMES = {
    "target of 0": (target("0m"), RESOLUTION, "write more than 0"),
    "target below 0": (target("-1h"), RESOLUTION, "write more than 0"),
    "no unit": (target(90), RESOLUTION, "90 has no unit: write a whole number with its unit, such as 90s, 15m or 4h"),
    "days": (target("3d"), RESOLUTION, "a day of open time means nothing"),
    "no duration": (target("soon"), RESOLUTION, "such as 90s, 15m or 4h"),
    "half an hour": (target("0.5h"), RESOLUTION, "write a whole number"),
    "longer than a year": (target("9000h"), RESOLUTION, "longer than a year"),
    "a severity is missing": (
        target({"critical": "4h", "high": "1h", "normal": "2h"}),
        RESOLUTION,
        "low is missing: write one duration for all, or each of low, normal, high, critical",
    ),
    "a severity of its own": (
        target({"critical": "4h", "high": "1h", "normal": "2h", "low": "3h", "urgent": "1m"}),
        RESOLUTION,
        "no severity 'urgent'",
    ),
    "a severity's 0": (
        target({"critical": "0s", "high": "1h", "normal": "2h", "low": "3h"}),
        RESOLUTION,
        "critical: 0s",
    ),
    "a kind that is none": (press(targets={"first_answer": "1h"}), "policies/0/targets/first_answer", "not permitted"),
    "warn at the deadline": (press(warn_at=1), "policies/0/warn_at", "between 0 and 1, such as 0.75"),
    "warn at the start": (press(warn_at=0), "policies/0/warn_at", "between 0 and 1"),
    "warn in percent": (press(warn_at="75%"), "policies/0/warn_at", "between 0 and 1"),
    "no quiet": (press(quiet="0h"), "policies/0/quiet", "write more than 0"),
}

LISTS = {
    "unknown action": (
        press(on_warn=["shout"]),
        "policies/0/on_warn/0",
        "'notify_owner', 'notify_supervisors', 'raise'",
    ),
    "an action twice": (press(on_breach=["raise", "raise"]), "policies/0/on_breach", "write it once"),
    "unknown severity": (match(severities=["urgent"]), "policies/0/match/severities/0", "'low', 'normal', 'high'"),
    "unknown network": (match(networks=["myspace"]), "policies/0/match/networks/0", "known are blog"),
    "Norwegian": (match(languages=[False]), "policies/0/match/languages/0", 'write Norwegian in quotes, "no"'),
    "a word for a list": (match(brands="discus"), "policies/0/match/brands", "write a list: [discus]"),
    "an empty list": (match(brands=[]), "policies/0/match/brands", "leave the condition out"),
    "unknown condition": (match(brand=["discus"]), "policies/0/match/brand", "not permitted"),
    "two policies of one id": (
        policies({"id": "one", "match": BUSY}, {"id": "one"}),
        "policies/1/id",
        "'one' is used twice",
    ),
    "two queues of one id": (queues({"id": "one", "match": BUSY}, {"id": "one"}), "queues/1/id", "'one' is used twice"),
    "after one for all": (
        policies({"id": "all"}, {"id": "late", "match": BUSY}, {"id": "last"}),
        "policies/1/match",
        "never reached: 'all' takes all its cases first; put it above 'all', or remove it",
    ),
    "after a wider one": (
        policies(
            {"id": "wide", "match": {"brands": ["discus", "lost"]}},
            {"id": "narrow", "match": {"brands": ["lost"], "severities": ["critical"]}},
            {"id": "last"},
        ),
        "policies/1/match",
        "'wide' takes all its cases first",
    ),
    "no last policy for all": (policies({"id": "one", "match": BUSY}), "policies", "add a last policy without match"),
    "no last queue for all": (queues({"id": "one", "match": BUSY}), "queues", "add a last queue without match"),
    "no policy at all": (policies(), "policies", "add a last policy without match"),
    "weight 0": (dispatch(weights={"x": 0}), "dispatch/weights/x", "0 is no weight: write 1 to 100"),
    "weight above 100": (dispatch(weights={"x": 101}), "dispatch/weights/x", "write 1 to 100"),
    "weight of no network": (dispatch(weights={"myspace": 1}), "dispatch/weights", "no network myspace; known are"),
    "offline at once": (dispatch(offline_after="0s"), "dispatch/offline_after", "write more than 0"),
    "everybody is famous": (dispatch(reach_raises_from=0), "dispatch/reach_raises_from", "greater than or equal to 1"),
}


@pytest.mark.parametrize(("change", "place", "advice"), [*CALENDARS.values(), *TIMES.values(), *LISTS.values()])
def test_what_is_wrong_is_named_with_its_place_and_what_to_write(
    tmp_path: Path, change: Callable[[Content], None], place: str, advice: str
) -> None:
    content = a_file()
    change(content)

    lines = complaint(tmp_path, content).splitlines()[1:]

    assert any(line.startswith(f"  {place}: ") and advice in line for line in lines), lines
    assert "Value error" not in "\n".join(lines)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    content = a_file()
    press(calendar="night")(content)
    queues({"id": "one", "match": BUSY})(content)

    message = complaint(tmp_path, content)

    assert "policies/0/calendar" in message
    assert "add a last queue" in message


def test_a_policy_for_every_severity_by_name_is_for_every_case(tmp_path: Path) -> None:
    content = a_file()
    every = {"severities": ["critical", "high", "normal", "low"]}
    policies({"id": "by-name", "match": every}, {"id": "late"})(content)

    assert "'by-name' takes all its cases first" in complaint(tmp_path, content)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("policies: [", "is not YAML"),
        ("policies: !!int one", "is not YAML"),
        ("", "begin it with `version: 1`"),
        ("- version: 1", "begin it with `version: 1`"),
        ("version: 2", "version: Input should be 1"),
        ("version: 1\nversion: 1", "'version' stands here twice: write it once"),
        ("version: 1\ncalendars: {a: {}, b: {}, a: {}}", "'a' stands here twice"),
    ],
)
def test_a_file_that_is_no_levels_file_is_refused(tmp_path: Path, text: str, advice: str) -> None:
    assert advice in complaint(tmp_path, text)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "levels.yaml"
    path.write_bytes(b"version: \xff")

    with pytest.raises(WrongFile, match="is not UTF-8: invalid start byte at byte 9"):
        read_levels(path)


def test_a_file_that_is_not_there_says_which_setting_names_it(tmp_path: Path) -> None:
    with pytest.raises(WrongFile, match=r"No such file or directory\. Set EARSHOT_LEVELS"):
        read_levels(tmp_path / "levels.yaml")
