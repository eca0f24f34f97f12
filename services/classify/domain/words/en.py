"""English."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.taxonomy import Intent

STRONG: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: """outage*, is+down, are+down, went+down, still+down, down+again, down+for+everyone,
        servers+down, not load*, wo+not+load*, not connect*, no signal, no internet, no+connection, no+service,
        offline, timing+out, app crash*, crashes, keeps+crashing, site not work*, website not work*, app not work*,
        service unavailable, service+interruption, error 500, error 503, wifi not work*, network not work*""",
    Intent.DELIVERY: """parcel*, package lost, lost package, package not, where package, my+package, deliver*,
        courier, not arriv*, never arriv*, not show*+up, not received, never received, tracking, track order, where
        order, still+waiting order, waiting order, shipped, shipping, lost+in+the+post, left outside, wrong+address,
        out+for+delivery, lost luggage, lost bag*, my+luggage, missing luggage, delayed+bag*""",
    Intent.DEFECT: """broken, damaged, defective, faulty, defect*, cracked, smashed, torn, does+not+work,
        stopped+working, not+working, wrong+item, wrong+size, wrong+product, missing+part*, missing+item*,
        scratched, leaking, fell+apart, mouldy, moldy, expired, out+of+date, replacement""",
    Intent.REFUND: """refund*, money+back, reimburse*, my+money back, give money back, chargeback, compensation,
        compensate*, store+credit""",
    Intent.BILLING: """overcharg*, charged+twice, double+charg*, charged me, been+charged, was+charged,
        wrong+charge, invoice*, billing, my+bill, bill+is, direct+debit, debited, wrong+price, hidden+fee*,
        unauthori*ed+charge, unauthorised+payment*, unauthorized+payment*, payment+failed, payment+declined,
        charged+for""",
    Intent.ACCOUNT: """log+in, login, log+into, logged+out, locked+out, sign+in, password, my+account,
        account+hacked, account+blocked, account+suspended, hacked, verification+code, reset+link, two+factor,
        2fa""",
    Intent.CANCELLATION: """cancel subscription, cancel contract, cancel account, cancel membership, cancel order,
        want+to+cancel, going+to+cancel, cancelling my, canceling my, how+to+cancel, close account, unsubscrib*,
        switching+to, leaving+you, terminate contract, taking+my+business""",
    Intent.SERVICE: """rude, customer+service, customer+support, customer+care, unhelpful, no+reply, no+response,
        not+responded, not+replied, ignored, ignoring me, on+hold, hung+up, nobody+answers, no+one+answers,
        call+centre, call+center, disrespect*, unprofessional, worst+service, bad+service, poor+service,
        terrible+service, awful+service, staff+was, staff+were, attitude""",
    Intent.QUESTION: """how+do+i, how+can+i, how+to, how+long, how+much, what+time, when+will, when+does, when+do,
        where+can+i, where+do+i, can+i, could+you+tell, is+it+possible, do+you+have, do+you+sell, do+you+ship,
        which+one, does+anyone+know, wondering+if, can+you+tell, any+idea, opening+hours, is+there+a,
        are+there+any""",
    Intent.PRAISE: """thank+you, thanks, thx, kudos, shout+out, shoutout, well+done, great+job, good+job,
        awesome+job, great+service, excellent+service, amazing+service, love+your, love+this, love+you+guys,
        much+appreciated, appreciate+it, keep+it+up, highly+recommend, best+ever, the+best, brilliant+service,
        made+my+day""",
}  # fmt: skip
WEAK: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: "error*, buffering, lagging, glitch*, bug*, crash*, unavailable, not working, slow internet",
    Intent.DELIVERY: "package*, order*, late, delay*, luggage, baggage, bags, depot, driver, arriv*, dispatch*, lost",
    Intent.DEFECT: "wrong, missing, quality, return, warranty, repair*, broke, fault",
    Intent.REFUND: "owe*, voucher, credit, cashback, money",
    Intent.BILLING: "charge*, fee*, paid, pay*, price*, cost*, bill, bank, subscription, premium",
    Intent.ACCOUNT: "account*, email+address, profile, username, verify",
    Intent.CANCELLATION: "cancel*, quit, leaving, never+again, done+with",
    Intent.SERVICE: "staff, agent*, rep, representative, waiting, hours, waited, manager, help, service",
    Intent.QUESTION: "how, why, what, when, where, which, who",
    Intent.PRAISE: "great, awesome, amazing, excellent, love*, perfect, fantastic, wonderful, helpful, happy, fab",
}
PLEA: Final = """please, pls, plz, help me, need+help, help with, can+someone, can+anyone, fix, issue*, problem*,
    resolve*, sort+this, sort+it, contact+me, call+me+back, what+is+going+on, have+a+question, assist*, advise"""
SPAM: Final = """follow+back, follow+me, click+here, buy+followers, free+followers, earn+money, work+from+home,
    make+money+fast, crypto+giveaway, promo+code, use+my+code, check+my+bio, link+in+bio, dm+me+for, whatsapp+me,
    forex, onlyfans, bitcoin+trading, limited+offer, recover your+funds"""
