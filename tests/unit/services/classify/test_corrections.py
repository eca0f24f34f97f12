"""What agents corrected is measured, and never learned from."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from services.classify.evaluation.corrected import BadLine, read
from services.classify.evaluation.corrections import main, measured
from services.classify.training.authored import EVALUATION, POSTS, digest, evaluation_posts, training_posts
from services.respond.api.oversight.corrections import row
from services.respond.domain.corrections import Correction, Judgement, Labels, Statement
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention
from tests.builders import NOON, a_classified

WAS = Labels(
    intent="billing", sentiment="negative", severity="normal", needs_answer=True, language="en", flags=("churn",)
)


def a_line(text: str | None = "Where is my money?", **said: Any) -> dict[str, Any]:
    """A line as respond writes it."""
    was = Judgement(labels=WAS, model="linear-1", revision="0")
    statement = Statement(was=was, said=Labels(**said), by="mira", at=NOON)
    return row(Correction(case_id="c", message_id="e-1", brand="discus", classified_at=NOON, statement=statement), text)


def a_file(folder: Path, *lines: object) -> Path:
    path = folder / "corrections.ndjson"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def says(**labels: Any) -> Any:
    """A classifier that says this of everything."""

    def classify(mentions: Sequence[Mention]) -> list[Classification]:
        return [a_classified(one, **labels).classification for one in mentions]

    return classify


def test_what_was_corrected_is_counted_apart_from_what_was_left_alone(tmp_path: Path) -> None:
    path = a_file(
        tmp_path,
        a_line(intent="refund", flags=("legal", "churn")),
        a_line(intent="order"),
        a_line(intent="billing"),
        a_line(language="nl"),
        a_line(None, intent="refund"),
    )
    corrected, gone = read(path)

    rows = {one.kind: one for one in measured(corrected, says(intent="refund", flags=("churn", "legal")))}

    assert (len(corrected), gone) == (4, 1)
    intent, flags, language = rows["intent"], rows["flags"], rows["language"]
    assert (intent.corrected, intent.right_then, intent.right_now, intent.left, intent.as_then) == (3, 1, 1, 1, 0)
    assert (flags.corrected, flags.right_then, flags.right_now, flags.left, flags.as_then) == (1, 0, 1, 3, 0)
    assert (language.corrected, language.right_now, language.left, language.as_then) == (1, 0, 3, 3)
    assert (rows["severity"].left, rows["severity"].as_then) == (4, 4)


def test_a_customers_own_ends_of_lines_end_no_line_of_the_file(tmp_path: Path) -> None:
    """As respond writes it: JSON escapes none of these."""
    text = "Where\u2028is\u2029my\x85money?"
    path = tmp_path / "corrections.ndjson"
    path.write_text(f"{json.dumps(a_line(text, intent='refund'), ensure_ascii=False)}\n", encoding="utf-8")

    assert [one.text for one in read(path)[0]] == [text]


def test_it_is_printed_for_the_model_that_is_installed_and_says_that_it_is_biased(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(a_file(tmp_path, a_line(intent="refund"), a_line(None, intent="order")))]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "intent 1 0.0%" in said
    assert "1 corrections of linear-1, judged anew by" in said
    assert "biased sample" in said
    assert "1 left out" in said


@pytest.mark.parametrize("line", ["no json", {"text": "x"}, [1], {**a_line(intent="order"), "was": None}])
def test_what_is_no_export_is_refused_by_its_line(
    tmp_path: Path, line: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, a_line(intent="order"), line)

    with pytest.raises(BadLine, match=r"corrections\.ndjson:2: .*GET /v1/corrections/export"):
        read(path)
    assert main([str(path)]) == 2
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "corrections.ndjson:2" in "".join(capsys.readouterr().err.split())


def test_training_takes_no_notice_of_corrections_that_lie_among_its_posts(tmp_path: Path) -> None:
    """It reads tables that people wrote for it, whole and by name: what agents said cannot slip in."""
    for name, source, found in (("train", POSTS, training_posts), ("test", EVALUATION, evaluation_posts)):
        folder = tmp_path / name
        shutil.copytree(source, folder)
        before, data = found(folder), digest(folder)
        a_file(folder, a_line(intent="refund"))
        a_file(next(folder.glob("**/*.tsv")).parent, a_line(intent="refund"))

        assert (found(folder), digest(folder)) == (before, data)
