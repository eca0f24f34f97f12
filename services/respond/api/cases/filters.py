"""What each filter over the cases may be, in a query and in a saved view alike."""

from typing import Annotated, Final

from pydantic import Field

from shared.case.state.stage import Stage
from shared.case.state.tags import LONGEST_TAG, TAG

LONGEST_WITHIN: Final = 366 * 24 * 3600

Word = Annotated[str, Field(min_length=1, max_length=128)]
Stages = Annotated[list[Stage], Field(max_length=len(Stage), description="any of these")]
Owner = Annotated[Word, Field(description="an agent's id; `me`: whoever asks")]
Owned = Annotated[bool, Field(description="false: those that nobody has")]
Queue = Annotated[Word, Field(description="of the service levels")]
Language = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$",
        description="`nl` also finds `nl-BE`; `und`: those of which nobody knows it",
    ),
]
TagWord = Annotated[str, Field(pattern=TAG, max_length=LONGEST_TAG)]
DueWithin = Annotated[
    int, Field(ge=0, le=LONGEST_WITHIN, description="seconds from now to the deadline of an answer; 0: late already")
]
