"""`python -m deploy.local.macros`: a few macros to try, where there is none yet. May be run again at any time."""

import asyncio
from typing import Final

from services.respond.domain.macros import Macro, Wording
from services.respond.domain.scope import Scope
from services.respond.store.macros import MacroShelf
from shared.mongo.database import connect, disconnect
from shared.runtime.clock import system_clock
from shared.runtime.settings import Settings, read_settings

BRAND: Final = "discus"
AUTHOR: Final = "mira"
WORDINGS: Final = (
    Wording(
        title="A disc is late",
        text="Hello {{customer.name}}, we are sorry that your disc is not there yet. We are asking the carrier where "
        "it is and write to you here today.\n{{agent.name}}, {{brand.name}}",
        brand=BRAND,
        language="en",
        tags=("late",),
    ),
    Wording(
        title="A disc is damaged",
        text="Hello {{customer.name}}, we are sorry that the disc does not play. A new one leaves today, and you need "
        "not send the old one back.\n{{agent.name}}, {{brand.name}}",
        brand=BRAND,
        language="en",
        tags=("damaged",),
    ),
    Wording(
        title="On in private",
        text="Hello {{customer.name}}, we are sorry for the trouble. So that you need not write your details here, we "
        "send you a private message now, and go on from there.\n{{agent.name}}, {{brand.name}}",
        brand=BRAND,
        language="en",
    ),
    Wording(
        title="Een schijf is te laat",
        text="Hallo {{customer.name}}, het spijt ons dat je schijf er nog niet is. We vragen de bezorger waar hij "
        "blijft en laten het je hier vandaag weten.\n{{agent.name}}, {{brand.name}}",
        brand=BRAND,
        language="nl",
        tags=("late",),
    ),
)


async def shelve(shelf: MacroShelf) -> int:
    """Put them there unless somebody has macros already, and return how many were put. Raises Unavailable."""
    found, _ = await shelf.page(Scope(), brand=None, language=None, after=None, limit=1)
    if found:
        return 0
    now = system_clock()
    for number, wording in enumerate(WORDINGS, 1):
        # Ids of their own, so that two who do this at once do it once.
        made = Macro(
            id=f"m-local-{number}", wording=wording, version=1, created_at=now, changed_at=now, changed_by=AUTHOR
        )
        await shelf.add(made)
    return len(WORDINGS)


async def main(settings: Settings) -> None:
    """Do it. Raises Unavailable."""
    database = connect(settings.mongo_url, settings.mongo_database)
    try:
        await shelve(MacroShelf(database))
    finally:
        disconnect(database)


if __name__ == "__main__":
    asyncio.run(main(read_settings(Settings)))
