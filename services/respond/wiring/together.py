"""Makes working together on a case: notes, the shared draft, macros, who is there, and the telling of it."""

from fastapi import FastAPI

from services.respond.api.together.attention import attention_routes
from services.respond.api.together.drafts import draft_routes
from services.respond.api.together.macros import macro_routes
from services.respond.api.together.notes import note_routes
from services.respond.handlers.attention import CaseAttention
from services.respond.handlers.drafts import CaseDrafts
from services.respond.handlers.macros import Macros
from services.respond.handlers.notes import CaseNotes
from services.respond.live.watch import Watch
from services.respond.queries.handles import Handles
from services.respond.queries.recent import Recent
from services.respond.store.attention import Attention
from services.respond.store.drafts import Drafts
from services.respond.store.indexes import DRAFTS, NOTES
from services.respond.store.macros import MacroShelf
from services.respond.store.notes import Notes
from services.respond.wiring.ground import Ground
from shared.case.kept.store import CaseStore


def make_drafts(ground: Ground) -> CaseDrafts:
    """Return the drafts: what queues answers lets go of those that were used."""
    return CaseDrafts(cases=CaseStore(ground.database), drafts=Drafts(ground.database), clock=ground.clock)


def add_together(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    database, clock, cases = ground.database, ground.clock, CaseStore(ground.database)
    notes = CaseNotes(cases=cases, notes=Notes(database), roster=ground.roster, clock=clock, ids=ground.ids)
    shelf = MacroShelf(database)
    macros = Macros(
        macros=shelf,
        cases=cases,
        brand_names={brand.id: brand.name for brand in ground.directory.brands},
        clock=clock,
        ids=ground.ids,
    )
    attention = CaseAttention(cases=cases, attention=Attention(database), clock=clock)
    app.include_router(note_routes(notes=notes))
    app.include_router(draft_routes(drafts=make_drafts(ground)))
    app.include_router(macro_routes(macros=macros, shelf=shelf))
    app.include_router(attention_routes(attention=attention, names=ground.roster.name))


def make_watch(ground: Ground) -> Watch:
    """Return what tells the listeners of this process of notes, drafts and attention, whichever process wrote them."""
    return Watch(
        notes=Recent(ground.database[NOTES], "case", "brand", "names", "at"),
        drafts=Recent(ground.database[DRAFTS], "brand", "by"),
        attention=Attention(ground.database),
        handles=Handles(ground.database),
        broadcast=ground.broadcast,
        names=ground.roster.name,
        clock=ground.clock,
    )
