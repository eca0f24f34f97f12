"""What Mira says. Each answer has three parts: an apology, what is wrong, what will be done and until when.

Written for the one who reads it, in their language; the square adds their name in front.
"""

from collections.abc import Mapping

from deploy.local.demo.cast import STAR
from deploy.local.demo.story import FIRST, WITH_ORDER_NUMBER

ANSWERS: Mapping[str, str] = {
    FIRST: "We are sorry, and sorry for the silence. Monday's van from our depot never reached the sorting centre, so "
    "the parcels in it, yours too, are lost. A replacement leaves tonight and costs you nothing; tomorrow at noon we "
    "tell everybody here where things stand. Mira",
    WITH_ORDER_NUMBER: "You do not pay twice, and we apologise that you had to ask. DR-20418 was in Monday's lost van. "
    "We have packed the same films again: they go out tonight, and today's fee is back on your account by Friday. Mira",
    "gran_ingrid": "Dear Ingrid, this should not have happened on your birthday, and we are very sorry. A whole day's "
    "parcels went missing between our depot and the post. Yours is packed again, with a little something, and a "
    "courier brings it tomorrow before noon. Please greet your grandson! Mira",
    "tobias_r": "Das tut uns leid, das Schweigen auch. Der Wagen vom Montag kam nie im Verteilzentrum an, alle Pakete "
    "darin sind verloren. Ihr Ersatz geht heute Abend kostenlos raus, und morgen um zwölf sagen wir hier allen, wie es "
    "steht. Mira",
    "joost_de_w": "Het spijt ons. De bestelbus van maandag is nooit bij het sorteercentrum aangekomen; jouw pakket zat "
    "erin en is kwijt. Vanavond gaat een nieuw pakket kosteloos op de post, en morgen om twaalf uur vertellen we hier "
    "hoe het ervoor staat. Mira",
    STAR: "We are sorry that you and your crew wait. All parcels of Monday were lost on the way from our depot, yours "
    "among them; everybody's replacements leave tonight, in the order in which people ordered. The next update is here "
    "tomorrow at noon. And yes: we answer everybody. Mira",
}
"""By username, in the order in which she writes them: who waits longest first, not who is most famous."""
