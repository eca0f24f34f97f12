"""`make model`: fits the model that ships and writes it to services/classify/model/shipped: same data, same bytes."""

import argparse
from pathlib import Path

from rich.console import Console

from services.classify.model.artefact import SHIPPED, load, save
from services.classify.training.authored import EVALUATION, POSTS, digest, evaluation_posts, training_posts
from services.classify.training.make import make


def main() -> None:
    """Read, fit, write, and say so."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=SHIPPED, help="the folder to write to")
    folder: Path = asked.parse_args().out
    console = Console()
    with console.status("reading posts"):
        posts, calibration = training_posts(), evaluation_posts()
    with console.status(f"fitting to {len(posts)} posts"):
        card = {"data": {"authored": digest(POSTS), "calibration": digest(EVALUATION)}}
        save(make(posts, calibration, card), folder)
    console.print(f"[bold]{load(folder).version}[/bold] from {len(posts)} posts is in {folder}")


main()
