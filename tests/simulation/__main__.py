"""`python -m tests.simulation` simulates the day twice and draws docs/pictures/dispatch-waiting-times.svg."""

import sys

from tests.simulation.compared import compared
from tests.simulation.picture import PICTURE, draw
from tests.simulation.waits import SEVERITIES, waits


def main() -> None:
    """Draw, and say in numbers what is drawn."""
    both = compared()
    PICTURE.write_text(draw(both))
    lines = [f"{'severity':10}{'':8}{'cases':>7}{'median s':>10}{'p90 s':>8}{'p99 s':>8}{'late':>8}"]
    for severity in SEVERITIES:
        for name, told in (("before", waits(both.before, severity)), ("now", waits(both.after, severity))):
            median, p90, p99 = (told.quantile(share) for share in (0.5, 0.9, 0.99))
            lines.append(f"{severity:10}{name:8}{len(told.seconds):7}{median:10}{p90:8}{p99:8}{told.late:8.1%}")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stderr.write(f"drawn: {PICTURE.name}\n")


if __name__ == "__main__":
    main()
