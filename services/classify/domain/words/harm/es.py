"""x"""
from collections.abc import Mapping
from typing import Final
from services.classify.domain.harm import Harm
HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: """se+incendió, en+llamas, prendió+fuego, incendio, explotó, explosión, echa+humo,
        descarga+eléctrica, electrocut*, herido*, herida*, lesión, lesiones, hospital, urgencias, ambulancia,
        reacción+alérgica, intoxic*, fuga+de+gas, monóxido, quemadura*, me+quemé, se+quemó, asfixi*, suicid*,
        matarme, cristales+en""",
    Harm.THREAT: "los+voy+a+matar, te+voy+a+matar, os+voy+a+matar, bomba en, quemar+su, sé+dónde+vives",
    Harm.LEGAL: """abogad*, demanda*, denuncia*, tribunal*, juicio, juzgado, acciones+legales, vía+legal, facua,
        ocu, consumo+reclam*, hoja+de+reclamaciones, rgpd, protección+de+datos, profeco""",
    Harm.FRAUD: "estafa*, estafad*, timo, fraude*, robado, robaron, robo, phishing, hackead*, ladrones",
    Harm.HARDSHIP: """tirados+en, varado*, insulina, medicament*, medicina*, silla+de+ruedas, leche+para+bebé,
        sin+calefacción, sin+luz, embarazada, funeral""",
}
NOT_HARM: Final = "xyzzy"
