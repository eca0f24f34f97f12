"""How the story is told: panels and pauses on a terminal, plain lines elsewhere."""

import asyncio
from dataclasses import dataclass, field

from rich.console import Console
from rich.panel import Panel
from rich.text import Text


@dataclass
class Tell:
    """`fast`: without pauses."""

    console: Console
    fast: bool = False
    _scenes: int = field(default=0, init=False)

    async def scene(self, title: str, text: str) -> None:
        """A new scene begins; time to read it."""
        self._scenes += 1
        heading = f"{self._scenes}. {title}"
        self.console.print()
        if self.console.is_terminal:
            self.console.print(Panel(Text(text), title=heading, title_align="left", border_style="cyan", width=88))
        else:
            self.line(f"== {heading} ==\n{text}")
        await self.pause(2.5)

    def line(self, text: str, style: str = "") -> None:
        """One thing that happens."""
        self.console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    def said(self, name: str, text: str, *, by_us: bool = False) -> None:
        """Somebody says something on the square."""
        told = Text.assemble((f"{name}: ", "bold green" if by_us else "bold yellow"), text)
        self.console.print(told, soft_wrap=not self.console.is_terminal)

    async def pause(self, seconds: float) -> None:
        if not self.fast:
            await asyncio.sleep(seconds)
