"""French."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.harm import Harm

_LIMB: Final = """
    (main|mains|doigt|doigts|pouce*|bras|poignet*|coude*|épaule*|jambe|jambes|tibia|genou*|cheville*|pied|pieds|
    orteil*|hanche*|dos|nuque|cou|tête|front|visage|œil|yeux|lèvre*|bouche|langue|gorge|gencive*|dent|dents|molaire|
    incisive|nez|mâchoire|menton|peau|côte|côtes|poitrine|oreille*|clavicule|cuisse*|col+du+fémur|fémur|tendon|
    ongle|joue|joues|paupière*|cuir+chevelu|coccyx)"""
_HURTS: Final = """
    (cassé*|casse|fracturé*|brûl*|saign*|ensanglanté*|gonflé*|gonfle|enflé*|foulé*|tordu*|coupé*|ouvert|ouverte|
    coincé*|écrasé*|pincé*|blessé*|luxé*|démis*|engourdi*|rouge*|bandé*|bandage|plâtre|plâtré*|attelle|déchir*|
    arraché*|entaill*|cloque*|douleur*|douloureu*|boutons|plaques|démange*|abîmé*|fêlé*|suture|points|touché|bleu*|
    hématome|tuméfi*)"""
_THING: Final = """
    (chargeur*|batterie*|téléphone|portable|prise|prises|multiprise|adaptateur|câble*|grille+pain|bouilloire|four|
    plaque+de+cuisson|gazinière|friteuse|airfryer|radiateur*|chaudière|poêle|ballon|sèche+linge|lave+linge|
    lave+vaisselle|frigo|congélateur|lampe|ampoule|trottinette|vélo|scooter|powerbank|box|routeur|couverture|
    fer+à+repasser|sèche+cheveux|micro+ondes|appareil|machine|moteur|bus|voiture|train|compteur|transformateur|
    transfo|tableau|aspirateur|borne|onduleur|télé|guirlande|cocotte|mixeur|robot|lave|cafetière|plaque)"""
_WHO: Final = """
    (bébé|nourrisson|enfant|enfants|fils|fille|mère|maman|père|papa|mamie|papi|grand|mari|femme|parents|belle|beau|
    voisine|voisin|famille|tante|oncle|frère|sœur|petit|petite|petits|jumeaux|jumelles|épouse|époux|conjoint)"""

HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: f"""
        {_LIMB} .. (brûl*|coupé*|coupure|entaill*|coincé*|écrasé*|pincé*|cloque*|suture|ouvert|cassé*|arraché*),
        (brûl*|coupé*|coupure|entaill*|coincé*|écrasé*|pincé*|cloque*|suture|ouvert|cassé*|arraché*) .. {_LIMB},
        réaction+allergique, anaphyl*, intoxication+alimentaire, brûlure*, dent+.. (caillou|verre|métal|dur),
        bord*+(tranchant*|coupant*), tranchant*, coupant*, renversé, instable, aimant*, cordon .. cou,
        trop+chaud+(pour|au), brûlant*, bouillant*, acide, coule .. (prise|lampe|tableau|électri*), eau .. (prise*|
        lampe|tableau|compteur|plafonnier|luminaire), clou+(rouillé|dépass*), javel, pneu+(éclaté|éclate), (vis|
        boulon*|écrou*) .. (manqu*|desserr*|dévissé*|parti*|cassé*|tombé*), disjonct*, plombs+(ont+)?saut*,
        court+jus, gonfl*, traces+de, contient .. (noix|arachide*|lait|gluten|œuf|noisette*), arrêtez+de+vendre,
        avant+qu+(il|un|quelqu), dans+la+bouche, brûle, brûlé, cramé, fumait, morceaux+de+(plastique|métal|verre),
        quelque+chose+de+dur, trou+dans+(le|la)+(trottoir|chaussée|quai), coincé*+dans+.. porte*, portes+..
        (refermé*|coincé*|bras|enfant), pris+feu, prend+feu, prendre+feu, prenne+feu, en+feu, en+flammes, flamme,
        flammes, incendie*, départ+de+feu, début+d+incendie, pompiers, extincteur, {_THING} .. (feu|flamm*|fume|
        fumé|fumée|fondu*|fond|brûle|brûlé*|brûlante+au|surchauff*|étincelle*|explos*|explosé|gonfl*|décharge*|jus|
        cramé*|carbonisé*|disjonct*|noirci*|court+circuit|grésill*|crépit*|siffl*), (étincelle*|fumée|flammes|
        décharge) .. {_THING}, fumée, fume+(tout|dès|quand), s+est+mis*+à+fumer, étincelle*, crépite, carbonisé*,
        roussi, cramé*, a+explosé, (a|ont)+explosé, qui+explose, explosion+(de+gaz|dans|du|de+la|à), explosion,
        éclaté+(dans|en|au), implosé*, décharge+électrique, décharges+électriques, décharge+quand,
        pris+une+décharge, châtaigne, coup+de+jus, prendre+le+jus, pris+le+jus, électrocut*, choc+électrique,
        électrisé*, fils+(dénudés|à+nu|électriques), câble*+(dénudé*|à+nu|arraché*|pend*|tombé*|au+sol),
        ligne+électrique .. (sol|tombée|pend), (odeur|sent|sentait|pue|puait|sentent) .. (gaz|brûlé|fumée|
        plastique+brûlé|essence|soufre|œuf+pourri|chimique|cramé|solvant*|roussi), fuite+de+gaz, fuites+de+gaz,
        gaz+fuit, monoxyde, émanation*, produit+toxique, fumées+toxiques, empoisonn*, contamin*, salmonel*,
        listeria, amiante, moisissure* .. (mangé|asthme|bébé|poumons), (verre|métal|plastique|éclat*|vis|clou|
        fil+de+fer|aiguille|caillou|os|asticot*|lame|agrafe|morceau|bout|débris|corps+étranger) .. (dans|dedans) ..
        (repas|plat|salade|soupe|pot|pain|yaourt|sauce|pizza|céréales|compote|purée|biscuit*|chocolat|lait|
        bouteille|boîte|sachet|viande|steak|fromage|riz|confiture|jouet|légumes|burger|sandwich|conserve|gâteau|
        bouche|petit+pot|paquet|boisson), éclat*+de+verre, morceau*+de+verre, bout*+de+verre, bris+de+verre,
        corps+étranger, (frein|freins|direction|volant|airbag|ceinture|harnais|siège+auto) .. (lâch*|cass*|plus|pas|
        détach*|bloqu*|défaill*|s+ouvre|cèd*|cédé|coincé*|hs), (porte|portes|portière|hayon|trappe) .. (roulant|
        marche|route|ouverte*|ouvrent|roule), portes+ouvertes, (roue|échelle|barreau|rambarde|garde+corps|plafond|
        toit|étagère|lit|lits|balcon*|marche|escalier*|chaise|banc|balançoire|toboggan|ascenseur|armoire|meuble|
        télévision|poussette|barrière|pédale|selle|guidon|fourche|trottinette|tabouret|fauteuil|tuile|panneau|
        branche|poteau|plancher|transat|lame|couvercle|escalator|portail|vitre|trampoline|plafonnier|miroir|hamac)
        .. (cédé|cède|cass*|tomb*|effondr*|écroul*|détach*|lâch*|bascul*|renvers*|bouge|branl*|décroch*|plié*|
        refermé*|referme|arraché*|rouill*|ouvre|chut*|explos*|fissur*), effondr*, écroul*, danger*, mortel*,
        insécurité, pas+sûr+(pour|du+tout), piège+mortel, (aurait|aurions|auraient|aurais|a) (pu|failli) .. (mourir|
        mort|morts|tuer|brûler|perdre|étouff*|tomber|électrocut*|blesser|grave|pire|drame), (failli|manqué|manquer)
        .. (mourir|tomber|brûler|étouffer|perdre+la+maison|renverser|écraser|percut*|avaler|s+étouffer|se+faire|
        finir|y+passer), (va|vont) .. (mort|morts|tuer|blesser|drame|accident), il+y+aura+(un|des)+(mort|morts|
        accident|drame|blessé*), va+finir+par+.. (tuer|mort|drame|accident), évité+.. justesse, de+justesse,
        à+deux+doigts, étouff*, s+étrangl*, avaler+la+pile, pile+bouton, suffoqu*, (chauffeur|conducteur|livreur|
        pilote|machiniste) .. (téléphone+(au|en)+.. (volant|roulant)|ivre|bourré|alcool*|endormi|vite|feu+rouge|
        grillé|sms|téléphone|zigzag*|roule+comme), feu+rouge, grille*+.. feu, feux+tricolores, roule+comme+un+(fou|
        malade|dingue), conduite+dangereuse, rappel+(de+produit|produit|urgent|ce+lot|des+lots), rappelez+(ce|ces|
        le)+(lot|produit|modèle), retirez+.. (lot|vente|rayon|produit|marché), du+marché, allergène*, (noix|
        noisette*|arachide*|cacahuète*|lait|gluten|œuf*|sésame) .. (pas|non|alors|malgré|sans) .. (indiqué*|
        étiquette|mentionné*|déclaré*|allergi*|signalé*), sol+(glissant|mouillé), glissant*, verglas, pas+salé,
        bouche+d+égout, plaque+d+égout, détecteur*+(de+fumée|de+monoxyde|hurle), issue*+de+secours, évacu*,
        mauvais+(médicament|dosage|traitement), dosage .. (fort|erreur|mauvais), fait+sauter+le+disjoncteur,
        prévenez+les+(autres|parents|clients), voie+de+droite, bande+d+arrêt""",
    Harm.INJURY: f"""
        {_LIMB} .. {_HURTS}, (cassé*|fracturé*|fracture|brûl*|coupé*|coupure|coincé*|foulé*|tordu*|luxé*|blessé*|
        entaille|entaillé|écrasé*|ouvert|points+de+suture|cloques|plaie|écharde|douleur|hématome|saigne*|mal) ..
        {_LIMB}, blessé*, blessée*, blessure*, se+blesser, me+suis+blessé*, plaie, plaies, saign*, du+sang, en+sang,
        sang+(partout|coule|coulait), hôpital, hospitalis*, hosto, clinique, urgences, aux+urgences, samu, smur,
        ambulance*, soins+intensifs, réanimation, opéré*, opérée, points+de+suture, recousu*, suture, commotion,
        traumatisme*, fracture*, entorse, luxation, hématome*, bleus+(partout|sur), ecchymose*, contusion*,
        cicatrice*, coup+du+lapin, inconscient*, évanoui*, tombé*+dans+les+pommes, perdu+connaissance,
        fait+un+malaise, malaise, convuls*, crise+d+épilepsie, réaction+(allergique|cutanée), réactions+allergiques,
        choc+anaphyl*, anaphyl*, urticaire, boutons+partout, plaques+rouges, eczéma, éruption, œdème, gonflé*,
        enflé*, respire+mal, mal+à+respirer, plus+respirer, du+mal+à+respirer, détresse+respiratoire, intoxic*,
        empoisonn*, vomi, vomis, vomit, vomir, vomiss*, diarrhée*, nausée*, crampes+(d|à|au), mal+au+ventre,
        maux+de+ventre, gastro, malade*+(après|depuis|à+cause|comme|toute|tous), (malade|malades|vomi*) .. (après|
        depuis|avec) .. (repas|moules|huîtres|poulet|sushi*|plat|pizza|salade|viande|poisson|crème|mangé), (après|
        depuis) .. (repas|moules|huîtres|poulet|sushi*|plat|pizza|salade|viande|poisson|crème) .. (malade*|vomi*|
        lit|toilettes|ventre|gonfl*), rend*+malade, rendu*+malade*, tombé*+malade*, cloué*+au+lit, au+fond+du+lit,
        liée*+au+lit, chuté*, chute, chutes, tombé*+(dans|sur|en|par|de|du|à+cause|et)+.. (escalier*|hanche|tête|
        dos|genou|marche*|sol|quai|trottoir|bus|fort|cassé), tombée*+.. (cassé|fractur*|hanche|escalier*), glissé ..
        (sol|escalier|mouillé|verglas|tombé*|chute|cassé), trébuché, renversé*+par, renversé+(ma|mon|mes|par|un|une|
        mamie)+.. (mère|père|enfant|fils|fille|piéton|cycliste), percuté*, écrasé*+par, heurté*, fauché*, encastré*,
        mordu*, morsure*, piqûre*, punaises+de+lit, dent+(cassée|ébréchée), cassé+une+dent, couronne+.. cass*,
        dentiste+.. (cause|urgence|après|facture), médecin+.. (dit|confirme|constate|certificat|prescrit|arrêt|
        après), certificat+médical, arrêt+de+travail, itt, kiné .. (depuis|séances), minerve, béquilles+depuis,
        attelle, plâtre, plâtré*, écharpe+.. bras, bandage*, agress*, frappé*, tabass*, giflé*, gifle, bousculé*,
        poussé*+(dans|par|au|contre), plaqué*+(au|contre), étranglé*, empoigné*, attrapé*+.. (bras|col|gorge|
        poignet), coups, coup+de+(poing|tête|pied), violent*+(agress*|coup*|frapp*), maîtris* .. sol, fausse+couche,
        décédé*+(à+cause|suite|après|dans), mort*+(à+cause|suite+à|après), fait+un+avc, crise+cardiaque, infarctus,
        surdos*, overdose, infect*, septicémie, antibiotique*, cortisone, mauvais+dosage, brûlure*, brûlé*,
        me+suis+brûlé*, s+est+brûlé*, ébouillanté*, second+degré, ophtalmo+.. urgence, déshydrat*, asphyxi*,
        intubé*, séquelle*, handicapé*+depuis+.. (chute|accident)""",
    Harm.SELF_HARM: """
        suicid*, envie+de+me+tuer, vais+me+tuer, veux+me+tuer, penser+à+me+tuer, se+tuer, s+est+tué,
        me+foutre+en+l+air, se+foutre+en+l+air, mettre+fin+à+(mes+jours|ses+jours|ma+vie|sa+vie|tout+ça|tout+cela),
        j+ai+écrit+.. lettre, lettre+.. enfants, n+attends+plus+rien, n+irai+pas+plus+loin, dormir+près+d+elle,
        rejoindre+(ma|mon)+.. (femme|mari|fils|fille|mère), en+finir+avec, veux+en+finir, finir+avec+(la+vie|tout),
        mourir .. (envie|veux|voudrais|préfère|préférerais), (envie|veux|voudrais|préfère|préférerais|aimerais) ..
        (mourir|crever|disparaître|partir+pour+de+bon|plus+vivre|plus+être+là|plus+me+réveiller|en+finir|
        dormir+pour), (plus|pas) .. (envie+de+vivre|envie+de+continuer|vivre|être+là|me+réveiller|goût+à+rien|
        force+de+vivre|raison+de+vivre|exister), plus+envie+de+(vivre|rien|continuer), plus+vivre, plus+la+force,
        plus+de+raison*, plus+rien+ne+me+retient, aucune+raison+de+(vivre|continuer|rester),
        n+en+peux+plus+(de+vivre|de+la+vie|je|j), suis+à+bout, était+à+bout, au+bout+du+rouleau, au+fond+du+trou,
        je+craque+.. (vie|pont|médicaments), sans+moi .. (tranquille|mieux|heureux|soulag*), (mieux|tranquille*|
        soulag*|heureux) .. sans+moi, sans+issue, pas+d+issue, aucune+issue, plus+d+issue, plus+d+espoir,
        plus+aucun+espoir, (sauter|saute|jeter|jette|balancer|jetée) .. (pont|toit|fenêtre|balcon|train|métro|rails|
        falaise|voie*|vide|immeuble), me+jeter, se+jeter, sous+(un|le)+(train|métro|rer), du+haut+(du|d+un),
        sur+le+(toit|pont|rebord|parapet|quai+.. sauter), sur+les+(rails|voies), me+pendre, se+pendre, pendu*,
        corde, (avaler|avalé|avale|pris|prendre|préparé|prends|gobé) .. (médicaments|cachets|comprimés|somnifères|
        pilules|boîtes|boîte|plaquette*|gélules), (médicaments|cachets|comprimés|somnifères) .. (sur+la+table|
        devant+moi|tous|tout+avaler|prêts|préparé*|à+côté|d+un+coup), surdose, overdose, ouvrir+les+veines,
        m+ouvrir+les+veines, tailler+les+veines, les+veines, lames+de+rasoir, rasoir .. (bras|poignet*),
        me+faire+(du+mal|mal), se+faire+du+mal, me+mutil*, mutil*, scarifi*, me+couper .. (bras|encore|recommence),
        lettre+d+adieu*, lettre+.. (enfants|d+adieu|famille) .. (adieu|partir|écrite), adieux, adieu,
        dernière*+(lettre|nuit+de|heures+de), message+d+adieu, dit+au+revoir+à+tous, idées+(noires|suicidaires|
        sombres), pensées+(noires|suicidaires|sombres), bêtise .. (faire|commette|moi|peur), faire+une+(bêtise|
        connerie), passer+à+l+acte, passage+à+l+acte, tentative+de+suicide, 3114, sos+amitié, ligne+d+écoute,
        marre+de+vivre, marre+de+la+vie, fatigué*+de+vivre, la+vie+ne+vaut, ma+vie+n+a+plus,
        ne+sert+plus+à+rien+de+vivre, plus+être+là, ne+serai*+plus+là, je+ne+serai+plus, serai+plus+là,
        quand+je+ne+serai, (après|avant)+ma+mort, occupez+vous+de+mon+(chat|chien), manquerai+à+personne,
        personne+ne+(me+regrett*|remarquer*|pleurer*), je+n+ai+plus+la+force, voix+dans+ma+tête, les+voix, fusil+..
        (papa|père|moi), tout+arrêter+définitivement, ne+plus+jamais+me+réveiller""",
    Harm.THREAT: """
        (tuer|tue|buter|bute|crever|crève|planter|plante|égorger|égorge|flinguer|flingue|descendre|fumer|massacrer|
        massacre|défoncer|défonce|tabasser|tabasse|frapper|frappe|cogner|cogne|casser|casse|péter|pète|exploser|
        explose|démonter|démonte|éclater|éclate|briser|brise|poignarder|étrangler|saigner|saigne|cramer|crame|
        brûler|brûle|bastonner|buterai|tuerai|casserai|défoncerai|péterai|démolir|démolis|étriper|écraser) .. (vous|
        te|tous|toi|vos|votre|ton|ta|le+livreur|le+chauffeur|leurs|la+gueule|ta+gueule|gueule|tête|jambes|genoux|
        dents|nez|bras|mâchoire|agence|boutique|bureaux|magasin|locaux|siège|vitrine*|entrepôt|crâne|doigts), (vous|
        te|le|les|la|lui|leur|vais|t)+(tuer|tue|buter|bute|crever|planter|égorger|flinguer|fumer|massacrer|défoncer|
        défonce|tabasser|frapper|cogner|péter|exploser|démonter|éclater|poignarder|étrangler|saigner|cramer|tuerai|
        buterai|crèverai|casserai|défoncerai|péterai|fracasser|fracasse), pète+les+(deux+)?(jambes|genoux|dents),
        casser+la+(gueule|figure|tête), casse+la+gueule, la+gueule+(cassée|au+carré|en), péter+la+gueule, mon+poing,
        dans+la+gueule, (mettre|fous|foutre|mets|foutrai|mettrai)+(le+)?(feu), mettre+le+feu, fous+le+feu,
        mets+le+feu, foutre+le+feu, faire+(sauter|cramer|brûler|péter|exploser), fais+sauter, ferai+sauter, bombe*,
        cocktail+molotov, molotov, essence+.. (briquet|bidon|allumette*), bidon+d+essence, jerrican, (batte|couteau|
        flingue|fusil|barre+de+fer|marteau|hache|machette|arme|pistolet|calibre|kalach*|pied+de+biche|masse|cutter|
        carabine|tronçonneuse), barre+de+fer, batte+de+base, (sais|connais|trouver|trouverai|retrouver|retrouverai|
        découvr*) .. (où) .. (habit*|travaill*|gar*|dor*|école|crèche|rentr*), sais+où+(tu|vous|il|elle|il+gare)+..,
        je+sais+où, on+sait+où, j+ai+(sa|ta|votre)+(plaque|adresse), (son|votre|ton)+adresse+.. (viens|venir|passer|
        chercher), (attend*|attends|attendrai|choper|choppe|chope|chopper|guette|cueillir|coincer) .. (sortie|
        parking|ce+soir|en+bas|batte|livreur|tournant|dehors), je+l+attends, (viens|viendrai|venir|débarque|
        débarquer|descends|passe|passerai|reviens|reviendrai|monte) .. (avec) .. (batte|couteau|fusil|potes|frères|
        cousins|bidon|essence|marteau|barre|gars|amis|chien), on+va+venir+à+plusieurs, va+saigner, vont+saigner,
        du+sang, sang+va+couler, (allez|vas|va|vont|regrett*) .. (regretter|payer+cher|payer+très+cher|le+payer|
        comprendre+votre+douleur|pleurer|saigner|souffrir), le+regretter, vous+le+regretterez, regretter*+amèrement,
        le+paiera*, le+payer, allez+le+payer, faites+attention+à+(vous|vos), surveille*+(tes|vos)+arrières,
        arrières, dors*+(d+un|que+d+un)+œil, gare+à+(vous|toi|lui|tes), méritez*+.. (crever|mourir|mort|balle|
        coups), mérite*+.. (crever|mourir|balle|baffe|coups|mort|raclée), une+balle, deux+balles, raclée,
        correction+physique, espère+.. (crev*|mour*|accident|cancer), crevez, crève, crever+.. tous, je+souhaite+..
        mort, à+mort, menace+de+mort, mort+à, finir+à+l+(hôpital|hosto), (hôpital|hosto|cimetière|cercueil) ..
        (envoyer|envoie|finir|mettre|enverrai), à+l+hosto, envoyer+à+l+hôpital, l+aurez+voulu,
        dernier+avertissement, dernière+sommation, ça+va+mal+finir, mal+finir, va+mal+se+passer, je+vous+jure+..
        (quelqu|saigner|tuer|regrett*|venir), rigoler, moins+rigoler, violence, faire+la+peau, ta+peau, votre+peau,
        attentat, fusillade""",
    Harm.LEGAL: """
        avocat*, juriste*, (action|voie|service|suites|protection|conseil*|assistance|démarche*)+juridique*,
        juridiction, justice, (le|devant+le|devant+un|au|un)+juge, juges, tribunal, tribunaux, prud+hommes,
        prudhommes, procès, procédure*+(judiciaire|en|devant|engag*|contre|pénale|civile), procédure+judiciaire,
        poursuiv*, poursuites, poursuite, judiciaire*, en+justice, ester, assign*, assignation, référé,
        action+(de+groupe|collective|en), recours+(collectif|juridique|en|devant|contre|amiable), porter+plainte,
        porte+plainte, porterai+plainte, plainte, plaintes, déposé+plainte, dépôt+de+plainte, plainte+.. (déposée|
        commissariat|police|gendarmerie|pénale), pré+plainte, main+courante, police, commissariat, gendarm*,
        procureur, pénal, pénale, pénalement, délit, infraction, mise+en+demeure, mises+en+demeure, mis+en+demeure,
        mettre+en+demeure, mets+en+demeure, met+en+demeure, sommation, dernier+(avis|rappel|délai)+(avant),
        recommandé .. (demeure|parti|avocat|réception|envoyé|envoie), lrar, lettre+.. accusé, médiateur*,
        médiatrice, médiation, conciliat*, défenseur+des+droits, ombudsman*, dgccrf, signal+conso, signalconso,
        répression+des+fraudes, direction+(départementale|des+fraudes), ddpp, que+choisir, ufc, clcv, 60+millions,
        association+de+(consommateur*|défense|locataire*), associations+de+consommateurs, test+achats, testachats,
        protection+juridique, assistance+juridique, protection+des+(consommateurs|données),
        droit+de+la+consommation, code+(de+la+consommation|civil|pénal|monétaire|du+travail), (la|par+la|une+la|
        contraire+à+la|enfreint+la)+loi, légalement, illégal*, illégalité, illicite*, abusif, abusive*,
        clause+abusive, garantie+légale, vice+caché, vices+cachés, rgpd, cnil, apd, données+personnelles+..
        (plainte|cnil|violation|fuite|effac*|suppr*), fuite+de+données, violation+(de|des|du), droit+(d+accès|
        à+l+effacement|à+l+oubli|de+rétractation+légal), article+(15|17|l), autorité+de+(protection|contrôle|
        régulation|la+concurrence), régulateur, arcep, arcom, acpr, amf, cre, dgac, aviation+civile,
        inspection+(du+travail|économique), spf+économie, ibpt, creg, finma, saisi, saisir, saisis, saisine, saisit,
        saisirai, saisissons, huissier*, commissaire+de+justice, constat+d+huissier, expert+judiciaire, expertise+..
        (appui|contradictoire|indépendante), dommages+et+intérêts, dommages+intérêts, préjudice*, indemnité+..
        (règlement|600|261|due|légale), règlement+(261|ce|européen|n), 261+2004, ce+261, droits+des+passagers,
        discrimin*, racis*, défaut+de+(réponse|paiement|règlement|remboursement), à+défaut+de, faute+de+(règlement|
        remboursement|réponse|quoi), sous+(8|huit|quinze|15|dix|10)+jours, responsab*+civile, responsabilité+..
        engag*, engager+.. responsabilité, escroquerie+.. plainte, rupture+de+contrat, manquement, inexécution,
        nullité, abus+de+(faiblesse|confiance), vol+.. plainte, mon+droit, mes+droits, faire+valoir, preuves,
        pièces+à+conviction, témoins, formell*, officiell*+(réclamation|plainte|conteste*), conteste+formellement,
        opposition+formelle, signalement+(à|au|auprès|fait), signalé*+(à+la|aux+autorités|au), autorités,
        inspection+sanitaire, services+vétérinaires, services+d+hygiène, ars, diffamation, harcèlement""",
    Harm.FRAUD: """
        jamais+(commandé|acheté|souscrit|demandé|effectué|fait), rien+commandé, quelqu+un+(d+autre|utilise|
        a+utilisé|a+accédé|a+commandé|s+est|se+sert|a+pris|a+changé), (adresse|mot+de+passe|numéro|mail) ..
        (changé*|modifié*) .. (pas|moi|quelqu+un|insu), douteux, douteuse*, argent+(disparu|parti|envolé),
        n+existait+pas, n+existe+pas .. (logement|appartement|vendeur|boutique), trop+beau+pour, connecté*+..
        (depuis|russie|brésil|vietnam|étranger|inconnu*), connexion+.. (russie|étranger|inconnu*|pas+moi), carte+..
        (utilisée|volée|copiée|clonée), arnaqu*, arnak*, escroc*, escroqu*, fraude, fraudes, fraudé, fraudeur*,
        frauduleu*, tromperie, filou*, volé*, vol+(de+(données|carte|compte|identité|mon|ma)), voler+(mon|ma|mes),
        voleur*, dérob*, cambriol*, pickpocket*, braqu*, phishing, hameçonn*, smishing, piratage, piraté*, pirate,
        pirates, pirater, hack*, usurp*, (compte|profil|ligne|adresse|mail|carte|numéro) .. (piraté*|hacké*|volé*|
        usurpé*|vidé*|détourné*|cloné*|compromis*|débité*+sans), changement+de+mot+de+passe .. (virement*|puis|
        entrer), virements+à+un, (appartement|logement|location|annonce|vendeur|boutique) .. (existait+pas|
        n+existe+pas|fictif|inexistant*), vidé+(mon|notre|le)+compte, compte+vidé, siphonn*, détourn*, clon*,
        faux+(mail*|sms|site*|message*|conseiller*|profil*|compte*|livreur*|technicien*|appel*|numéro*|agent*|
        billet*|coursier|vendeur*|policier*|contrat|formulaire|lien|avis+de|concours|jeu|annonce*|courrier*|
        chèque*), fausse*+(annonce*|page*|facture*|appli*|adresse|boutique|carte|banque|promo*|offre*|signature|
        identité|livraison), contrefa*, contrefaçon, copie+.. (original|contrefa*), falsifi*, imité*+.. signature,
        imitation, prétend*+(être|conseiller|technicien|livreur|employé|travailler), prétendu*,
        soi+disant+(conseiller|de+chez|technicien|livreur|employé|banque), se+fai*+(passer|passe), se+fait+passer,
        se+faisant+passer, s+est+fait+passer, se+font+passer, passer+pour, à+mon+nom, (ouvert*|souscri*|contrat|
        ligne|crédit|prêt|compte|commande*|abonnement) .. à+mon+(nom|insu), à+mon+insu, à+notre+insu,
        sans+mon+(accord|autorisation|consentement), pas+autoris*, non+autoris*, jamais+(autoris*|souscrit|signé|
        fait+cet|commandé+(ça|cela|ces|ce)|demandé+ce), (quelqu|inconnu*|individu*|personne|type|pirate*|hacker*|
        escroc*|étranger*) .. (connecté*|utilis*|commandé|ouvert|souscrit|acheté|accès|accédé|changé|débité|usurp*|
        retiré|viré|pris+le+contrôle|récupéré|appelé|piraté) .. (mon|ma|mes|notre|compte|carte|nom|identité|numéro|
        code), connexion*+(suspecte*|inconnue*|depuis|étrangère*), appareil+inconnu, (prélèvement*|débit*|achat*|
        paiement*|opération*|virement*|transaction*|commande*|retrait*) .. (inconnu*|suspect*|pas+moi|jamais+fait*|
        pas+fait*|frauduleu*|pas+effectué*|étranger|pas+reconn*|non+reconn*|reconnais+pas|contest*), pas+moi,
        n+était+pas+moi, ce+n+est+pas+moi, c+est+pas+moi, (cliqué|clique) .. lien, lien .. (cliqué|payé|coordonnées|
        carte|code), (code|codes|coordonnées|identifiants|mot+de+passe|numéro+de+carte|carte+bancaire) .. (donné|
        communiqué|saisi+sur|demand*|transmis|dicté|tapé|livré|soutiré), donné+.. (code|codes|coordonnées|
        identifiants|rib), suspect, suspecte, suspects, louche, bizarre+.. (mail|sms|appel|prélèvement), (mail|sms|
        appel|message) .. (louche|suspect*|faux|vraiment+de+vous|bien+de+vous|vient+de+vous|vrai|votre+nom|
        authentique), c+est+(bien+)?vous+(qui|ou), est+ce+(bien+|vraiment+)?(vous|un+faux|une+arnaque),
        votre+colis+est+bloqué, frais+de+(douane|livraison)+.. (sms|lien|carte|payé), payez+1, (€|euros|
        euro)+partis, partis+en+fumée, sim+(swap|échangée|dupliquée|détournée), carte+sim+.. (dupliqu*|remplac*|
        transfér*), ranço*, chantage, extor*, sextorsion, mule, blanchiment, skimming, skimm*, berné*, dupé*,
        roulé*+(dans|par), me+suis+fait+avoir, fait+avoir, tombé*+dans+le+(panneau|piège), piégé*, vendeur+..
        (disparu|envolé|fantôme|bidon|volatilisé), abus+de+(faiblesse|confiance), démarchage+.. (abusif|force|
        fausse), carte+cadeau+.. (code*|vide|arnaqu*), fantôme, spoof*""",
    Harm.HARDSHIP: f"""
        (bloqué*|coincé*|échoué*|abandonné*|perdu*|planté*|seule|dors|dort|dormir|dormons|couch*|attend*|nuit) ..
        (aéroport|gare|quai|autoroute|étranger|rue|froid|nuit|trottoir|ascenseur|tunnel|rame|train|neige|parking|
        pluie|canicule|noir|bord+de+la+route|milieu+de+nulle|frontière|sol|escale|bande+d+arrêt|voiture|banc|
        chaleur), (bloqué*|coincé*)+(à|en|au|dans|devant|sur) .. (enfant*|bébé|mère|nuit|froid|argent|eau|froid),
        bande+d+arrêt, bande+d+urgence, toute+la+nuit+.. (aéroport|dehors|gare|froid|sol), dehors+.. (froid|nuit|
        enfants|bébé|pyjama), à+la+rue, dort+où, où+dormir, nulle+part+où, dors+dans+ma+voiture, (sans|plus+de|
        plus+d|pas+de|pas+d|aucun|ni|coupure+de|coupure+d|panne+de|panne+d) .. (chauffage|eau+chaude|électricité|
        courant|gaz|eau|lumière|nourriture|médicament*|insuline|oxygène|argent+liquide|ressources|revenu*|toilettes|
        hébergement|fioul|logement), sans+(chauffage|eau|électricité|courant|gaz|lumière|manger|argent|ressources|
        revenus|oxygène|insuline|médicaments|traitement|toit|logement|clim|hébergement|liquide), plus+d+eau,
        plus+de+(chauffage|courant|gaz|fioul|lait|médicaments|traitement|couches|clim), pas+de+(chauffage|courant|
        gaz), pas+d+eau, pas+d+électricité, chauffage+.. (panne|hs|coupé|collectif|arrêté|mort|marche+pas),
        chaudière+.. (panne|hs|arrêtée|morte|lâch*) .. (froid|bébé|jours|degrés|depuis|enfant*|hiver|femme|mère),
        (5|6|7|8|9|10|11|12|13|14|cinq|six|sept|huit|neuf|dix|onze|douze|treize|moins)+degrés, moins+(deux|trois|
        quatre|cinq|six|sept|huit|dix)+(degrés|dehors), grelott*, gel*+dehors, gèle, glacial*, il+fait+froid,
        hypotherm*, canicule, étouffante, 36+degrés, 38+degrés, 40+degrés, insuline*, inhalateur, ventoline, asthm*,
        épilep*, diabét*, glycém*, dialys*, chimio*, cancer*, oncolog*, tumeur, oxygène*, respirateur,
        assistance+respiratoire, nutrition+.. sonde, sonde, poches+de+nutrition, stomie, cathéter, incontinence,
        cardiaque*, cœur+(malade|fragile), anticoagulant*, tension+artérielle, pacemaker, greff*, médicament*,
        traitement+(vital|médical|lourd|quotidien), pharmacie+.. (urgence|garde|besoin|traitement), antidouleur*,
        antidépresseur*, urgence+(vitale|médicale|absolue), c+est+urgent, c+est+une+urgence, très+urgent,
        en+urgence, vital*, numéro+d+urgence, soins+palliatifs, palliatif*, fin+de+vie, mourant*,
        en+train+de+mourir, alité*, grabataire, lit+médicalisé, dépendant*, perte+d+autonomie, aide+à+domicile,
        infirmière+à+domicile, paralys*, handicap*, invalid*, fauteuil+roulant, fauteuil+électrique, en+fauteuil,
        déambulateur, béquilles, monte+escalier, aveugle, malvoyant*, mal+voyant*, chien+guide, sourd, sourde,
        autis*, alzheimer, démence, parkinson, sclérose, insuffisan*+respir*, gravement+malade, très+malade,
        longue+maladie, enfant+malade, {_WHO} .. (malade|fièvre|hospitalis*|alité*|hôpital|chimio|oxygène|âgé*|
        dialysé*), fièvre, pneumonie, grippe, convalescen*, sort+d+opération, opér*+(demain|hier|du|de+la|lundi),
        opération+(demain|lundi|prévue|reportée), enceinte*, grossesse, accouch*, contractions, nouveau+né*,
        prématuré*, nourrisson*, (avec|un|mon|notre|de|le|des)+bébé*, bébé+(de|pleure|de+trois), lait+(infantile|
        bébé|maternisé|premier), couches+.. (acheter|plus|bébé|lait), biberon*, semaines+.. (bébé|fille|fils),
        jumelles+de, jumeaux+de, (deux|trois|quatre|cinq|2|3|4|jeunes)+(jeunes+|petits+)?enfants, petits+enfants+..
        (froid|faim|dehors), enfants+en+bas+âge, avec+(mes+|les+|deux+|trois+)?(enfants|gosses|petits|gamins),
        seul*+avec+.. (enfants|petits|bébé|fils|fille|jumelles|jumeaux), mère+(célibataire|isolée|seule),
        parent+isolé, maman+(solo|seule), petite+retraite, je+suis+retraité*, rsa, aah, allocation*,
        minimum+vieillesse, smic, chômage, licencié*, surendett*, resto*+du+cœur, banque+alimentaire, précarité,
        frigo+(est+)?vide, plus+(de+quoi|un+sou|un+centime), (payer|acheter|régler) .. (loyer|courses|manger|
        médicaments|couches|soins), rien+(à|pour)+manger, de+quoi+manger, pour+manger, loyer+.. (payer|impayé|
        demain|rejet*|passe+pas), salaire+.. (bloqué|gelé|disparu), compte+(bloqué|gelé|à+découvert)+.. (manger|
        enfants|loyer|mois), à+découvert+.. (manger|enfants|loyer), fin+de+mois, expuls*, sans+abri, sdf, (mère|
        père|maman|papa|grand+mère|grand+père|mamie|papi|mari|femme|tante|oncle|voisine|voisin|dame|monsieur|
        belle+mère|beau+père|âgé*|âgée) (de+|a+|âgé+de+|âgée+de+|est+)?(70|71|72|73|74|75|76|77|78|79|80|81|82|83|
        84|85|86|87|88|89|90|91|92|93|94|95|96|quatre+vingt*|soixante+dix), j+ai+(70|72|74|75|76|77|78|79|80|81|82|
        83|84|85|86|87|88|89|90|91|92|93)+ans, (mère|père|mari|femme|mamie|papi|parents|dame) .. (75|76|77|78|79|80|
        81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96)+ans, personne*+(âgée*|fragile*|vulnérable*|dépendante*|
        seule*), vieille+dame, vieux+monsieur, sénior*, seniors, ehpad, maison+de+retraite, résidence+(séniors|
        senior|autonomie), téléalarme, téléassistance, bouton+d+alarme, médaillon, alarme+.. (personne|mère|père),
        obsèques, enterrement*, funérailles, inhumation, deuil, veuve, veuf, (mère|père|mari|femme|frère|sœur|fils|
        fille|grand+mère) .. (mourant*|mourir|enterrement), voyage+seul*, (fils|fille|enfant|mineur*|ado|gamin) ..
        (seul|seule|mineur*), mineur+(seul|non), batterie+.. (à|%|4|5|6|7|8|9|3|2), téléphone+.. (batterie|à+plat),
        désespér*, aux+urgences+.. (seul*|enfant|étranger), chute+.. (transport|mère), voie+de+droite,
        il+va+y+avoir+un+mort, détresse, je+vous+en+(supplie|conjure), supplie, malaise, femmes+battues,
        violences+conjugales, ne+plus+sortir+de, coincée+dans+l+ascenseur, ascenseur+.. (fauteuil|étage*|panne|
        handicap*|bloqué*) .. (mère|père|fauteuil|étage|enceinte|personne*|âgé*), dernier+(train|bus|métro)+..
        (parti|supprimé|annulé|raté), seule+de+nuit, nuit+seule""",
}  # fmt: skip

NOT_HARM: Final = """
    (personne|aucun|aucune|pas|sans|ni|plus) .. (blessé*|blessure*|danger|dangereux|blessés|victime*|mort|gravité),
    (pas|aucun|aucune|sans) (de|d)? (incendie|feu|fumée|danger|arnaque|fraude|avocat|urgence|police|violence|
    explosion), heureusement+personne, indemne*, sain*+et+sauf*, (prix|tarif*|frais|coût|facture) .. (arnaqu*|vol|
    voleur*|escroqu*|racket|honteu*|illégal*|abusif|abusive*|explos*|flamb*), (arnaque|vol|escroquerie|racket) ..
    (prix|tarif*), (quelle|une+vraie|vraie|pure|belle|grosse|c+est+de+l|bonjour+l)+(arnaque|escroquerie), du+vol,
    c+est+du+vol, bande+(de|d)+(voleur*|escroc*|arnaqueur*), (vous|ils)+(êtes|sont)+.. (voleur*|escroc*|arnaqueur*|
    bandits), tas+(de|d)+(voleur*|escroc*|arnaqueur*), vol+(annulé|retardé|af|de+nuit|direct|pour|vers|paris|aller|
    retour|intérieur|prévu|du|numéro|complet|sec|est|a|avec|sans|de+retour|de+lundi|de+mardi|de+jeudi|de+vendredi|
    de+samedi|de+dimanche|de+demain|de+ce), volé+(la+vedette|mon+cœur|dans), (attente|file|attendre|queue|musique|
    suspense|chaleur|bugs|lenteur|boulot|fatigue) .. (tue|tuer|tuera|meurs|mourir|mortel*), ça+me+tue, tue+l+amour,
    tuer+(le+temps|l+ennui), me+tue, (mort|morte|morts|mourir|meurs|crève|crever)+(de+(rire|faim|soif|fatigue|honte|
    peur|froid|chaud|trouille|sommeil|jalousie|curiosité|rire)|d+(ennui|envie|impatience)), mdr, je+suis+mort*,
    à+mourir+de, ennui+mortel, mortel+(ce|le|cet|ton|ce+concert|l+ennui), tueur*+(de+prix|en+série), trop+mortel,
    c+est+mortel, batterie+(morte|à+plat|vide), téléphone+est+mort, point+mort, temps+mort, la+mort+(dans|de+mes),
    peine+de+mort, feu+(vert|d+artifice|de+camp|sacré|au+poudre|follet|de+joie|de+signal|orange), feux+d+artifice,
    (tout+feu)+tout+flamme, déclaré+sa+flamme, (mon|le+mis|mettre|mis+le|met+le|mettent+le)+feu+.. (scène|ambiance|
    piste|concert|salle), ambiance+de+feu, qui+met+le+feu, péter+le+feu, mettre+le+feu+(à+la+piste|au+concert|
    à+l+ambiance), explos*+(de+rire|de+saveur*|de+joie|les+prix|mon+forfait|de+goût|de+couleur*), prix+.. explos*,
    j+explose, exploser+de, à+tout+casser, casse+(pas+)?(la+tête|les+pieds|noisette|les+oreilles|croûte|tête|
    bonbons|couilles), (casser|cassent|cassez|prendre|prends|prise)+(la+|de+)?tête, casse+les+(pieds|couilles|
    bonbons), me+cassez, tête+(à+claques|de+gondole|en+l+air|d+affiche), mal+de+tête, prise+de+tête, en+tête, (main|
    mains)+(courante|libre*|d+œuvre|dans|tendue|verte|propres), coup+de+(main|fil|cœur|gueule|foudre|pouce|chapeau|
    pub|barre|téléphone|jeune|vieux|chance|génie|maître), coups+de+(main|fil), du+coup, tout+à+coup, tout+d+un+coup,
    coup+d+(œil|envoi), à+coups+de, beaucoup, sous+la+main, à+la+main, de+main, seconde+main, bras+(de+fer|droit|
    ouverts|m+en+tombent|cassé+figure), en+avoir+plein+le+dos, plein+le+dos, sac+à+dos, dos+à+dos, dos+au+mur,
    sur+le+dos, au+pied+(de|du), pied+(de+la+lettre|à+terre|de+page), pieds+(et+poings|nus|sur+terre), à+pied,
    casse+pied*, cœur+(brisé|d+or), crève+cœur, coûte*+(un+bras|les+yeux|la+peau), yeux+(de+la+tête|fermés|ouverts|
    rivés), les+yeux+.. ouverts, à+vue+d+œil, à+l+œil, mon+œil, clin+d+œil, bouche+(bée|à+oreille|ouverte|
    à+oreilles|trou), nez+(en+moins|au+nez|fin), au+nez, raccroch* .. nez, nez+cassé+figure, dents+(longues|
    blanches), brosse+à+dents, front+(commun|office), peau+(de+chagrin|neuve), gorge+(nouée|chaude), côte+(d+azur|
    d+ivoire|à+côte|de+bœuf), côtes+(de+porc|d+agneau|du+rhône), oreille+(attentive|musicale), oreilles+qui,
    poing*+liés, pouce*+(bleu|en+l+air|levé), doigts+(croisés|de+pied|d+honneur), au+doigt, montrer+du+doigt,
    à+deux+doigts+de+(changer|résilier|craquer|partir|annuler|pleurer|quitter|tout), plâtre+(mural|à+prise),
    rouge+(à+lèvres|et|ou|bordeaux), vin+rouge, croix+rouge, brûl*+(les+étapes|calories|d+envie|d+impatience|
    de+graisse*), question+brûlante, crème+brûlée, odeur+de+(rose|fleur|neuf|lavande), malade+de+rire,
    malade+mental, un+truc+de+malade, de+malade, c+est+un+malade, foie+malade, sang+(froid|chaud|pour), mon+sang+..
    tour, bon+sang, au+sang, don+de+sang, prise+de+sang, fait+du+mauvais+sang, se+faire+du+mauvais, bombe+(de+bain|
    atomique+ce|cette+série), c+est+la+bombe, de+la+bombe, bombe+(ce|cet|cette|album|à+raser), fumée+(sans+feu|
    blanche), saumon+fumé*, fumé+(au+bois|artisanal), non+fumeur, fumer+(interdit|dans|dehors|sur), tuer+..
    ambiance, arme+(fatale|à+double), faux+(départ|plat|ami|jeton|semblant|pas|cils|bois|cuir|marbre|raccord|
    contact|filet|numéro+composé|ongles), à+faux, c+est+faux, est+faux, tout+faux, (numéro|prix|adresse|info*|
    montant|horaire*|calcul|total|date|c|sont|total|était|code) (est+|sont+|était+)?(faux), faux+(prix|montant|
    horaire*|code|tarif|total|article), fausse+(joie|route|note|alerte|couche|manœuvre|information|info|
    adresse+saisie|date), fausse*+(alerte|note|info*|route|joie|nouvelle*|excuse*|promesse*|idée*|modest*|piste),
    faux+.. problème, faux+espoirs, pirate*+(des+caraïbes|informatique+film|déguisement), bateau+pirate, hackathon,
    life+hack*, fantôme+(de+l+opéra|ce+film), train+fantôme, fermentation, juge*+(par|vous|que|utile|bon|pas|trop|
    important|nécessaire|les+gens|de+ligne), je+juge, juger, sans+juger, justice+(league|sociale|pour+les),
    loi+(de+murphy|du+plus|des+séries|du+marché), légalité, belle+mère+.. (loi), saisi*+(mon|le|ma|les|du|des|de|un|
    numéro|l|votre|adresse|code|email|correct*|obligatoire|manuel*|bien+saisi|l+occasion|pas), saisir+(mon|le|ma|
    les|un|l|votre|numéro|adresse|code|de), saisis+(pas|mon|le|l|ma|bien), constat+(est|que|:|amer|simple|amiable|
    sinistre|c), même+constat, triste+constat, police+(d+assurance|de+caractère*|d+écriture|n°|numéro|habitation|
    auto), numéro+de+police, ma+police, notre+police, votre+police, la+police+(auto|habitation), procès+d+intention,
    sans+autre+forme+de+procès, recours+(à+un+technicien), preuve*+(d+achat|de+livraison|de+paiement|de+domicile|
    que), coupure+(pub|publicitaire|de+presse), courant+(novembre|du+mois|de+semaine|janvier|juin|mars|alternatif|
    avril|mai|juillet|décembre|octobre), au+courant, tenir+au+courant, tenez+moi+au+courant, eau+(de+parfum|
    de+toilette|gazeuse|minérale|de+cologne), lumière+(bleue|du+jour|sur), mettre+en+lumière, bébé+(requin|animaux|
    chat*|chien*), aveugle+(confiance|ment), confiance+aveugle, test+aveugle, dégust*+.. aveugle, sourde+oreille,
    dialogue+de+sourds, enceinte*+(bluetooth|connectée*|sonos|portable*|acoustique*|sans|du|de+la|pour|nomade*|
    audio|hifi), (une|mon|vos|l|les|votre|petite|paire+d|deux|mes)+enceinte*, couches+(de+peinture|logicielles|
    jouées), plusieurs+couches, fièvre+(acheteuse|du+samedi|des+soldes), retraité*+ministre, deuil+(de+mon+colis|
    de+ma+commande), cancer+(du+service|de+la+société|signe|astro*), signe+cancer, désespér*+housewives,
    mort+de+lassitude, seul*+(problème|bémol|point|regret|hic|souci|truc|défaut), seuls, perdu*+(dans+la|mon+temps|
    patience), (colis|bagage*|valise*|paquet*|commande*) .. (bloqué*|coincé*|perdu*|abandonné*), site+bloqué,
    compte+bloqué+(pour|après)+trois, carte+avalée"""
