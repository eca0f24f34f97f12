"""Files of posts, as people have them."""

from pathlib import Path

import pytest

from deploy.local.replay.rows import Format, count_rows, format_of, rows


def a_file(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("posts.jsonl", "", Format.JSONL),
        ("posts.CSV", "{", Format.CSV),
        ("posts", ' \n{"text": "hello"}', Format.JSONL),
        ("posts.txt", "id,text\n1,hello", Format.CSV),
    ],
)
def test_the_suffix_tells_the_format_else_the_content(
    tmp_path: Path, name: str, content: str, expected: Format
) -> None:
    assert format_of(a_file(tmp_path, name, content)) is expected


def test_a_broken_line_is_a_row_with_its_problem_and_its_neighbours_are_read(tmp_path: Path) -> None:
    file = a_file(tmp_path, "posts.jsonl", '{"text": "one"}\n\n{"text": \n[1]\n{"text": NaN}\n')

    found = list(rows(file))

    assert [(row.number, row.problem) for row in found] == [(1, ""), (2, "not JSON"), (3, "not a JSON object"), (4, "")]
    assert found[0].fields == {"text": "one"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_says_its_delimiter_in_the_header_and_may_hold_line_breaks(tmp_path: Path, delimiter: str) -> None:
    header = delimiter.join(("id", "text", "author"))
    content = f'\ufeff{header}\r\n1{delimiter}"two\r\nlines, and; more"{delimiter}ann\r\n'

    [row] = rows(a_file(tmp_path, "posts.csv", content))

    assert row.fields == {"id": "1", "text": "two\r\nlines, and; more", "author": "ann"}


def test_a_short_csv_record_is_a_row(tmp_path: Path) -> None:
    [row] = rows(a_file(tmp_path, "posts.csv", "id,text\n1\n"))

    assert row.fields == {"id": "1", "text": None}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [("a.jsonl", "", 0), ("a.jsonl", "{}\n{}", 2), ("a.jsonl", "{}\n{}\n", 2), ("a.csv", "id,text\n1,a\n2,b\n", 2)],
)
def test_rows_are_counted_for_the_progress_bar(tmp_path: Path, name: str, content: str, expected: int) -> None:
    assert count_rows(a_file(tmp_path, name, content)) == expected
