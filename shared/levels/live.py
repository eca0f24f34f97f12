"""The service levels of a running process."""

from pathlib import Path

from prometheus_client import Gauge

from shared.levels.book import Levels
from shared.levels.file import SETTING, levels_of
from shared.runtime.followed_file import FollowedFile

_wrong = Gauge("earshot_levels_wrong", "1 while the file of service levels is wrong and its last right version counts")


class LiveLevels(FollowedFile[Levels]):
    """As the file says now, or as it said when it was right for the last time."""

    def __init__(self, path: Path, *, every: float = 2.0) -> None:
        """`every`: seconds between two looks. Raises WrongFile: without levels a process does not start."""
        super().__init__(path, read=levels_of, name="levels", setting=SETTING, wrong=_wrong, every=every)
