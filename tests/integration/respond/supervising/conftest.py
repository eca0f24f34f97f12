"""The application and its agents, as the tests of the API have them."""

from tests.integration.respond.api.conftest import joris, mira, nobody, quinn, sara, site

__all__ = ["joris", "mira", "nobody", "quinn", "sara", "site"]
