"""`make model`: fits the model that ships and writes it to services/classify/model/shipped: same data, same bytes."""

import argparse
from pathlib import Path

from rich.console import Console

from services.classify.model.artefact import SHIPPED, load, save
from services.classify.training.authored import evaluation_posts, training_posts
from services.classify.training.make import calibrated, fitted, sources
from services.classify.training.mapped import mapped_posts


def main() -> None:
    """Read, fit, write, and say so."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=SHIPPED, help="the folder to write to")
    asked.add_argument("--public", type=Path, help="take in the public sets of this folder too (mapped.py)")
    given = asked.parse_args()
    folder: Path = given.out
    console = Console()
    with console.status("reading posts"):
        posts, calibration = training_posts(), evaluation_posts()
        posts += mapped_posts(given.public) if given.public else []
    with console.status(f"fitting to {len(posts)} posts"):
        card = {"data": sources(public=given.public is not None)}
        save(calibrated(fitted(posts, card), calibration), folder)
    console.print(f"[bold]{load(folder).version}[/bold] from {len(posts)} posts is in {folder}")


main()
