"""The page for operators shows a file that would be taken."""

import re
from pathlib import Path

from services.classify.domain.policy import Meant
from services.classify.domain.taxonomy import Intent
from tests.unit.services.classify.understanding.files import read

PAGE = Path(__file__).parents[5] / "docs/understanding.md"


def test_the_example_on_the_page_is_right(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(), re.DOTALL)

    policy = read(tmp_path, example).of("acme")

    assert policy.languages == ("en", "nl")
    assert policy.second_opinion
    assert policy.intents is not None
    assert [one.label for one in policy.intents.find(["garantiebewijs"])] == [Meant("warranty", Intent.DEFECT)]
