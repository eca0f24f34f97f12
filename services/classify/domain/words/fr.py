"""French."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.taxonomy import Intent

STRONG: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: """panne*, en+panne, hors+service, pas+de+réseau, plus+de+réseau, pas+internet, pas+d+internet,
        plus+d+internet, plus+internet, coupure*, inaccessible, ne+répond+plus, site marche pas, site fonctionne
        pas, appli marche pas, application marche pas, application fonctionne pas, appli fonctionne pas, plante,
        ne+charge+pas, serveurs+down""",
    Intent.DELIVERY: """colis, livraison*, livré*, livrer, livreur, pas+reçu, jamais+reçu, toujours+pas+reçu,
        pas+arrivé*, jamais+arrivé*, où+est commande, suivi, expédié*, expédition, colissimo, chronopost, bagage
        perdu, bagages+perdus, valise perdue, attends commande, point+relais""",
    Intent.DEFECT: """cassé*, abîmé*, endommagé*, défectueu*, ne+fonctionne+pas, ne+marche+pas, fonctionne+plus,
        marche+plus, mauvaise+taille, mauvais+article, mauvais+produit, manquant*, manque, moisi*, périmé*, fuite,
        déchiré*""",
    Intent.REFUND: "rembours*, mon+argent, rendez argent, dédommag*, indemnis*, avoir+sur, compensation",
    Intent.BILLING: """factur*, prélev*, débité*, débit+deux, payé+deux+fois, trop+payé, surfactur*,
        mauvais+montant, paiement+refusé, frais+cachés, double+débit""",
    Intent.ACCOUNT: """me+connecter, connexion compte, mot+de+passe, mon+compte, compte+bloqué, compte+piraté,
        compte+suspendu, piraté*, code+de+vérification, identifiant*, se+connecter""",
    Intent.CANCELLATION: """résili*, désabonn*, annuler commande, annuler abonnement, annuler contrat, j+annule,
        fermer compte, changer+d+opérateur, me+désinscrire, je+vous+quitte""",
    Intent.SERVICE: """service+client, service+clients, sav, impoli*, désagréable*, malpoli*, aucune+réponse,
        pas+de+réponse, sans+réponse, jamais+de+réponse, en+attente, raccroch*, hotline, mauvais+service, mépris,
        incompétent*, injoignable*""",
    Intent.QUESTION: """comment+faire, comment+puis, comment+je, combien+de, quand+est, quand+sera, où+puis, où+est,
        est+ce+que, est+il+possible, puis+je, pouvez+vous, avez+vous, savez+vous, quelqu+un+sait, horaires,
        à+quelle+heure""",
    Intent.PRAISE: """merci, bravo, félicitations, excellent+service, super+service, bon+service, très+satisfait*,
        je+recommande, continuez+comme, chapeau, au+top, bon+travail""",
}  # fmt: skip
WEAK: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: "erreur*, bug*, lent*, réseau, internet, connexion, rame",
    Intent.DELIVERY: "command*, retard*, bagage*, valise*, perdu*, reçu, arrivé*",
    Intent.DEFECT: "mauvais, qualité, garantie, répar*, retour*, échange*",
    Intent.REFUND: "argent, bon+d+achat, avoir",
    Intent.BILLING: "pay*, paiement, prix, frais, montant, abonnement, carte+bancaire",
    Intent.ACCOUNT: "compte*, profil, connecter",
    Intent.CANCELLATION: "annul*, plus+jamais, quitter",
    Intent.SERVICE: "conseiller*, attente, heures, téléphone, service, personnel",
    Intent.QUESTION: "comment, pourquoi, quand, où, quel*, qui, combien",
    Intent.PRAISE: "super, génial*, parfait*, excellent*, top, content*, adore, magnifique*",
}
PLEA: Final = """svp, stp, s+il+vous+plaît, aidez, aide, pouvez+vous, quelqu+un, problème*, résoudre, contactez,
    répondez, rappelez, besoin+d+aide, j+ai+une+question"""
SPAM: Final = "suivez+moi, cliquez+ici, gagner+de+l+argent, code+promo, lien+en+bio, abonne+toi"
GOOD: Final = """bon, bonne, bien, super, génial*, parfait*, excellent*, top, content*, adore, aime, magnifique*,
    merci, bravo, heureux, heureuse, ravi*, satisfait*, sympa*, cool, beau, belle, agréable*, rapide*, joie, hâte"""
BAD: Final = """mauvais*, nul, nulle, honte, honteux, honteuse, scandale*, scandaleux, inadmissible*, déçu*,
    décevant*, colère, énervé*, furieux, merde, putain, pourri*, arnaqu*, pire, horrible*, catastroph*,
    inacceptable*, ridicule*, marre, triste*, déteste, insupportable*, incompétent*, lamentable*, chiant*,
    ras+le+bol, dégoût*, cassé*, perdu"""
