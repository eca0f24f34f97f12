"""x"""
from collections.abc import Mapping
from typing import Final
from services.classify.domain.harm import Harm
HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: """pris+feu, prend+feu, en+feu, incendie, explosé, explosion, fumée+sort, électrocut*,
        décharge+électrique, blessé*, blessure*, hôpital, urgences, ambulance, réaction+allergique, intoxication,
        fuite+de+gaz, monoxyde, brûlé*, étouff*, suicid*, morceau+de+verre, me+tuer""",
    Harm.THREAT: "vais+vous+tuer, vais+te+tuer, bombe dans, brûler vos, sais+où+tu+habites, je+vais+venir",
    Harm.LEGAL: """avocat*, porter+plainte, plainte, tribunal, en+justice, action+en+justice, mise+en+demeure,
        que+choisir, dgccrf, médiateur, rgpd, cnil, huissier, juridique*""",
    Harm.FRAUD: "arnaqu*, escroc*, escroquerie, fraude*, volé*, phishing, hameçonnage, piraté*",
    Harm.HARDSHIP: """bloqués+à, coincé*, insuline, médicament*, fauteuil+roulant, lait+bébé, sans+chauffage,
        sans+électricité, enceinte, obsèques""",
}
NOT_HARM: Final = "xyzzy"
