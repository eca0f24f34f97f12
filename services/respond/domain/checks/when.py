"""In which sentences a time is named that is still to come."""

import re
from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.phrases import Phrases, each
from services.respond.domain.checks.words import Word

_NAMED: Final = Phrases(
    """today, tonight, tomorrow, (this|later this) (morning|afternoon|evening|week|weekend|month), next (week|month|
    weekend), (end|close) of (the |this |)(day|week|month|business), (by|before|at|around|until) noon, midnight,
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, within (the|an) hour, in an hour, (within|in)
    (a|one) (day|week), (within|in) a (few|couple of) (minutes|hours|days), overnight""",
    """vandaag, vanavond, vanmiddag, vanochtend, vannacht, morgen, morgenochtend, morgenmiddag, morgenavond,
    overmorgen, deze week, volgende week, dit weekend, eind van (de |deze |)(dag|week|maand), einde van (de |deze
    |)(dag|week|maand), maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, binnen (een|het)
    (uur|dag|week), over een (uur|week)""",
    """heute, heute (Abend|Nachmittag|Morgen), morgen, übermorgen, diese Woche, nächste Woche, nächster Woche,
    kommende Woche, dieses Wochenende, (Ende|bis Ende) (der|dieser|des) (Woche|Tages|Monats), Montag, Dienstag,
    Mittwoch, Donnerstag, Freitag, Samstag, Sonnabend, Sonntag, (innerhalb|binnen) einer (Stunde|Woche), in einer
    (Stunde|Woche), (innerhalb|binnen) eines Tages""",
    """aujourd hui, ce (soir|matin|week end), cet après midi, demain, après demain, cette semaine, la semaine
    prochaine, semaine prochaine, fin de (la |)(semaine|journée), (fin|la fin) du mois, lundi, mardi, mercredi,
    jeudi, vendredi, samedi, dimanche, dans (une|l) heure, avant midi, dans la (journée|matinée|soirée)""",
    """hoy, esta (tarde|noche|mañana|semana), mañana, pasado mañana, la próxima semana, la semana que viene,
    (final|fin|finales) de (la |)semana, final del día, lunes, martes, miércoles, jueves, viernes, sábado, domingo,
    en una (hora|semana), a lo largo (de la|del) (mañana|tarde|día)""",
    unless=[
        """(last|since|past|until last|on last) (monday|tuesday|wednesday|thursday|friday|saturday|sunday),
        (have|make|having) a (great|nice|good|lovely) (monday|friday|saturday|sunday|weekend|week|day)""",
        "(afgelopen|vorige|sinds|sedert) (maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag), goede morgen",
        """(seit|letzten|vergangenen|letzter) (Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), guten
        Morgen""",
        "(depuis) (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche), (lundi|mardi|mercredi|jeudi|vendredi) dernier",
        "(desde el|el pasado) (lunes|martes|miércoles|jueves|viernes|sábado|domingo), buenos días, buena mañana",
    ],
)
_UNITS: Final = each(
    """min mins minute minutes hour hours hrs day days week weeks workday workdays minuut minuten uur uren dag dagen
    werkdag werkdagen weken stunde stunden tag tage tagen werktag werktage werktagen arbeitstage arbeitstagen woche
    wochen heure heures jour jours semaine semaines minuto minutos hora horas dia dias semana semanas"""
)
_AHEAD: Final = each(
    """within in next another takes take under up by binnen over komende innerhalb binnen nachsten sous dans en
    dentro proximas proximos d before bis until"""
)
_BEHIND: Final = each(
    """last past ago geleden afgelopen vor letzten vergangenen derniers dernieres hace ultimos ultimas since seit
    depuis"""
)
_BEFORE_CLOCK: Final = each(
    """by before at after until till around from between voor om rond na vanaf tussen tot um vor bis gegen ab nach
    zwischen avant a vers apres entre d des antes las partir hasta"""
)
_NUMBERS: Final = each(
    """one two three four five six seven eight ten twelve few couple several een twee drie vier vijf zes zeven tien
    paar enkele ein eine einen zwei drei vier funf sechs sieben zehn paar einige une deux trois quatre cinq six sept
    dix quelques una dos tres cuatro cinco seis siete diez unas unos"""
)
_MONTHS: Final = each(
    """january february march april june july august september october november december januari februari maart mei
    juni juli augustus oktober Januar Februar März Mai Dezember janvier février mars avril juin juillet août
    septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre jan feb apr jun jul aug sep sept oct okt nov dec dez"""
)
_CLOCK: Final = re.compile(r"[0-9]{1,2}(?:am|pm|h|u|uhr|uur|h[0-9]{2})")
_REACH: Final = 4


def sentences_with_a_time(text: str, said: Sequence[Word]) -> frozenset[int]:
    """Return the numbers of the sentences that name a day, an hour or a period to come."""
    named = {said[first].sentence for first, _ in _NAMED.places(said)}
    counted = {word.sentence for place, word in enumerate(said) if _is_time(text, said, place)}
    return frozenset(named | counted)


def _is_time(text: str, said: Sequence[Word], place: int) -> bool:
    word = said[place]
    if _CLOCK.fullmatch(word.folded):
        return True
    is_number = word.folded.isdecimal() and len(word.folded) <= 2
    if is_number and (_is_date(text, said, place) or _is_clock(text, said, place)):
        return True
    return (is_number or word.folded in _NUMBERS) and _is_period(said, place)


def _is_date(text: str, said: Sequence[Word], place: int) -> bool:
    around = [said[other].folded for other in (place - 1, place + 1) if 0 <= other < len(said)]
    if any(one in _MONTHS for one in around):
        return True
    if place + 1 == len(said) or text[said[place].end : said[place + 1].start] not in ("-", "/", "."):
        return False
    day, month = said[place].folded, said[place + 1].folded
    return month.isdecimal() and len(month) <= 2 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def _is_clock(text: str, said: Sequence[Word], place: int) -> bool:
    following = said[place + 1].folded if place + 1 < len(said) else ""
    if following in ("am", "pm", "uhr", "noon"):
        return True
    is_after = place > 0 and said[place - 1].folded in _BEFORE_CLOCK
    gap = text[said[place].end : said[place + 1].start] if following else ""
    has_minutes = gap in (":", ".", "h") and following.isdecimal() and len(following) == 2
    return has_minutes or (is_after and following in ("uur", "u", "h", "heures", "horas"))


def _is_period(said: Sequence[Word], place: int) -> bool:
    sentence = said[place].sentence
    before = [one.folded for one in said[max(0, place - _REACH) : place] if one.sentence == sentence]
    after = [one.folded for one in said[place + 1 : place + 1 + _REACH] if one.sentence == sentence]
    has_unit = any(one in _UNITS for one in after)
    return has_unit and not _AHEAD.isdisjoint(before) and _BEHIND.isdisjoint((*before, *after))
