"""Our accounts, as we speak from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from services.respond.networks.outbound import Outbound


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One account on one network. Nothing is posted unless somebody armed it; looking up is always allowed."""

    armed: bool
    network: Outbound


Voices: TypeAlias = Mapping[str, Voice]
"""By account id."""
