"""What a case's message keeps of its classification."""

from services.route.domain.translate import Ground, as_hear
from shared.case.state.parts import Judged
from shared.contracts.classification import Severity
from tests.builders import NOON, a_book, a_classified, a_mention

FAME_COUNTS = Ground(book=a_book(), reach_raises_from=1000)


def test_flags_and_the_models_own_words_are_kept_also_where_fame_lifts_the_severity() -> None:
    fact = a_classified(a_mention(audience=5000), severity=Severity.NORMAL, flags=("legal", "churn"), model="linear-2")

    message = as_hear(fact, FAME_COUNTS, now=NOON).message

    assert (message.severity, message.flags) == ("high", ("churn", "legal"))
    assert message.judged == Judged(
        model="linear-2",
        language="en",
        sentiment="negative",
        intent="delivery",
        severity="normal",
        needs_answer=True,
        flags=("churn", "legal"),
    )


def test_a_deletion_was_judged_by_nobody() -> None:
    assert as_hear(a_classified(a_mention(kind="deleted")), FAME_COUNTS, now=NOON).message.judged is None
