"""The application and its agents, as the tests of the API have them."""

from tests.integration.respond.api.conftest import database, joris, kept_database, mira, nobody, quinn, sara, site

__all__ = ["database", "joris", "kept_database", "mira", "nobody", "quinn", "sara", "site"]
