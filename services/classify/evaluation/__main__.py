"""`make evaluate`: one table of how well it understands, with pictures.

Our own posts are in the repository. The public sets and the days for storms lie beside it (`--data`); where they are
not, their rows are left out and the command says so.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from rich.console import Console

from services.classify.evaluation import benchmarks, language
from services.classify.evaluation.agreement import agreement_figures
from services.classify.evaluation.figures import Figure
from services.classify.evaluation.own import own_figures
from services.classify.evaluation.pictures import calibration, confusion
from services.classify.evaluation.rules import harm_figures, personal_figures, public_false_figures
from services.classify.evaluation.table import for_people, markdown
from services.classify.evaluation.understood import LANGUAGES, Understood, understood
from services.classify.model.artefact import load
from services.classify.model.language import Languages
from services.classify.training.authored import evaluation_posts
from services.classify.training.public import BESIDE, Absent

_ROOT: Final = Path(__file__).parents[3]
PICTURES: Final = _ROOT / "docs" / "pictures"
PAGE: Final = _ROOT / "docs" / "classify.md"
BEGIN: Final = "<!-- table of make evaluate: begin -->"
END: Final = "<!-- table of make evaluate: end -->"

_PUBLIC: Final[tuple[Callable[[Path], list[Figure]], ...]] = (
    benchmarks.airline_sentiment,
    benchmarks.airline_reason,
    benchmarks.banking,
    benchmarks.semeval,
    benchmarks.umsab,
    benchmarks.complaints,
    language.carter,
    language.umsab,
    public_false_figures,
)


def main() -> None:
    """Measure, print, and write what was asked for."""
    asked = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    asked.add_argument("--data", type=Path, default=BESIDE, help="the folder of the public sets")
    asked.add_argument("--own", action="store_true", help="only our own posts: a minute less")
    asked.add_argument("--write", action="store_true", help="draw pictures, put the table into docs/classify.md")
    given = asked.parse_args()
    console = Console()
    found = _understood(console)
    posts = [one.post for one in found]
    figures = [
        *own_figures(found),
        *agreement_figures(),
        *language.authored(posts),
        *harm_figures(posts),
        *personal_figures(posts),
    ]
    if not given.own:
        figures += list(_measured(given.data, console))
    console.print(for_people(figures))
    if given.write:
        (PICTURES / "intents-confused.svg").write_text(confusion(found))
        (PICTURES / "intents-calibrated.svg").write_text(calibration(found))
        before, _, rest = PAGE.read_text().partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGE.write_text(f"{before}{BEGIN}\n{markdown(figures)}\n{END}{after}")
        console.print(f"written: {PAGE.relative_to(_ROOT)} and two pictures")


def _understood(console: Console) -> list[Understood]:
    with console.status("reading our own posts"):
        return understood(load(), evaluation_posts(), Languages(LANGUAGES))


def _measured(folder: Path, console: Console) -> Iterator[Figure]:
    for number, one in enumerate(_PUBLIC, 1):
        with console.status(f"public sets, {number} of {len(_PUBLIC)}: {one.__name__.replace('_', ' ')}"):
            try:
                yield from one(folder)
            except Absent as absent:
                console.print(f"[yellow]left out:[/yellow] {absent}")


if __name__ == "__main__":
    main()
