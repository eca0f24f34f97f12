"""An identity provider on loopback, and a clock."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.issuer import Issuer, issuing


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    """The provider, asked over real HTTP."""
    async with issuing() as serving:
        yield serving
