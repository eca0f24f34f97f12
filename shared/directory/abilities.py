"""What is said of an agent, in earshot.yaml and over the API alike, and the checks of it."""

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from shared.contracts.networks import NETWORKS
from shared.directory.profile import Role

_MOST: Final = 100
_JOINERS: Final = frozenset("\u200c\u200d")  # not printable, yet some names are not written without them


def _name(text: str) -> str:
    if not text.strip():
        raise ValueError("a name has to say something")
    if not all(character.isprintable() or character in _JOINERS for character in text):
        raise ValueError("a name is one line of text, without control characters")
    return text


def _capacity(value: Any) -> Any:
    if type(value) is int and value == 0:
        raise ValueError("0 would be an agent who is never given anything: set them away instead, or remove the agent")
    return value


def _language(value: Any) -> Any:
    if value is False:
        raise ValueError('YAML reads no as false: write Norwegian in quotes, "no"')
    if isinstance(value, str) and not (
        2 <= len(value) <= 3 and value.isascii() and value.isalpha() and value.islower()
    ):
        raise ValueError("a language is a BCP 47 primary tag in lower case, as nl or fil (not NL, nl-NL or Dutch)")
    return value


def _network(value: str) -> str:
    if value not in NETWORKS:
        raise ValueError(f"there is no such network; known are {', '.join(sorted(NETWORKS))}")
    return value


Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._@-]{0,63}$")]
Name = Annotated[str, AfterValidator(_name), Field(min_length=1, max_length=100)]
Capacity = Annotated[
    int, Field(strict=True, ge=1, le=1000, description="cases that are theirs at a time"), BeforeValidator(_capacity)
]
Words = Annotated[frozenset[Slug], Field(max_length=_MOST)]
Languages = Annotated[
    frozenset[Annotated[str, Field(pattern=r"^[a-z]{2,3}$", examples=["nl", "en"]), BeforeValidator(_language)]],
    Field(max_length=_MOST, description="BCP 47 primary tags in lower case; empty: all languages"),
]
Networks = Annotated[
    frozenset[Annotated[str, AfterValidator(_network), Field(json_schema_extra={"enum": sorted(NETWORKS)})]],
    Field(description="empty: all networks"),
]
Brands = Annotated[frozenset[Slug], Field(max_length=_MOST, description="empty: all brands")]


class Abilities(BaseModel):
    """Everything about an agent but who it is. Whether the brands exist is for those to check who know them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    role: Role = "agent"
    capacity: Capacity = 20
    skills: Words = frozenset()
    certifications: Words = frozenset()
    languages: Languages = frozenset()
    networks: Networks = frozenset()
    brands: Brands = frozenset()
