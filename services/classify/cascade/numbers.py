"""The numbers of second opinions."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

ASKED: Final = Counter(
    "earshot_second_opinions",
    "Questions by what came of them: given, remembered (asked before), unusable (not an answer to what was asked), "
    "refused (a status that is not 200), broken (no connection, or it broke off), late",
    ["outcome"],
)
NOT_ASKED: Final = Counter(
    "earshot_second_opinions_not_asked",
    "Unsure posts that were not asked about: share (of the traffic), minute, day (the budgets), resting (the breaker), "
    "late (the batch's time was up), empty (nothing to show)",
    ["reason"],
)
BREAKER: Final = Gauge("earshot_second_opinion_breaker", "1 for the state that the breaker is in", ["state"])
SECONDS: Final = Histogram("earshot_second_opinion_seconds", "How long a batch waited for second opinions")
