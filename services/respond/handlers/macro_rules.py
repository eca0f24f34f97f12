"""What a macro may say, and for which brands a supervisor may write one."""

from collections.abc import Collection

from services.respond.domain.macros import VARIABLES, Wording, unknown_in
from services.respond.domain.refusals import NotTaken
from services.respond.domain.scope import Scope
from shared.directory.profile import Profile


def check_wording(wording: Wording, *, by: Profile, known: Collection[str]) -> None:
    """Check what a supervisor wants a macro to say; `known` are the brands that there are.

    Raises NotTaken: unknown_variables, wrong_brand.
    """
    unknown = unknown_in(wording.text)
    if unknown:
        named = ", ".join(name[:50] or "without a name" for name in unknown[:10])
        listed = ", ".join(f"{{{{{name}}}}}" for name in VARIABLES)
        raise _not_taken("unknown_variables", "text", f"there is no variable {named}; known are {listed}")
    seen = sorted(brand for brand in known if Scope(by.brands).sees(brand))
    if wording.brand is None and by.brands:
        raise _wrong_brand(f"none would mean all brands, and you serve only {', '.join(seen)}: name one")
    if wording.brand is not None and wording.brand not in seen:
        raise _wrong_brand(f"there is no brand of that id; known are {', '.join(seen)}")


def _wrong_brand(what: str) -> NotTaken:
    return _not_taken("wrong_brand", "brand", what)


def _not_taken(code: str, field: str, what: str) -> NotTaken:
    return NotTaken(code, what, errors=[{"where": f"body:/{field}", "what": what}])
