"""How posts are understood, in a running process."""

from collections.abc import Sequence
from pathlib import Path

from prometheus_client import Gauge

from services.classify.domain.policy import Policy
from services.classify.understanding.file import SETTING, understanding_of
from services.classify.understanding.policies import Understanding
from shared.runtime.followed_file import FollowedFile

_wrong = Gauge("earshot_understanding_wrong", "1 while understanding.yaml is wrong and its last right version counts")


class LiveUnderstanding(FollowedFile[Understanding]):
    """As the file says now, or as it said when it was right for the last time."""

    def __init__(self, path: Path, *, languages: Sequence[str], every: float = 2.0) -> None:
        """`languages`: those that the station reads. `every`: seconds between two looks. Raises WrongFile."""

        def read(content: bytes, path: Path) -> Understanding:
            return understanding_of(content, path, languages)

        super().__init__(path, read=read, name="settings of understanding", setting=SETTING, wrong=_wrong, every=every)

    def policy_of(self, brand: str) -> Policy:
        """Return what this brand's posts are judged by at this moment."""
        return self.current.of(brand)
