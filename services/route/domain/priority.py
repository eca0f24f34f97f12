"""How much harm waiting does. What was said decides; how many would read it moves the answer by one step at most."""

from shared.case.state.policy import raised


def severity_of(said: str, *, reach: int | None, raises_from: int | None) -> str:
    """Return the severity of a message. `reach`: people who may read it; `raises_from` None: nobody's fame counts."""
    if raises_from is None or reach is None or reach < raises_from:
        return said
    return raised(said, steps=1)
