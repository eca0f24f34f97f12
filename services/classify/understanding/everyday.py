"""Words that nearly every post has: a phrase of nothing else would be found everywhere."""

from typing import Final

EVERYDAY: Final = frozenset(
    """
    a an and are as at be but by do for from had has have he her his how i if in is it its just me my no not of on or
    our she so that the their them there they this to up us was we were what when will with you your
    aan al als bij dan dat de den der deze die dit een en er had heb hebben heeft hem het hier hij hoe ik in is ja je
    jij jullie kan maar me met mij mijn na naar niet nog nu of om ons onze ook op te toch tot uit uw van voor waar was
    wat we wel wie wij wil zij zijn zo
    aber als am an auch auf aus bei bin bis da das dass dem den der des die doch du ein eine einem einen einer er es
    euch fur habe haben hat ich ihm ihr ihre im in ist ja kein keine man mein meine mich mir mit nach nicht noch nur
    oder schon sein sich sie sind so und uns unser von vor war was wenn wie wir wird zu zum zur
    ai au aux avec avez avons c ce ces cette d dans de des du elle en es est et etait il ils j je l la le les leur lui
    ma mais me mes moi mon n ne nos notre nous on ont ou pas plus pour qu que qui s sa sans se ses si son sont sur t
    tout tres tu un une vos votre vous y
    a al algo como con cuando de del donde el ella en es esa ese eso esta este esto ha han hay he la las le les lo los
    mas me mi mis muy nada ni no nos o os para pero por porque que se si sin son su sus te tengo tiene un una uno y ya
    yo
    """.split()
)
"""Folded, of five languages: articles, pronouns, little verbs, prepositions."""
