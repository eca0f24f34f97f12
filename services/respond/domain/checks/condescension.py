"""Phrases that talk down to a customer, or hide behind a rule."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.finding import Remark, remark_at
from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check

_EN: Final = """(as|like) (I|we) (have |ve |)(already |just |)(said|told you|mentioned|explained|stated)( before|
    earlier|), as (already |previously |)(said|stated|mentioned|explained), as I said, like I said, I (have |ve
    |)already (told|explained|answered|said), we (have |ve |)already (told|explained|answered|said), calm down,
    (just|please|oh) relax, obviously, clearly you, you clearly, (as |)per (our |company |the |)policy, our policy
    is clear, policy is policy, rules are rules, nothing we can do, nothing I can do, not our problem, you need to
    understand, you have to understand, you must understand, try to understand, with all due respect, to be honest
    with you, if you had (read|listened|checked|looked), it is (quite |very |really |pretty |)simple, it s (quite
    |very |really |pretty |)simple, simply read, just read the, do your research, no need to be rude, watch your
    language, whatever you say"""
_NL: Final = """zoals (ik|we|wij) (al |eerder |reeds |)(zei|zeiden|heb gezegd|hebben gezegd|gezegd
    hebben|aangaf|aangaven| heb aangegeven|hebben aangegeven|vertelde|vertelden|uitlegde|uitlegden|heb
    uitgelegd|hebben uitgelegd), zoals (al |eerder |reeds |)(gezegd|aangegeven|gemeld|vermeld|uitgelegd|verteld),
    (ik heb|we hebben|wij hebben) (je|jou|u|dat|dit) (al |toch al |)(gezegd|verteld|uitgelegd), rustig maar, rustig
    aan, doe (even |eens |)rustig, kalmeer, kalm blijven, even rustig, logischerwijs, uiteraard had je, dat snapt u
    toch, dat snap je toch, dat is nu eenmaal zo, regels zijn regels, volgens (ons|het) beleid, conform (ons|het)
    beleid, (daar|hier) kunnen (we|wij) niets aan doen, niet ons probleem, u moet begrijpen, je moet begrijpen, met
    alle respect, zo moeilijk is (het|dat) niet, let op uw woorden, let op je woorden, had (u|je) (maar|gewoon)
    (gelezen|opgelet)"""
_DE: Final = """wie (ich|wir) (bereits |schon |Ihnen bereits |Ihnen schon |dir schon
    |)(sagte|sagten|erwähnte|erwähnten| gesagt habe|gesagt haben|erwähnt habe|erwähnt haben|erklärt habe|erklärt
    haben|mitgeteilt haben|geschrieben haben), wie (bereits|schon) (gesagt|erwähnt|erklärt|mitgeteilt|geschrieben),
    wie gesagt, das (habe ich|haben wir) (Ihnen |dir |)(bereits|schon) (gesagt|erklärt|mitgeteilt), beruhigen Sie
    sich, beruhige dich, bleiben Sie (bitte |)(ruhig|sachlich), immer mit der Ruhe, offensichtlich haben Sie,
    selbstverständlich hätten Sie, das ist doch klar, ist doch logisch, gemäß (unseren Richtlinien|unserer
    Richtlinie|den Richtlinien), laut (unseren Richtlinien|unserer Richtlinie|Richtlinie), Vorschrift ist
    Vorschrift, Regeln sind Regeln, (da|dagegen) können wir nichts (machen|tun), nicht unser Problem, Sie müssen
    verstehen, du musst verstehen, bei allem Respekt, so schwer ist das nicht, achten Sie auf Ihren Ton"""
_FR: Final = """comme (je|nous) (vous |te |)(l |)(ai|avons) (déjà |)(dit|expliqué|indiqué|mentionné|précisé), comme
    (déjà |)(dit|expliqué|indiqué|mentionné|précisé)( plus haut|), (je|nous) (vous |te |)(l |)(ai|avons) déjà
    (dit|expliqué| répondu|indiqué), calmez vous, calme toi, restez calme, restez poli, il est évident, évidemment,
    c est (pourtant |très |)(simple|évident|clair), conformément à (notre politique|la politique|notre règlement),
    selon notre (politique| règlement), c est le règlement, c est la règle, (nous n y|on n y|je n y)
    (pouvons|peut|peux) rien, ce n est pas notre problème, vous devez comprendre, il faut comprendre, il faut que
    vous compreniez, avec tout le respect, surveillez votre langage, si vous aviez (lu|vérifié|regardé)"""
_ES: Final = """como (ya |)(le |te |os |les |)(he|hemos|había|habíamos)
    (dicho|explicado|indicado|comentado|mencionado), como (ya |)(le |te
    |)(dije|dijimos|expliqué|explicamos|indicamos|comentamos|mencioné|mencionamos), ya (se lo|te lo|le|te) (he|
    hemos) (dicho|explicado), cálmese, cálmate, tranquilícese, tranquilízate, relájese, relájate, obviamente, es
    (evidente|obvio|muy sencillo|muy simple), según (nuestra política|la política|nuestras normas), conforme a
    nuestra política, las normas son las normas, no podemos hacer nada, no hay nada que (podamos|pueda) hacer, no es
    nuestro problema, (tiene|tienes) que entender, debe entender, debes entender, con todo (el |)respeto, cuide su
    lenguaje, si (hubiera|hubiese|hubieras|hubieses) leído"""

_PHRASES: Final = Phrases(
    _EN,
    _NL,
    _DE,
    _FR,
    _ES,
    unless=[
        """(we|I) (have |)(obviously|clearly), obviously (we|I|our|not good enough|not okay|not ok|something),
        (is|was|are) obviously (our|not), this is obviously, sit back and relax, relax and enjoy, relax on, relax
        in, nothing we can do (better|more) than""",
        "évidemment (nous|que nous|on), (nous|on) (allons |avons |)évidemment, c est évidemment (notre|nous|à nous)",
        """obviamente (hemos|nos|no estuvimos|es nuestro|es culpa nuestra), es evidente que (hemos|nos|nosotros|no
        hemos)""",
        "il est évident que (nous|notre|nos)",
    ],
)


def condescension(said: Sequence[Word]) -> Remark | None:
    """Say which phrases talk down. What we say of ourselves ("we obviously failed") is none."""
    return remark_at(
        _PHRASES.found(said),
        check=Check.CONDESCENSION,
        what="this talks down to the customer: say plainly what is, and what you can do",
    )
