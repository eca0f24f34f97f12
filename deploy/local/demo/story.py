"""What the people say. Nobody repeats anybody."""

from typing import NamedTuple

from deploy.local.demo.cast import STAR


class Line(NamedTuple):
    """One post; `reply_to` names whose post it answers. All of them mention @discus."""

    username: str
    text: str
    language: str = "en"
    reply_to: str | None = None


FIRST = "lena_voss"
WITH_ORDER_NUMBER = "marcus_oduya"

ANGRY = (
    Line(FIRST, "Fourth day without my parcel, @discus. Your tracking says it left the depot on Monday. Where is it?"),
    Line("tobias_r", "@discus gleiche Geschichte hier: Paket seit Montag verschwunden, keine Antwort.", "de", FIRST),
    Line("old_projectionist", "Forty years I threaded film and never lost a reel. @discus loses my parcel in a day."),
    Line(
        "noor_films", "So it is not just me? @discus my delivery has been 'on its way' since Monday too.", "en", FIRST
    ),
    Line("hamish_mc", "@discus ma parcel's no here, naebody answers the phone, and ye still took the money. Shocking."),
    Line(
        "three_kids_two_cats", "Three kids, one rainy weekend, zero films. Thanks @discus, the delivery never arrived."
    ),
    Line(
        "priya_k", "@discus I stayed home two days for a courier who never came. Was that parcel ever really shipped?"
    ),
    Line(
        "nachtzug",
        "Die Lieferung von Montag ist nie angekommen, @discus. Und die Hotline? Besetzt, seit Stunden.",
        "de",
    ),
    Line("cornelia_b", "@discus Ich zahle pünktlich. Könnten Sie bitte pünktlich liefern? Mein Paket fehlt.", "de"),
    Line("joost_de_w", "@discus mijn pakket is kwijt. Track & trace staat al drie dagen stil. Hoe dan?", "nl"),
    Line("sofie_kijkt", "Filmavond afgezegd, want @discus heeft mijn pakketje niet bezorgd. Fijn hoor.", "nl"),
    Line("bram_en_bo", "@discus ook bij ons niks ontvangen! De hele straat wacht op zijn bestelling.", "nl", FIRST),
    Line("camille_d", "@discus mon colis n'est jamais arrivé. Lundi, mardi, mercredi... et toujours rien.", "fr"),
    Line("luc_cinephile", "Le colis est perdu et personne ne répond. Bravo @discus, quel service lamentable.", "fr"),
    Line("ines_gv", "@discus mi paquete no ha llegado y nadie contesta. ¿Dónde está mi pedido?", "es"),
    Line("paco_sesion", "Sesión doble cancelada: @discus perdió el paquete del lunes. Qué vergüenza.", "es"),
    Line(STAR, "My whole crew waits for one parcel from @discus. It has not arrived. Do you answer anybody?"),
    Line(WITH_ORDER_NUMBER, "@discus order DR-20418 from Monday was never delivered. What do I do now, pay twice?"),
    Line("ruth_and_sam", "We are both over seventy and we wait by the door for the courier, @discus. Not kind."),
    Line("kilmarnock_film_club", "@discus 26 members sat before a blank screen because your parcel got lost. Explain."),
    Line("b_movie_beth", "Plot twist: there is no parcel. @discus, that is a terrible third act, and I paid for it."),
    Line("yusuf_t", "@discus tracking has said 'out for delivery' for 61 hours. Does the driver live in the van?"),
    Line("quiet_oskar", "i never complain. but @discus my package is lost and nobody will tell me anything"),
    Line("gran_ingrid", "@discus My grandson typed this. The parcel for my birthday did not arrive. I am sad."),
    Line("dr_hollis", "@discus A lost delivery I understand. Four days of silence afterwards I do not. Answer people."),
    Line("matinee_mo", "Same depot, same Monday, same missing parcel. @discus what happened over there??", "en", FIRST),
    Line("letterbox_lil", "My letterbox is emptier than your apology page, @discus. Where are Monday's deliveries?"),
    Line(
        "anton_w", "@discus Wo bleibt meine Sendung? Montag verschickt, seitdem herrscht Funkstille. Unmöglich.", "de"
    ),
    Line(
        "fen_country", "@discus out here the parcel is the only thing that comes all week. This week it didn't. Angry."
    ),
    Line("two_reels", "We had to scrap an episode: review copies from @discus never showed up. Lost in your depot?"),
    Line("grace_o", "@discus the parcel is missing AND you charged me a late fee for the film in it?! Outrageous."),
    Line("subtitle_snob", "[sighs in five languages] @discus, the delivery did not arrive. Neither did a single word."),
    Line("harbour_nights", "@discus no parcel on the night boat, none on the morning boat. Tell us if it is lost."),
    Line("miki_s", "Day 4. The delivery from @discus is still missing. I have begun to watch the washing machine."),
    Line("postie_pete", "I carried post for 30 years. You do not lose a DAY of parcels, @discus. Somebody knows."),
    Line("wren_taylor", "@discus please just say it: are Monday's parcels gone? Not knowing is worse than bad news."),
    Line("eleni_p", "Was going to propose during our favourite film. @discus lost the package. Ring waits. She waits."),
    Line(
        "studio_4b", "Whole building: no deliveries from @discus since Monday. 4A, 4B, 5C. This isn't one lost parcel."
    ),
    Line(
        "jan_willem", "@discus bezorgd, zegt de app. Nee dus. Niets in de bus, niets bij de buren. Waar is het?", "nl"
    ),
    Line("rosa_m", "Ma livraison est perdue et @discus fait comme si de rien n'était. C'est inacceptable.", "fr"),
)
OTHERS = (
    Line("happy_hugo", "Love the new noir shelf, @discus. Great picks, thank you!"),
    Line("trivia_tess", "@discus which one of you chose that cover? It is wonderful, made my day."),
    Line("late_late_larry", "Do you have the 1931 one with the fog, @discus? How do I find it in the catalogue?"),
    Line("bakery_on_7th", "Fresh cinnamon buns at four. Bring your neighbours, bring @discus, bring everybody."),
)


def running_order() -> tuple[Line, ...]:
    """The posts in the order in which they come: now and then somebody with other things in mind."""
    order = list(ANGRY)
    for place, line in zip((7, 16, 25, 34), OTHERS, strict=True):
        order.insert(place, line)
    return tuple(order)
