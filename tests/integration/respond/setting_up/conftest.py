"""The application and its agents, as the tests of the API have them; a browser, and a console for it to look at."""

from tests.integration.respond.api.conftest import ada, aldo, database, joris, kept_database, mira, sara, site
from tests.integration.respond.api.console.conftest import browser, console, seat

__all__ = ["ada", "aldo", "browser", "console", "database", "joris", "kept_database", "mira", "sara", "seat", "site"]
