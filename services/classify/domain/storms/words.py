"""Which words of a complaint are worth counting: those that say what it is about, few enough to travel."""

from collections.abc import Sequence
from typing import Final

TERMS: Final = 24
"""At most so many terms of one post travel and are counted."""
_WORDS: Final = 14
_REACH: Final = 2
_SHORTEST, _LONGEST = 3, 24

_STOP: Final = frozenset(
    """
    a about after again ago all also always am an and any anyone anything are as at back be because been before being
    but by can come could day days did do does doing done else even ever every everyone first for from get gets
    getting give go goes going gone good got great had has have having he help her here hers hey hi him his hello
    how i if in into is it its just keep know last let like ll look make makes many may maybe me mine more most
    much must my need needed never new next no not now of off ok on one only or other our out over own people
    please pls really right said same say says see seem she should since so some someone something still such sure
    take tell than thank thanks that the their them then there these they thing things think this those time times
    to today tomorrow too try trying two u until up ur us use used using ve very via want wanted was way we well
    were what when where which while who why will with without would yeah year years yes yesterday yet you your
    youre yours im ive dont lol omg wtf thx minute minutes hour hours week weeks month months am pm amp rt http
    https www com aan al alle alleen als altijd andere ben bent bij daar dan dat de den der deze die dit doe doen
    door dus een eens en er ga gaan gaat gewoon goed had heb hebben heeft hem het hier hij hoe hun iemand iets ik
    in is ja je jij jou jouw jullie jullies kan komt kun kunnen maar me meer men met mij mijn moet moeten na naar
    nee niet niets niks nog nooit nou nu nul of om ons onze ook op over pas sinds te toch toen tot twee u uit uw
    van vandaag gisteren veel via voor waar waarom wanneer want waren was wat we weer weg wel werd wie wij wil
    willen word wordt zal ze zeg zich zij zijn zo zou weten uur uren dag dagen week weken ab aber alle allem allen
    alles als also am an andere auch auf aus bei beim bin bis bitte da dann das dass dem den denn der des dich die
    dies diese dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas euch euer eure fur gar
    geht gerade gibt gut habe haben hab hallo hat hatte hier hin ich ihm ihn ihr ihre im immer in ins ist ja jetzt
    kann kein keine keinen keiner kommt konnen man mal mehr mein meine meinem meinen mich mir mit muss nach nicht
    nichts nie noch nun nur ob oder schon sehr sein seine seit sich sie sind so uber um und uns unser unsere unter
    vom von vor wann war waren warum was wegen weil wenn wer werden wie wieder will wir wird wo wurde zu zum zur
    heute gestern stunde stunden tag tage tagen woche wochen ai alors apres as au aucun aucune aujourd aujourdhui
    aussi autre aux avais avait avec avez avoir avons bien bon bonjour c ca car ce cela ces cet cette chez ci
    comme comment d dans de depuis des deux du elle elles en encore entre es est et etait ete etes etre eu fait
    faire faut hier hui il ils j jamais je jour jours l la le les leur leurs lui m ma mais me meme merci mes moi
    mon n ne ni non nos notre nous on ont ou ouais par pas pendant peu peut plus pour pourquoi pouvez qu quand que
    quel quelle quelqu qui quoi rien s sa sans se sera ses si sont sous sur svp t ta te tes toi ton toujours tous
    tout toute toutes tres tu un une va vais vers veut voila vos votre vous vraiment y semaine semaines heure
    heures a al algo alguien ahora algun alguna antes aqui asi aun aunque ayer bien bueno buenas buenos cada casi
    como con contra cual cuando dan de decir del desde dia dias donde dos el ella ellos en entre era eran eres es
    esa ese eso esta estaba estan estar estas este esto estos estoy fue fueron gracias ha hace hacer hacia han
    hasta hay he hola hora horas hoy la las le les lo los mas me mi mis mucho muy nada nadie ni no nos nosotros
    nuestra nuestro nunca o os otra otro para pero pide poco por porque pues puede puedo que quien quiero se sea
    semana ser si sido sigo sigue siempre sin sobre solo son soy su sus tal tambien tan te tengo tiene tienen
    todavia toda todas todo todos tu tus un una uno unos usted ustedes va vamos van vez y ya yo
    """.split()
)


def terms_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return what is counted of a text's folded words: words with a meaning, and pairs that stand close together.

    Numbers are left out: they are order numbers and telephones, and no two people have the same.
    """
    kept = [_singular(word) for word in words if _SHORTEST <= len(word) <= _LONGEST and _is_word(word)]
    singles = tuple(dict.fromkeys(kept))[:_WORDS]
    pairs = dict.fromkeys(
        f"{first} {second}"
        for place, first in enumerate(kept)
        for second in kept[place + 1 : place + 1 + _REACH]
        if first != second
    )
    return (*singles, *tuple(pairs)[: TERMS - len(singles)])


def _is_word(word: str) -> bool:
    return word not in _STOP and word.isalpha()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "su" else word
