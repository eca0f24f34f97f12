"""The chain of the audit trail: whatever is done to it afterwards shows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from services.respond.domain.audit import BEGINNING, Entry, Head, Note, canonical, chained, hash_of
from services.respond.domain.audit_walk import Walk
from tests.builders import NOON


def a_note(number: int = 1, **fields: object) -> Note:
    given = {
        "step": "begun",
        "request": f"req-{number}",
        "at": NOON + timedelta(seconds=number),
        "who": "mira",
        "role": "supervisor",
        "what": "POST /v1/cases/{case_id}/claim",
        "cases": ("c-1",),
    }
    return Note(**{**given, **fields})  # type: ignore[arg-type]


def a_trail(length: int = 6) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(length):
        entries.append(chained(a_note(number), entries[-1].head if entries else BEGINNING))
    return entries


def broken(entries: Sequence[Entry], *noted: Head) -> list[tuple[int, str]]:
    walk = Walk(noted=noted)
    for entry in entries:
        walk.take(entry)
    return [(one.seq, one.kind) for one in walk.end()]


def test_a_trail_that_nobody_touched_is_whole_also_at_every_head_that_was_noted() -> None:
    trail = a_trail()

    assert broken(trail, BEGINNING, *(entry.head for entry in trail)) == []
    assert broken([]) == []


def test_a_changed_entry_shows_and_the_others_do_not() -> None:
    trail = a_trail()
    trail[2] = replace(trail[2], note=replace(trail[2].note, who="joris"))

    assert broken(trail) == [(3, "touched")]


def test_a_changed_entry_with_its_hash_made_anew_shows_at_the_next_one() -> None:
    trail = a_trail()
    note = replace(trail[2].note, who="joris")
    trail[2] = Entry(seq=3, note=note, hash=hash_of(note, seq=3, previous=trail[1].hash))

    assert broken(trail) == [(4, "touched")]


def test_an_entry_deleted_in_the_middle_or_at_the_beginning_shows() -> None:
    trail = a_trail()

    assert broken([*trail[:2], *trail[3:]]) == [(4, "missing")]
    assert broken(trail[1:]) == [(2, "missing")]


def test_a_deletion_that_is_closed_up_shows() -> None:
    trail = a_trail()
    moved = [replace(entry, seq=entry.seq - 1) for entry in trail[3:]]

    assert [kind for _, kind in broken([*trail[:2], *moved])] == ["touched"] * 3


def test_two_entries_that_changed_places_show() -> None:
    trail = a_trail()
    trail[2], trail[3] = replace(trail[3], seq=3), replace(trail[2], seq=4)

    assert [seq for seq, _ in broken(trail)] == [3, 4, 5]


def test_a_trail_that_was_cut_off_shows_only_against_a_head_that_was_noted() -> None:
    trail = a_trail()

    assert broken(trail[:4]) == []
    assert broken(trail[:4], trail[5].head) == [(6, "cut off")]


def test_a_trail_that_was_written_anew_shows_only_against_a_head_that_was_noted() -> None:
    trail = a_trail()
    anew = [chained(replace(trail[0].note, who="joris"), BEGINNING)]
    for entry in trail[1:]:
        anew.append(chained(entry.note, anew[-1].head))

    assert broken(anew) == []
    assert broken(anew, trail[3].head) == [(4, "rewritten")]


def test_an_entry_that_holds_what_none_does_shows_and_the_walk_goes_on() -> None:
    trail = a_trail(3)
    walk = Walk()
    walk.take(trail[0])
    walk.take_unreadable(2, trail[1].hash)
    walk.take(trail[2])

    assert [(one.seq, one.kind) for one in walk.end()] == [(2, "unreadable")]


def test_the_canonical_form_is_fixed_and_leaves_out_what_is_empty() -> None:
    """Should it ever change, every trail that was written before would count as forged."""
    note = a_note(fields=(), about=("reply:r-1",), address=None, status=200)

    assert canonical(note, seq=7) == (
        b'{"about":["reply:r-1"],"at":"2026-11-21T12:00:01.000+00:00","cases":["c-1"],"request":"req-1",'
        b'"role":"supervisor","seq":7,"status":200,"step":"begun","what":"POST /v1/cases/{case_id}/claim","who":"mira"}'
    )
    assert chained(note, BEGINNING).hash == chained(note, BEGINNING).hash != chained(note, a_trail(1)[0].head).hash
