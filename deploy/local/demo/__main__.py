"""`python -m deploy.local.demo`: see `--help`."""

import argparse
import asyncio
import sys
from pathlib import Path

from rich.console import Console

from deploy.local.demo.failed import StoryFailed
from deploy.local.demo.scenes import play
from deploy.local.demo.tell import Tell
from deploy.local.join import CANNOT_START, joined
from deploy.local.secret_file import read_secrets


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m deploy.local.demo",
        description="Plays a story on the town square: a lost parcel, forty angry people, one agent.",
        epilog="Uses the running stack, or starts one. Exit code 1: the story did not come true.",
    )
    parser.add_argument("--fast", action="store_true", help="without pauses")
    parser.add_argument("--once", action="store_true", help="end after the story; default: keep our own stack running")
    parser.add_argument("--data", type=Path, default=Path(".earshot"), metavar="DIR", help="default: .earshot")
    return parser.parse_args(arguments)


async def demo(asked: argparse.Namespace, console: Console) -> None:
    """Raises what `joined` and `play` raise."""
    async with joined(asked.data, console, why="for the demo") as here:
        await play(here.stack, read_secrets(asked.data), Tell(console, fast=asked.fast))
        if here.is_ours and not asked.once:
            console.print("\nEverything keeps running, have a look around. Ctrl-C ends it.")
            await _until_asked_to_end()


async def _until_asked_to_end() -> None:
    """Ctrl-C is how this is meant to end, so it is no interruption."""
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        pass  # what we started ends on the way out


def main() -> int:
    console = Console()
    try:
        asyncio.run(demo(parsed(sys.argv[1:]), console))
    except StoryFailed as reason:
        console.print(f"The story did not come true: {reason}", style="red", markup=False, soft_wrap=True)
        return 1
    except CANNOT_START as reason:
        console.print(str(reason), style="red", markup=False, highlight=False, soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
