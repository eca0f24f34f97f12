"""The few shapes that pictures are made of, in the console's colours, by day and by night."""

from collections.abc import Iterable
from html import escape
from typing import Final

WIDTH: Final = 1000
HEIGHT: Final = 516

_STYLE: Final = """\
svg { --ground: #ffffff; --open: #eef3ee; --ink: #1b2321; --soft: #57625e; --line: #dfe5de; --edge: #7d8882;
  --accent: #0d6b5e; --wash: #dcece7; --late: #ab2018; --soon: #835000; --met: #27663a; --theirs: #e6e7e2; }
@media (prefers-color-scheme: dark) {
  svg { --ground: #111514; --open: #1c2321; --ink: #e4eae7; --soft: #9ba8a2; --line: #2b3330; --edge: #6d7a74;
    --accent: #6ecfbc; --wash: #17352e; --late: #ff9f95; --soon: #efc06c; --met: #8bd3a0; --theirs: #2a302d; }
}
text { fill: var(--ink); font: 13px Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
.title { font-size: 17px; font-weight: 650; }
.row, .day { font-weight: 600; }
.small { font-size: 12px; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.soft, .theirs { fill: var(--soft); }
.ours { fill: var(--accent); }
.soon { fill: var(--soon); }
.late { fill: var(--late); }
.met { fill: var(--met); }
.ground { fill: var(--ground); }
rect.open { fill: var(--open); }
rect.stage.ours { fill: var(--wash); }
rect.stage.theirs { fill: var(--theirs); }
line { stroke: var(--line); }
.bar { stroke-width: 9; }
.bar.runs { stroke: var(--accent); }
.bar.still { stroke: var(--edge); stroke-width: 2; }
.bar.paused { stroke: var(--edge); stroke-width: 2; stroke-dasharray: 3 4; }
.bar.late { stroke: var(--late); }
.mark { fill: var(--ground); stroke: var(--ink); stroke-width: 2; }
.mark.start, .mark.answer { fill: var(--accent); stroke: var(--accent); }
.mark.customer { fill: var(--ink); }
.mark.former { stroke: var(--edge); stroke-dasharray: 3 3; }
.mark.warn { fill: var(--ground); stroke: var(--soon); }
.mark.breach { fill: none; stroke: var(--late); stroke-width: 3; }
.mark.met { fill: none; stroke: var(--met); stroke-width: 3; }
.halo { fill: none; stroke: var(--ground); stroke-width: 7; }"""
_PATHS: Final = {
    "start": "M-2 -9h4v18h-4z",
    "customer": "M0 -6a6 6 0 1 0 .01 0z",
    "answer": "M-6 -6h12v12h-12z",
    "warn": "M0 -8l7 13h-14z",
    "due": "M0 -7a7 7 0 1 0 .01 0z",
    "former": "M0 -7a7 7 0 1 0 .01 0z",
    "breach": "M-6 -6l12 12M-6 6l12 -12",
    "met": "M-7 0l5 6l9 -12",
}


def drawing(title: str, parts: Iterable[str]) -> str:
    """Return the whole document."""
    inside = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n"
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="10"/>\n{inside}\n</svg>\n'
    )


def label(x: float, y: float, text: str, kind: str) -> str:
    """Return a line of text; `kind`: its colour, and where it is anchored."""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{escape(text)}</text>'


def region(left: float, right: float, top: float, foot: float, kind: str) -> str:
    """Return a filled rectangle."""
    size = f'width="{right - left:.1f}" height="{foot - top:.1f}"'
    return f'<rect x="{left:.1f}" y="{top:.1f}" {size} class="{kind}" rx="3"/>'


def rule(left: float, right: float, top: float, foot: float, kind: str) -> str:
    """Return a straight line."""
    return f'<line x1="{left:.1f}" x2="{right:.1f}" y1="{top:.1f}" y2="{foot:.1f}" class="{kind}"/>'


def bar(left: float, right: float, y: float, kind: str) -> str:
    """Return a stretch of a clock's time."""
    return rule(left, right, y, y, f"bar {kind}")


def mark(x: float, y: float, kind: str) -> str:
    """Return something that happened at an instant."""
    path = _PATHS[kind]
    halo = f'<path d="{path}" class="halo"/>' if kind in ("met", "breach") else ""
    return f'<g transform="translate({x:.1f} {y:.1f})">{halo}<path d="{path}" class="mark {kind}"/></g>'
