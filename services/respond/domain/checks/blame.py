"""Phrases that give the customer the blame."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.finding import Remark, remark_at
from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check

_EN: Final = """you (should|could|ought to|might) have
    (read|checked|called|contacted|told|known|noticed|asked|thought|waited| paid|looked|informed|let
    us|reported|ordered earlier|sent|cancelled|canceled|kept|followed|avoided|been more careful), you should ve
    (read|checked|called|contacted|told|known|asked|thought|waited), you failed to, you forgot to, you neglected to,
    you did not (read|follow|check|pay attention|listen|bother), you didn t (read|follow|check|pay attention|
    listen|bother), your (own |)(fault|mistake|error|negligence|carelessness), all your doing, (because|since) you
    (didn t|did not|failed|forgot|never|chose|refused), you must have
    (entered|typed|made|misread|misunderstood|forgotten| done something), user error, you have only yourself, you
    (misread|misunderstood), caused by you"""
_NL: Final = """(u|je|jij|jullie) had (moeten|kunnen|dit moeten|dat moeten|beter moeten|eerder moeten), had
    (u|je|jij) (moeten|kunnen|beter moeten|dat moeten|dit moeten), (u|je|jij) (bent|hebt|heeft) (zelf
    )(vergeten|verkeerd|niet), (uw|je| jouw) eigen (schuld|fout|verantwoordelijkheid), (is|was) (uw|jouw|je)
    (fout|schuld), eigen schuld, (u|je|jij) (bent |hebt |heeft |)(vergeten|verzuimd|nagelaten) (om |te |), omdat
    (u|je|jij) (niet|vergeten|te laat|nooit|verkeerd|zelf), door uw toedoen, aan uzelf te wijten, (u|je|jij)
    (hebt|heeft) (niet goed|niet goed genoeg|verkeerd) (gelezen|gekeken|ingevuld| begrepen), (u|je|jij) (hebt|heeft)
    (het |)verkeerd (begrepen|ingevuld|gelezen)"""
_DE: Final = """(Sie|du) (hätten|hättest) (das |es |dies |uns |vorher |eben |besser |doch |)(früher |vorher |besser
    |)(lesen| prüfen|wissen|sagen|melden|anrufen|warten|bedenken|beachten|kontaktieren|kündigen|aufpassen)
    (müssen|sollen|können), hätten Sie (das |es |nur |vorher |)(gelesen|geprüft|beachtet), (Ihr|dein) (eigener
    |)(Fehler|Verschulden|Versehen), (Ihre|deine) (eigene )Schuld, (Ihre|deine) Schuld, selbst schuld, Sie haben (es
    |)(versäumt|vergessen|übersehen), du hast (es |)(versäumt|vergessen|übersehen), weil (Sie|du)
    (nicht|vergessen|zu spät|versäumt|falsch), Sie haben (das |es |wohl |offenbar |)(falsch|nicht richtig)
    (gelesen|verstanden|eingegeben|ausgefüllt), Bedienungsfehler, Anwenderfehler, von Ihnen verschuldet"""
_FR: Final = """(vous auriez|tu aurais|il aurait) (dû|fallu|pu), (c est|c était|est) (de |)(votre|ta) (faute|erreur|
    responsabilité), votre propre (faute|erreur), par votre faute, vous avez (oublié|omis|négligé|mal lu|mal
    compris|mal saisi), tu as (oublié|omis|négligé|mal lu|mal compris), vous n avez pas
    (lu|suivi|respecté|vérifié|fait attention), parce que vous n avez, puisque vous n avez, erreur de votre part,
    erreur d utilisation, vous êtes (responsable| fautif)"""
_ES: Final = """(debería|deberías|tendría que|tendrías que|debió|debiste|podría|podrías) haber
    (leído|llamado|avisado|
    comprobado|revisado|preguntado|esperado|pagado|mirado|contactado|informado|cancelado|sabido), (es|fue|ha sido)
    (culpa| error|fallo) (suya|suyo|tuya|tuyo), (es|fue) su (culpa|error|responsabilidad), (es|fue) tu (culpa|error|
    responsabilidad), por su (culpa|propio error), (usted |)(se |)(ha olvidado|olvidó|no leyó|no ha leído|no
    comprobó|no siguió|entendió mal|ha entendido mal), te (has olvidado|olvidaste), no (leíste|has
    leído|comprobaste|seguiste), porque (usted |)no (leyó|pagó|siguió|avisó|ha leído), error del usuario, error de
    usuario, (usted |)es responsable de"""

_PHRASES: Final = Phrases(
    _EN,
    _NL,
    _DE,
    _FR,
    _ES,
    unless=[
        """(not|isn t|wasn t|aren t|weren t|never|nothing) (at all |) your (own |)(fault|mistake|error|doing), is
        (not|never) your (fault| mistake|error), sorry (you|that you) (forgot|misunderstood), no fault of your own,
        your fault at all, if you forgot to, (you think|unless) you forgot to""",
        """(niet|nooit) (uw|jouw|je) (eigen |)(schuld|fout), (is|was) niet (uw|jouw|je) (schuld|fout), (als|indien)
        (u|je) (bent |)vergeten""",
        """(nicht|keinesfalls) (Ihr|dein|Ihre|deine) (eigener |eigene |)(Fehler|Verschulden|Schuld|Versehen), falls
        Sie vergessen""",
        "n est (pas|en rien) (de |)(votre|ta) faute, si vous avez (oublié|mal compris)",
        "no (es|fue|ha sido) (su|tu) (culpa|error|responsabilidad), no (es|fue|ha sido) culpa (suya|tuya)",
    ],
)


def blame(said: Sequence[Word]) -> Remark | None:
    """Say which phrases give the customer the blame."""
    return remark_at(
        _PHRASES.found(said),
        check=Check.BLAME,
        what="this gives the customer the blame: say what happened and how it goes on, whoever was at fault",
    )
