"""Who lives on the square. Everybody is made up."""

from dataclasses import dataclass
from typing import NamedTuple


class Person(NamedTuple):
    """Somebody with an account."""

    username: str
    name: str
    followers: int


@dataclass(frozen=True)
class Stage:
    """The names as this performance uses them: on a square that remembers an earlier one, everybody is a namesake."""

    performance: int = 1

    def username(self, username: str) -> str:
        return username if self.performance == 1 else f"{username}_{self.performance}"

    def accounts(self) -> list[dict[str, object]]:
        """Everybody, as the stage door takes them."""
        return [
            {"username": self.username(one.username), "display_name": one.name, "followers": one.followers}
            for one in CAST
        ]


STAR = "vera_lumen"
CAST = (
    Person("lena_voss", "Lena Voss", 212),
    Person("tobias_r", "Tobias Reuter", 88),
    Person("old_projectionist", "Walt, retired projectionist", 1_430),
    Person("noor_films", "Noor", 640),
    Person("hamish_mc", "Hamish McAra", 97),
    Person("three_kids_two_cats", "Dana", 310),
    Person("priya_k", "Priya K.", 451),
    Person("nachtzug", "Nachtzug", 74),
    Person("cornelia_b", "Cornelia Brandt", 129),
    Person("joost_de_w", "Joost de Wit", 203),
    Person("sofie_kijkt", "Sofie kijkt film", 1_105),
    Person("bram_en_bo", "Bram & Bo", 38),
    Person("camille_d", "Camille Dufour", 276),
    Person("luc_cinephile", "Luc, cinéphile", 2_040),
    Person("ines_gv", "Inés García Vela", 167),
    Person("paco_sesion", "Paco Sesión Doble", 918),
    Person(STAR, "Vera Lumen", 900_000),
    Person("marcus_oduya", "Marcus Oduya", 55),
    Person("ruth_and_sam", "Ruth and Sam", 19),
    Person("kilmarnock_film_club", "Kilmarnock Film Club", 387),
    Person("b_movie_beth", "B-Movie Beth", 3_310),
    Person("yusuf_t", "Yusuf T.", 142),
    Person("quiet_oskar", "Oskar", 6),
    Person("gran_ingrid", "Ingrid (86)", 11),
    Person("dr_hollis", "Dr Hollis", 730),
    Person("matinee_mo", "Mo", 244),
    Person("letterbox_lil", "Lil", 1_875),
    Person("anton_w", "Anton Wirth", 61),
    Person("fen_country", "Fen", 33),
    Person("two_reels", "Two Reels Podcast", 5_200),
    Person("grace_o", "Grace O.", 178),
    Person("subtitle_snob", "Subtitle Snob", 2_650),
    Person("harbour_nights", "Harbour Nights", 92),
    Person("miki_s", "Miki", 405),
    Person("postie_pete", "Pete, ex-postman", 590),
    Person("wren_taylor", "Wren Taylor", 83),
    Person("eleni_p", "Eleni P.", 219),
    Person("studio_4b", "Flat 4B", 47),
    Person("jan_willem", "Jan-Willem", 118),
    Person("rosa_m", "Rosa M.", 264),
    # They are not angry about parcels.
    Person("happy_hugo", "Hugo", 71),
    Person("trivia_tess", "Tess", 830),
    Person("late_late_larry", "Larry", 154),
    Person("bakery_on_7th", "The Bakery on 7th", 1_260),
)
