"""The made-up customers."""

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.mentions import as_mention, drafts, texts_from
from tests.builders import NOON


def test_the_same_seed_makes_the_same_mentions() -> None:
    assert drafts(50, run="a", at=NOON) == drafts(50, run="a", at=NOON)
    assert drafts(50, run="a", at=NOON, seed=2) != drafts(50, run="a", at=NOON)


def test_two_runs_share_no_id_and_no_customer() -> None:
    one, other = drafts(50, run="a", at=NOON), drafts(50, run="b", at=NOON)
    assert not {draft.event_id for draft in one} & {draft.event_id for draft in other}
    assert not {draft.author_id for draft in one} & {draft.author_id for draft in other}
    assert [draft.data["text"] for draft in one] == [draft.data["text"] for draft in other]


def test_ids_are_those_that_ingest_would_give() -> None:
    draft = drafts(1, run="a", at=NOON)[0]
    assert len({one.event_id for one in drafts(500, run="a", at=NOON)}) == 500
    assert as_mention(draft).event_id == draft.event_id


def test_most_write_once_and_a_few_write_often() -> None:
    posts = Counter(draft.author_id for draft in drafts(5_000, run="a", at=NOON))
    once = sum(count == 1 for count in posts.values())
    assert 0.6 < once / len(posts) < 0.9
    assert 10 < max(posts.values()) <= 40


def test_strangers_write_once_each() -> None:
    assert len({draft.author_id for draft in drafts(200, run="a", at=NOON, all_strangers=True)}) == 200


def test_a_mention_is_about_a_kilobyte() -> None:
    sizes = [len(as_mention(draft).model_dump_json()) for draft in drafts(200, run="a", at=NOON)]
    assert 1_000 < sum(sizes) / len(sizes) < 1_500


def test_texts_may_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text('{"text": "Hello?"}\n{"y": 1}\n{"text": " "}\n')
    assert texts_from(file) == ["Hello?"]
    assert drafts(1, run="a", at=NOON, texts=["Hello?"])[0].data["text"] == "Hello?"


def test_a_file_without_texts_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text('{"y": 1}\n')
    with pytest.raises(ValueError, match="no object with a field `text`"):
        texts_from(file)
