"""What customers do to the machine's world: they write, edit and delete, and it reaches us in any order, and twice."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from shared.case.commands import Hear
from shared.case.state.parts import Message
from tests.builders import a_message
from tests.unit.shared.case.life import CUSTOMER, MINUTES, PICK, Living

LABELS = st.fixed_dictionaries(
    {
        "needs_answer": st.booleans() | st.just(True),
        "severity": st.sampled_from(["low", "normal", "normal", "high", "critical"]),
        "language": st.sampled_from([None, "en", "nl"]),
        "intent": st.sampled_from([None, "delivery", "praise"]),
    }
)


class Customers(Living):
    """Rules about messages and echoes."""

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[tuple[str, str]] = []
        self.told = 0

    @initialize(joe=LABELS, ann=LABELS)
    def both_write(self, joe: dict[str, Any], ann: dict[str, Any]) -> None:
        self.writes("joe", joe, 0)
        self.writes("ann", ann, 0)

    @rule(customer=CUSTOMER, labels=LABELS, late=MINUTES)
    def writes(self, customer: str, labels: dict[str, Any], late: int) -> None:
        post = self._post(customer)
        self._hear(customer, self._message(post, late=late, **labels))

    @rule(pick=PICK, labels=LABELS, revision=st.integers(0, 4), late=MINUTES)
    def edits(self, pick: int, labels: dict[str, Any], revision: int, late: int) -> None:
        if self.posts:
            customer, post = self.posts[-1 - pick % len(self.posts)]
            message = self._message(post, late=late, revision=str(revision), text=f"form {revision}", **labels)
            self._hear(customer, message, kind="edited")

    @rule(pick=PICK)
    def deletes(self, pick: int) -> None:
        if self.posts:
            customer, post = self.posts[-1 - pick % len(self.posts)]
            self._hear(customer, self._tombstone(post), kind="deleted")

    @rule(customer=CUSTOMER, labels=LABELS)
    def deletes_before_we_heard_of_it(self, customer: str, labels: dict[str, Any]) -> None:
        post = self._post(customer)
        created = self._message(post, late=5, **labels)
        self._hear(customer, self._tombstone(post), kind="deleted")
        self._hear(customer, created)

    @rule(pick=PICK)
    def is_heard_again(self, pick: int) -> None:
        if self.world.heard:
            customer, command = self.world.heard[-1 - pick % len(self.world.heard)]
            before = self.world.cases
            self.world.hear(customer, command)
            assert self.world.cases == before, "twice is once"

    def _post(self, customer: str) -> str:
        post = f"post-{len(self.posts)}"
        self.posts.append((customer, post))
        return post

    def _hear(self, customer: str, message: Message, *, kind: str = "created") -> None:
        command = Hear(
            kind=kind, message=message, book=self.world.book, online=self.world.online, customer_key=customer
        )
        self.world.hear(customer, command)

    def _message(self, post: str, *, late: int, **fields: Any) -> Message:
        self.told += 1
        then = self.world.now - timedelta(minutes=late)
        heard = {"id": f"e-{self.told}", "received_at": self.world.now - timedelta(minutes=late // 2)}
        return a_message(post, at=then, waits_from=then, **heard, **fields)

    def _tombstone(self, post: str) -> Message:
        gone = {"text": "", "needs_answer": False, "deleted_at": self.world.now, "revision": "0"}
        return self._message(post, late=0, intent=None, **gone)
