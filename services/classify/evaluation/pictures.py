"""Two pictures, for who would rather look: what is taken for what, and is "80 % sure" right 8 times in 10?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from services.classify.domain.taxonomy import Intent
from services.classify.evaluation.understood import Understood

_STYLE: Final = """svg{--ground:#fff;--ink:#1b2321;--soft:#57625e;--line:#dfe5de;--accent:#0d6b5e}
@media (prefers-color-scheme:dark){svg{--ground:#111514;--ink:#e4eae7;--soft:#9ba8a2;--line:#2b3330;--accent:#6ecfbc}}
text{fill:var(--ink);font:13px Inter,ui-sans-serif,system-ui,"DejaVu Sans",sans-serif}
.title{font-size:17px;font-weight:650}.soft{fill:var(--soft)}.small{font-size:11px}.end{text-anchor:end}
.middle{text-anchor:middle}.ground{fill:var(--ground)}
line{stroke:var(--line)}.even{stroke:var(--soft);stroke-dasharray:4 4}
.bar,.cell{fill:var(--accent)}.reach{stroke:var(--ink);stroke-width:1.5}"""
_BINS: Final = 10
_Z: Final = 1.96


def confusion(found: Sequence[Understood]) -> str:
    """Return an SVG: a row per true intent, a column per told one, each row's shares as shades with their numbers."""
    names = [str(intent) for intent in Intent]
    counted = Counter((str(one.post.intent), str(one.found.intent)) for one in found)
    size, left, top = 52, 130, 110
    parts = [_text(20, 34, "What is taken for what: rows are right, columns are what was said (%)", "title")]
    for at, name in enumerate(names):
        x = left + at * size + size / 2
        parts.append(f'<text class="small" transform="translate({x + 4},{top - 8}) rotate(-45)">{name}</text>')
        y = top + at * size
        total = sum(counted[name, other] for other in names)
        parts.append(_text(left - 10, y + size / 2 + 4, f"{name} ({total})", "end"))
        for place, other in enumerate(names):
            share = counted[name, other] / total if total else 0.0
            box = f'x="{left + place * size + 1}" y="{y + 1}" width="{size - 2}" height="{size - 2}"'
            parts.append(f'<rect class="cell" {box} rx="3" fill-opacity="{0.04 + 0.86 * share:.3f}"/>')
            if share >= 0.02:
                parts.append(_text(left + place * size + size / 2, y + size / 2 + 4, f"{100 * share:.0f}", "middle"))
    return _drawing(left + len(names) * size + 30, top + len(names) * size + 20, "Confusions of intents", parts)


def calibration(found: Sequence[Understood]) -> str:
    """Return an SVG: of the intents told with so much confidence, how many were right, with 95 % intervals."""
    left, top, side = 70, 60, 400
    parts = [_text(20, 34, "So sure of an intent: how often is it right?", "title")]
    parts.append(f'<line class="even" x1="{left}" y1="{top + side}" x2="{left + side}" y2="{top}"/>')
    for tick in range(0, 101, 20):
        x, y = left + side * tick / 100, top + side - side * tick / 100
        parts.append(f'<line x1="{left}" y1="{y}" x2="{left + side}" y2="{y}"/>')
        parts += [
            _text(x, top + side + 20, f"{tick} %", "small middle"),
            _text(left - 8, y + 4, f"{tick} %", "small end"),
        ]
    parts += list(_bins(found, left, top, side))
    parts.append(_text(left + side / 2, top + side + 44, "confidence (number: posts)", "soft middle"))
    return _drawing(left + side + 40, top + side + 60, "Calibration of intents", parts)


def _bins(found: Sequence[Understood], left: float, top: float, side: float) -> Iterator[str]:
    for one in range(_BINS):
        here = [each for each in found if min(int(each.found.intent_confidence * _BINS), _BINS - 1) == one]
        if not here:
            continue
        sure = sum(each.found.intent_confidence for each in here) / len(here)
        right = sum(each.found.intent == each.post.intent for each in here) / len(here)
        reach = _Z * (right * (1 - right) / len(here)) ** 0.5
        x, y = left + side * sure, top + side - side * right
        up, down = max(top, y - side * reach), min(top + side, y + side * reach)
        yield f'<line class="reach" x1="{x:.1f}" y1="{up:.1f}" x2="{x:.1f}" y2="{down:.1f}"/>'
        yield f'<circle class="bar" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'
        yield _text(x + 10, y + 4, str(len(here)), "small soft")


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{escape(text)}</text>'


def _drawing(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    inside = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n"
        f'<rect class="ground" width="{width:.0f}" height="{height:.0f}" rx="10"/>\n{inside}\n</svg>\n'
    )
