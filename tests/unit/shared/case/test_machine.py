"""Cases driven every which way, by customers, agents, the publisher, the network and time; and what always holds."""

from hypothesis import HealthCheck, settings

from tests.unit.shared.case.life_answers import Answers
from tests.unit.shared.case.life_customers import Customers
from tests.unit.shared.case.life_desk import Desk


class Everything(Customers, Desk, Answers):
    """All rules at once."""


TestEverything = Everything.TestCase
# The same lives on every machine: what a change breaks is seen by whoever made it. Hunt for more with other numbers.
TestEverything.settings = settings(
    max_examples=60,
    stateful_step_count=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
