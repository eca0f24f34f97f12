"""What it came to."""

from collections.abc import Sequence
from statistics import median

from rich.console import Console
from rich.table import Table

from deploy.local.demo.answering import Answered
from deploy.local.demo.desk import Json
from deploy.local.stack_file import StackFile


def summary(
    *, posts: int, cases: int, storm: Json | None, answered: Sequence[Answered], waiting: int
) -> list[tuple[str, str]]:
    """Rows of the closing table. `waiting`: cases that still want an answer."""
    seconds = [one.seconds for one in answered]
    in_time = sum(one.answer.at <= one.due_at for one in answered)
    heard = "not heard" if storm is None else f"{storm['label']}: {storm['authors']} people"
    return [
        ("posts on the square", str(posts)),
        ("cases opened", str(cases)),
        ("storm", heard),
        ("answered in public", str(len(answered))),
        ("before their deadline", f"{in_time} of {len(answered)}"),
        ("from post to public answer", f"median {median(seconds):.1f} s, longest {max(seconds):.1f} s"),
        ("still waiting for an answer", f"{waiting}, each with its own deadline"),
    ]


def close(rows: Sequence[tuple[str, str]], console: Console) -> None:
    table = Table(title="What it came to", title_justify="left", show_header=False)
    table.add_column(style="bold")
    table.add_column()
    for name, value in rows:
        table.add_row(name, value)
    console.print()
    console.print(table)


def where_to_look(stack: StackFile, thread: str, console: Console) -> None:
    """Lines that are never broken, so that an address can be clicked."""
    api, square = stack.urls["respond-api"], stack.urls["townsquare"]
    for line in (
        f"Console      {api}   sign in as mira with EARSHOT_PASSWORD_MIRA out of {stack.secrets_file}",
        f"The thread   {thread}",
        f"Town square  {square}",
        f"API          {api}/v1/openapi.json   {stack.urls['ingest']}/v1/openapi.json",
    ):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
