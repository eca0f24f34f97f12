"""How unlikely is it that so many people speak of one thing by chance?"""

from math import log


def score(people: int, expected: float, dispersion: float) -> float:
    """Return the surprise (natural logarithm) at `people` where `expected` were to be.

    The bound on the tail of a negative binomial, whose variance is mu + mu²/dispersion: people come in clusters even on
    quiet days. 7 is about one in a thousand. Zero where no more came than expected.
    """
    if people <= expected:
        return 0.0
    return people * log(people / expected) - (people + dispersion) * log(
        (people + dispersion) / (expected + dispersion)
    )
