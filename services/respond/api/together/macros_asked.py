"""What requests about macros may hold."""

from typing import Annotated

from pydantic import ConfigDict, Field

from services.respond.api.asked import In, Readable
from services.respond.domain.macros import VARIABLES, Wording
from shared.case.state.tags import LONGEST_TAG, MOST_TAGS, TAG
from shared.directory.abilities import Name

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", examples=["nl"])]
TagName = Annotated[str, Field(pattern=TAG, max_length=LONGEST_TAG)]


class MacroIn(In):
    """A macro as it is to be."""

    title: Name
    text: Annotated[
        Readable,
        Field(min_length=1, max_length=10_000, description=f"variables in double braces: {', '.join(VARIABLES)}"),
    ]
    brand: Annotated[str, Field(max_length=64)] | None = Field(default=None, description="none: for all brands")
    language: Language | None = Field(default=None, description="none: for all languages")
    tags: Annotated[tuple[TagName, ...], Field(max_length=MOST_TAGS)] = Field(
        default=(), description="to be put on the case"
    )

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "A parcel is late",
                    "text": "We are sorry, {{customer.name}}. We look for your parcel now and write again today.",
                    "language": "en",
                    "tags": ["late-parcel"],
                }
            ]
        }
    )

    def wording(self) -> Wording:
        """Return what it says."""
        tags = tuple(dict.fromkeys(self.tags))
        return Wording(title=self.title, text=self.text, brand=self.brand, language=self.language, tags=tags)
