"""German."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.harm import Harm

_LIMB: Final = """
    (hand|hände|finger*|daumen|arm|arme|armen|unterarm*|handgelenk*|ellenbogen|schulter*|bein|beine|schienbein*|
    knie|knöchel|fuß|füße|zeh|zehen|hüfte*|rücken|nacken|hals|kopf|stirn|gesicht|auge|augen|lippe|lippen|mund|zunge|
    zahn|zähne|schneidezahn|backenzahn|nase|kiefer|kinn|haut|rippe*|brust|ohr|ohren|schlüsselbein|wirbel*|
    oberschenkel*|becken|sehne*|kopfhaut)"""
_HURTS: Final = """
    (gebrochen*|bricht|abgebrochen*|verbrannt*|verbrüht*|brennt|blutet*|blutig*|blutend*|geblutet|geschwollen*|
    angeschwollen*|zugeschwollen*|schwoll|geprellt|verstaucht|aufgeschnitten|geschnitten|aufgeschlitzt|eingeklemmt|
    gequetscht|verletzt*|ausgerenkt|ausgekugelt|taub|rot|wund|genäht|verbunden|verband|gips|schiene|aufgeschürft|
    gestaucht|verdreht|gerissen|schmerz*|weh|blau|ausschlag|pusteln|blasen|gezerrt|angeknackst|ausgeschlagen|
    zertrümmert|vernarbt|gestoßen|angeschlagen|platzwunde|tränen|juckt|ab)"""
_THING: Final = """
    (ladegerät*|akku*|handy*|steckdose*|stecker*|netzteil*|kabel*|toaster*|wasserkocher*|herd|ofen|backofen|
    fritteuse|heizung*|heizlüfter|boiler|therme|gastherme|trockner|waschmaschine|spülmaschine|kühlschrank|lampe*|
    leuchte|roller|scooter|ebike|bike|powerbank|router|heizdecke|bügeleisen|fön|föhn|mikrowelle|gerät|maschine|
    motor|bus|wagen|auto|trafo*|sicherungskasten|zähler*|staubsauger|wallbox|verteilerkasten|kaffeemaschine|mixer|
    glätteisen|fernseher|laptop|bohrer|mehrfachstecker|weihnachtsbeleuchtung|lichterkette|platine)"""
_WHO: Final = """
    (baby|säugling|kind|kinder|kindern|sohn|tochter|mutter|mama|vater|papa|oma|opa|mann|frau|eltern|schwiegermutter|
    schwiegervater|nachbarin|rentner*|familie|großmutter|großvater|tante|onkel|bruder|schwester|enkel*|kleinkind*)"""

HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: f"""
        {_LIMB} .. (verbrannt*|verbrüht*|blasen|geschnitten|aufgeschnitten|eingeklemmt|gequetscht|gewischt|stiche|
        genäht|schnitt*|abgebrochen), (verbrannt*|verbrüht*|blasen|geschnitten|aufgeschnitten|eingeklemmt|
        gequetscht|gewischt|stiche|genäht|schnitt*|abgebrochen) .. {_LIMB}, allergische*+(reaktion*|schock),
        anaphyla*, lebensmittelvergift*, verbrennung*, verbrüh*, zahn+.. (stein*|glas|metall|hart*),
        scharfe*+(kante*|ecke*|stelle*|metall*|plastik*), scharfkantig*, rasiermesserscharf, kippt .. um, kippte ..
        um, umgekippt, wackelig*, instabil, magnete*, knopfzelle*, kordel .. hals, zu+heiß, so+heiß, glühend*,
        kochendes+wasser, kochend+heiß, batteriesäure, säure, läuft+.. aus, (benzin|gas|säure|öl) .. (läuft|
        ausgelaufen|tropft|tritt), wasser .. (steckdose|lampe|sicherungskasten|verteiler|stromkasten),
        rostige*+(nagel|schraube|klinge), nagel+(ragt|steht), bleichmittel, reiniger .. (flasche|getränk),
        reifen+(geplatzt|platzte), radmutter*, (schraube|schrauben|bolzen|mutter) .. (los*|locker*|fehl*|gelöst|
        abgebrochen|rausgefallen|vergessen), sicherung+(raus|rausgeflogen|fliegt|flog|geflogen|durch*), sicherung ..
        (raus|rausgeflogen|geflogen|fliegt), fi+(schalter|fliegt|flog), kurzschluss*, kurzschluß, wird+(so+|
        richtig+|sehr+|extrem+|total+)?heiß, wurde+(so+|richtig+|sehr+|extrem+|total+)?heiß, heiß+(wie|genug|
        geworden), aufgebläht*, aufgequollen, bläht, ausgelaufene*+(batterie*|akku*), spuren+von, enthält .. (nüsse|
        erdn*|milch|gluten|ei|haselnüsse), nehmt .. (markt|regal|verkauf|verkehr), stoppt+.. verkauf, zieht+..
        (verkehr|markt), bevor+(noch+)?(jemand|was|etwas|ein+kind|einer), bevor+.. passiert, sonst+passiert, (was|
        etwas)+passiert, warnt*+(andere|die+leute|bitte), im+mund, verschluckt .. (kind|sohn|tochter|baby|teil),
        unfallgefahr, brand, brannte, gebrannt, brennt, feuer, verbrannte*+(kabel|stecker), stromführend,
        metallstück*, metallteil*, glasstück*, plastikteil*, etwas+hartes, auf+was+hartes, gebissen+.. (hart*|stein|
        glas|metall), loch+im+(gehweg|boden|bahnsteig), tür .. (eingeklemmt|arm|kind), türen+.. (eingeklemmt|
        schließen+.. kind|offen), spalt, bahnsteigkante, stürzen .. (gefahr|kind|treppe), abgestürzt .. (kind|regal|
        schrank|decke), feuer+gefangen, fing+feuer, fängt+feuer, in+flammen, flammen, stichflamme*, in+brand,
        (brand|feuer|stolper|verletzungs|explosions|unfall|erstickungs|lebens|rutsch|sturz)gefahr*, brandgefahr*,
        brandgeruch, brandherd, feuerwehr*, feuerlöscher, abgebrannt, (haus|bude|wohnung|auto|küche|hütte|keller) ..
        (angezündet|abgebrannt|abgefackelt|brennt|brannte), {_THING} .. (brennt|brannte|raucht*|rauch|qualm*|
        geschmort|schmort|verschmort|verkohlt|geschmolzen|schmilzt|verschmolzen|heiß|glüht|glühend|knallt|knall|
        funken|explodier*|explosion|gewischt|schlag|stromschlag|aufgebläht|bläht|aufgequollen|überhitz*|stinkt|
        schwarz|durchgebrannt|zischt|dampft), (rauch|qualm|funken|flammen) .. {_THING}, rauch+aus, raucht, rauchte,
        rauchen+angefangen, qualmt*, qualm, rauchentwicklung, schmort*, geschmort, verschmort*, angeschmort*,
        kokelt*, verkohlt*, funken, funkt+und, funkensprühend, explodiert*, explosion*, in+die+luft+geflogen,
        geplatzt .. (flasche|glas|scheibe|akku|reifen), (flasche|scheibe|glas|tür|akku|deckel) .. (geplatzt|
        zersprungen|explodiert|zersplittert), stromschl*, elektroschock*, stromstoß, elektrischer+schlag, (einen|
        nen|ne|eine) (schlag|gewischt|gewischtn|stromschlag) .. (bekommen|gekriegt|verpasst|gekrieg|wenn|beim),
        eine+gewischt, einen+gewischt, unter+strom, kriegt .. gewischt, blanke*+(kabel|draht|drähte|leitung*),
        offene*+(kabel|leitung*|schacht), freiliegend*, kabel .. (hängt|hängen|frei|blank|lose), stromkasten,
        (riecht|roch|stinkt|stank|geruch) .. (gas|verbrannt*|verschmort*|verkokelt|rauch|benzin|plastik|chemie|
        kabel|brand|faulen+eiern|chemikalien|lösungsmittel|gummi), gas*+(riecht|geruch), gasgeruch, gasleck*,
        gas+(tritt|ausgetreten|austritt), gasaustritt, nach+gas, kohlenmonoxid*, co+melder, co+warner, giftig*,
        vergift*, verseucht, schadstoff*, asbest, salmonellen, listerien, keime, schimmel .. (essen|brot|gegessen|
        joghurt|packung), verdorben* .. (gegessen|fleisch|fisch), glassplitter*, glasscherbe*, scherbe*, (glas|
        metall|plastik|splitter|schraube|nagel|draht|nadel|stein|knochen|metallspäne|metallsplitter|plastikteil*|
        plastikstück*|fremdkörper|maden|klinge|steinchen|rasierklinge|scherben|glasstück) .. (in|im|drin) .. (essen|
        salat|suppe|glas|brot|joghurt|soße|müsli|pizza|brei|wurst|keks*|schokolade|milch|getränk|flasche|dose|
        packung|tüte|babybrei|babynahrung|hackfleisch|käse|reis|marmelade|spielzeug|gemüse|spinat|brötchen|burger|
        smoothie), fremdkörper, metallspäne, plastikstücke, metallsplitter, steckt .. im+(essen|brot), splitter ..
        (biss|gebissen), auf .. (glas|metall|stein*|splitter|glassplitter) .. gebissen, (bremse|bremsen|lenkung|
        lenker|airbag|gurt|kindersitz*|sicherheitsgurt|hinterradbremse|vorderradbremse) .. (versag*|ausgefallen|
        defekt|gebrochen|greif*|nicht|geht+auf|öffnet|löst|klemmt|lose|reagier*|blockier*|locker|abgebrochen|
        ausgehakt|riss|gerissen), bremst .. nicht, (tür|türen|waggontür|bustür|klappe|gitter|rampe) .. (während|
        fahrt|fahren|offen+gefahren|offener|aufgegangen|ging+auf), (mit+offene*+tür*), (rad|leiter*|leitersprosse|
        geländer|decke|dach|regal|hochbett|balkon*|stufe|treppe|stuhl|bank|schaukel*|rutsche|aufzug|fahrstuhl|lift|
        schrank|fernseher|kinderbett|babybett|gitterbett|wickeltisch|pedal|sattel|klettergerüst|spiegel|platte|
        deckenplatte|ziegel|schild|sprosse|hochstuhl|gondel|messer|klinge) .. (gebrochen|bricht|brach|abgefallen|
        runtergefallen|heruntergefallen|heruntergekommen|eingestürzt|eingekracht|zusammengebrochen|zusammengekracht|
        umgekippt|umgefallen|kippt|gelöst|löst|locker|lose|wackelt|weggebrochen|nachgegeben|durchgerostet|
        abgestürzt|abgerissen|ab|abgesackt|gestürzt|sackt*|ruckt|morsch), stürzt+ein, eingestürzt, eingekracht,
        einsturz*, gefährlich*, lebensgefährlich*, gefahr, gefahren*+(stelle|quelle*), gefahrenstelle*,
        lebensgefahr, unsicher*+(gerät|gebäude), todesfalle, hätte* .. (tot|tödlich|sterben|umbringen|abbrennen|
        umkommen|abfackeln|verletzen|verletzt|ersticken|draufgehen|schlimm*|brennen|ins+auge|angezündet|
        passieren+können|erschlagen), (könnte|kann|wird) .. (jemand|kind|einer|leute|tote) .. (sterben|verletz*|
        umkommen|tot|verunglück*|tote), erst .. (jemand|einer|tote|toter|kind) .. (stirbt|sterben|tot|verletzt|
        passier*|verunglück*), um+ein+haar, beinahe .. (überfahren|angefahren|erstickt|gestürzt|verbrannt|
        verschluckt|getroffen|tot|erschlagen|zusammengestoßen), fast .. (überfahren|angefahren|erstickt|verschluckt|
        erschlagen|umgekommen|gestorben|überrollt|umgefahren), schaltet .. von+selbst+ein, von+selbst+an, (mg|
        milligramm)+statt, statt .. (mg|milligramm), knapp+entgangen, erstick*, verschluck*, stranguli*, (fahrer|
        busfahrer|pilot|lokführer|zusteller) .. (betrunken|alkohol|handy|eingeschlafen|gerast|rast|rote+ampel|
        bei+rot|telefonier*), bei+rot, raserei, rast .. (schule|spielstraße|wohngebiet), geisterfahrer,
        rückrufaktion*, produktrückruf, ruft+das+zurück, zurückrufen .. (produkt|charge|modell|müssen), vom+markt,
        aus+dem+(verkehr|regal|verkauf), allergen*, (nüsse|haselnuss*|erdnuss*|milch|gluten|ei|sellerie|sesam) ..
        (nicht|falsch|trotz|obwohl) .. (deklariert|gekennzeichnet|angegeben|frei|allergi*), rutschig, spiegelglatt,
        glatteis, nicht+gestreut, eisglatt*, gullideckel, kanaldeckel, rauchmelder, notausgang*, fluchtweg*,
        evakuier*, (falsches|falsche) (medikament*|dosis|dosierung|tabletten|arznei*|wirkstoff), steht+unter+strom,
        hochgegangen, knall .. (rauch|licht|sicherung), aufzugnotruf, warnt .. (käufer|andere*|kunden)""",
    Harm.INJURY: f"""
        {_LIMB} .. {_HURTS}, (gebrochen*|verbrannt|verbrüht|geschnitten|verletzt|gequetscht|eingeklemmt|geprellt|
        verstaucht|aufgeschlagen|gestoßen|stiche|wunde|bisswunde|splitter|schürfwunden|riss) .. {_LIMB}, verletz*,
        unverletzt+ist, wunde, wunden, platzwunde*, schürfwunde*, schnittwunde*, blutet*, blutend*, geblutet,
        blutung*, blutüberströmt, überall+blut, krankenhaus*, klinik, notaufnahme*, notarzt*, notärztin,
        rettungswagen, krankenwagen, rettungsdienst, rettungshubschrauber, sanitäter*, intensivstation, operiert,
        genäht, stichen+genäht, stiche+an, gehirnerschütter*, schädel*, bruch, armbruch, knochenbruch*, rippenbruch,
        beinbruch, fraktur*, prellung*, verstauch*, quetschung, bluterguss, blutergüsse, blaue*+fleck*, verbrüh*,
        verbrennung*, verbrannt .. (mich|mir|sich|dich|uns|ihn|ihre|finger|hand), brandwunde*, brandblase*,
        brandverletzung*, blasen, brandnarbe*, narbe, narben, schleudertrauma, bewusstlos*, ohnmächtig, ohnmacht,
        kollabiert, kreislaufkollaps, zusammengebrochen .. (mutter|vater|frau|mann|kind|fahrgast), umgekippt ..
        (frau|mann|fahrgast), krampfanfall, allergische*+(reaktion*|schock), allergieschock, anaphyla*, ausschlag,
        hautausschlag, pusteln, quaddeln, angeschwollen, zugeschwollen, geschwollen*, atemnot,
        luft+(mehr+)?bekommen, keine+luft, kriegt*+keine+luft, lebensmittelvergift*, vergift*, fischvergiftung,
        (mich|sich|muss|musste|nur|pausenlos|haben+uns)+übergeben, übergibt, übergab+sich, erbroch*, erbricht,
        erbrechen, gekotzt, kotzt, kotzen, kotz, gespuckt .. nacht, durchfall, brechdurchfall, magenkrämpfe,
        bauchkrämpfe, bauchschmerzen, übelkeit, ist*+übel, mir+(ist+)?(schlecht|übel), schlecht+geworden, speiübel,
        über+der+schüssel, überm+klo, über+dem+klo, liegt+flach, lieg*+.. flach, liegen+.. flach, (seit|nach|von) ..
        (essen|mahlzeit|lachs|fisch|hähnchen|muscheln|salat|sushi|döner|eis|pizza|menü) .. (schlecht|krank|übel|
        elend|flach|bett|klo|krämpfe|magen*), (krank|elend) .. (nach|von|seit) .. (essen|genuss|verzehr|creme|
        fleisch|eurem|ihrem), krank+geworden, gestürzt, sturz, stürzte, hingefallen, hinfiel, runtergefallen ..
        (treppe|rücken|kind), ausgerutscht, rutschte+aus, umgeknickt, gestolpert, angefahren, überfahren,
        umgefahren, umgerannt, gerammt .. (mich|kind|radfahrer), gebissen .. (hund|mich|bettwanzen|zahn),
        bettwanzen, hund+(hat+)?gebissen, zahn .. (abgebrochen|ausgebissen|raus|kaputt), füllung+(raus|verloren),
        krone+(raus|abgebrochen), zahnarzt .. (wegen|rechnung|danach|not), arzt .. (sagt|meint|bestätigt|attest|
        musste|mussten|deswegen|stellte), beim+arzt, hausarzt .. (wegen|sagt), attest .. (arzt|krankenhaus|verletz*|
        liegt), krankgeschrieben, arbeitsunfähig, schmerzen, schmerzensgeld, gips, krücken, geschlagen .. (mich|
        worden|kontrolleur|security|sohn), angegriffen .. (mich|worden|körperlich), körperverletzung, handgreiflich,
        tätlich*, geschubst, gestoßen .. (treppe|boden|mich), niedergeschlagen .. (wurde|worden), zu+boden, gewürgt,
        gepackt .. (arm|hals|kragen), am+arm+gepackt, am+arm+gezerrt, geohrfeigt, fehlgeburt, gestorben .. (weil|
        wegen|durch|an), schlaganfall, herzinfarkt, überdos*, überdosis, infektion, entzünd*, antibiotik*,
        kortison*, cortison*, falsche+dosis, wund, augenarzt, verätz*, tränende*, dehydriert, ausgetrocknet""",
    Harm.SELF_HARM: """
        nicht+mehr+hier+sein, nicht+mehr+aufstehen .. (will|leben), weiß+nicht+mehr+weiter,
        weiß+ich+nicht+mehr+weiter, keine+lust+mehr+(zu+leben|auf+das+leben|auf+leben), keinen+bock+mehr+(zu+leben|
        auf+leben|auf+das+leben), leben+(satt|nicht+mehr|hat+keinen|müde), kein+leben+mehr, (freund|freundin|bruder|
        schwester|mutter|vater|sohn|tochter|mitbewohner|sie|er) .. (suizid*|umbringen|das+leben+nehmen|etwas+antun|
        verabschiedet|sterben+will|selbstmord*), springen+werde, werde+springen, alles+beenden, beende+(alles|es|
        mein), ich+beende, für+immer+(schlafen|weg|gehen), gehe+heute, sterben, selbstmord*, suizid*, umbringen ..
        (mich|will|mir|werde|selbst), mich .. umbringen, bringe*+mich+um, bring+mich+um, mich+um+zu+bringen,
        mich+umzubringen, sich .. umbringen, sich+umzubringen, umgebracht .. sich, sich+.. (umbringt|umgebracht),
        (das|sein|ihr|mein|leben) .. leben+(nehmen|zu+nehmen|beenden|zu+beenden), leben .. (nehmen|beenden|
        ende+setzen|ein+ende), das+leben+nehmen, mir .. leben .. nehmen, leben+genommen, (nicht|nimmer) (mehr|
        länger) .. (leben|dasein|da+sein|weiterleben|aufwachen|existieren), nicht+mehr+(leben|da+sein|aufwachen|
        weiterleben|hier+sein|weitermachen|können+leben), will+nicht+mehr, mag+nicht+mehr, nicht+mehr+weiter, (ich|
        er|sie)+(kann|halte)+(es+|das+|einfach+)?nicht+mehr, keinen+(sinn|ausweg|grund)+(mehr|im+leben|zu+leben|
        sehe), kein+ausweg, keine+kraft+mehr, (keine|nur)+kraft+(mehr|zum+leben), lebensmüde, todessehnsucht,
        sterben+(will|möchte|wollen|wollte), (will|möchte|wollte|nur+noch)+(nur+noch+|einfach+|jetzt+)?sterben,
        lieber+tot, wäre*+ich+.. tot, tot+wäre*, tot+sein, nie+geboren, ritz*, selbstverletz*, selbst+verletz*,
        mich+(selbst+)?(verletzen|schneiden|ritze|ritzen), schneide+mich, (ohne+mich)+(besser|ruhiger|
        leichter)+dran, besser+dran+ohne+mich, ohne+mich .. (besser|ruhe|leichter|dran), (welt|familie|kinder|alle)
        .. ohne+mich, (vor+den|vor+die|vor+einen|vorn)+(zug|bahn|auto|lkw|ubahn), von+der+brücke, von+einer+brücke,
        auf+der+brücke, brückengeländer, vom+dach, auf+dem+dach, auf+den+gleisen, springen .. (brücke|dach|zug|
        balkon|fenster|hochhaus), springe .. (brücke|dach|zug|balkon|fenster), aufhängen .. mich,
        häng*+ich+mich+auf, hänge+mich+auf, mich .. (aufhängen|erhängen|erschießen|vergiften), erhängen, strick,
        tabletten .. (liegen|geschluckt|alle|genommen|nehmen|bereit|gesammelt|schlucken|vor+mir|hand), (alle|
        sämtliche|ganze+packung) .. (tabletten|pillen|schlaftabletten), schlaftabletten, überdosis, abschiedsbrief*,
        abschied .. (genommen|geschrieben|für+immer|gepostet|nehmen), verabschiedet .. (allen|für+immer|tabletten|
        netz), abschiedspost*, letzte*+(worte|nachricht+von|nacht+meines), mach*+schluss .. (leben|mit+allem|
        mit+mir), schluss+mit+(allem|dem+leben|mir), schluss+zu+machen, ende+(setzen|zu+setzen|machen), ein+ende,
        vorbei+mit+mir, wenn+ich+(weg|nicht+mehr|tot)+(bin|da|da+bin), wenn+ich+nicht+mehr+(da|bin|lebe),
        nicht+mehr+da+bin, bin+ich+nicht+mehr+da, es+morgen+nicht+mehr+(gibt|geben), dann+bin+ich+weg, gedanken ..
        (leben|tod|sterben|umbringen|beenden|springen), denke .. (sterben|tod|leben+zu+nehmen|schluss+zu|
        umzubringen), dunkle*+gedanken, krisendienst, telefonseelsorge, seelsorge*, dummheit* .. (mache|begeht|
        antun|anstell*), was+an*tun, etwas+anzutun, was+anzutun, etwas+an*, antun .. (mir|sich|etwas|was), mir+..
        antun, sich+.. (antun|antut|anzutun), was+angetan, einfach+nicht+mehr+aufwachen, hat+(doch+|
        alles+)?keinen+sinn+mehr, nichts+(mehr|hält)+.. (leben|hält), am+ende+meiner+kraft, stimmen .. (kopf|wieder|
        zurück), niemandem .. auffallen, keiner .. vermissen, niemand .. vermissen, keine+zukunft, ich+(packe|pack|
        schaff|schaffe|ertrage|ertrag)+(es|das)+(alles+|einfach+)?nicht+mehr""",
    Harm.THREAT: """
        (bring|bringe|bringen|mache|mach|machen|schlage|schlag|schlagen|steche|stech|stechen|knall|knalle|knallen|
        schieß|schieße|schiesse|schießen|hau|haue|prügel|prügle|zünde|zünd|zünden|fackel|fackle|fackeln|spreng|
        sprenge|sprengen|jage|jag|trete|tret|polier|poliere|breche|brech|brechen|reiß|reiße|box|töte|töten|
        erschieß*|erwürg*|kriege|krieg|hol|hole|find|finde) .. (euch|dich|sie|ihn|ihm|dem|dir|ihr|den|eure*|deine*|
        ihre*|alle|jeden|laden|bude|fresse|filiale) .. (um|kalt|fertig|tot|ab|an|nieder|zusammen|hoch|ein|platt|
        brand|luft|hals|genick|beine|kopf|zähne|fresse|krankenhaus|klein|krankenhausreif|weg|knochen|kurz|schädel|
        messer|rein|nase|finger|arme), (bring|bringe|bringen|stech|steche|knall|knalle|mach|mache)+(euch|dich|ihn|
        sie|den|alle)+(alle+|jetzt+|noch+)?(um|ab|kalt|fertig|alle|platt), ich+(töte|erschieße|erwürge|ersteche)+,
        umleg*+(euch|dich), umbringen .. (euch|dich|ihn|fahrer|sie+alle), (euch|dich|ihn|den|fahrer|sie) ..
        (umbringen|abstechen|abknallen|kaltmachen|totschlagen|zusammenschlagen|verprügeln|erschießen|aufschlitzen|
        abfackeln|anzünden|umlegen|abmurksen|vermöbeln|erwürgen|windelweich|krankenhausreif|krankenhaus+bring*|
        plattmachen), (schlag*|hau*) .. (fresse|zähne|schnauze|maul|gesicht|kopf|schädel|laden|bude|nase|
        kurz+und+klein), fresse+(polier*|ein|dick), aufs+maul, über+den+haufen, auf+die+fresse, kurz+und+klein,
        in+die+fresse, eins+auf, eine+rein, zähne+(aus|ein|raus), beine+brech*, knochen+brech*, (zünde|zünd|fackel|
        fackle|brenn|brenne|stecke|steck|spreng|sprenge) .. (an|ab|nieder|brand|luft), in+brand+(stecken|setzen|
        steck*), anzünden, niederbrennen, abfackeln, in+die+luft+(jagen|jage|sprengen|fliegen|fliegt), sprengen,
        bombe*, molotow*, brandsatz, benzin* .. (feuerzeug|kanister|streichh*), benzinkanister, mit ..
        (baseballschläger|messer|knüppel|brechstange|hammer|axt|schlagstock|kanister|pistole|eisenstange|waffe|
        machete|beil|vorschlaghammer|schläger), baseballschläger, brechstange, eisenstange, knarre, pistole, (weiß|
        wissen|finde|find|krieg|kriege|weiss) .. wo .. (wohn*|arbeit*|park*|haus|schule|lebt|lebst|wohnt), wo+(du|
        ihr|er|sie|der)+(wohn*|arbeite*|park*|lebst), rausfinden+wo, weiß .. wann .. (feierabend|schluss|dienst*|
        schicht), (weiß|weiss|kenne) .. (adresse|kennzeichen|feierabend|schichtplan|auto), (werdet|wirst|werden|
        wird) .. (bereuen|büßen|bluten|bezahlen+dafür|dafür+bezahlen|noch+sehen|leid+tun), (bereuen|büßen)+(werdet|
        wirst|werden), (werdet|wirst|wird) (es|das|ihr|du|der)? .. (bereuen|büßen|bluten), es+(noch+)?bereuen,
        noch+bereuen, dafür+büßen, wird+blut, blut+fließen, fließt+blut, blut+fließt, (pass|passt|passen) .. auf ..
        (rücken|kinder|nachts|heimweg|gut|umdreh*), gut+auf+(dich|euch|sich)+auf, nimm+dich+in+acht,
        nehmt+euch+in+acht, zieht+euch+warm+an, (komm|komme|kommen|steh|stehe|tauch|tauche) .. (vorbei|bei+euch|
        filiale|zu+euch|laden) .. (messer|schläger|kanister|hammer|axt|leute*|jungs|hund|dann|klatscht|knallt|
        kracht|rummst|scherben), dann+(knallts|knallt+es|krachts|rumst+es|klatscht+es|brennt+es|setzts),
        sonst+(knallts|knallt+es|krachts|setzt+es+was|brennt+es|passiert+was|passiert+noch), (warte|wart|warten|
        lauere|lauer) .. (parkplatz|feierabend|ausgang|auf+den+fahrer|auf+ihn|vor+der+tür+auf|draußen+auf|abpass*),
        abpassen, auflauern, lauer*+.. auf, (schick|schicke|bring|bringe) .. (jungs|brüder|cousins|leute) .. vorbei,
        (erschossen|aufgehängt|erschlagen|gehängt|an+die+wand|vergast|verprügelt) .. (gehört|gehören|gehörst|sollte|
        werden|gestellt), gehör*+.. (erschossen|aufgehängt|verprügelt|erschlagen|geschlagen|tracht),
        an+die+wand+gestellt, verreck*, krepier*, hoffe .. (stirbt|sterbt|verreckt|krepiert|brennt), tod+wünsch*,
        wünsche .. tod, tote*+(mann|geben|wird), gibt+(es+)?tote, letzte+warnung, amok*, amoklauf, gewalt,
        kugel+(in|im|durch), krankenhaus+(bringen|prügeln|schlagen|bring*), ins+krankenhaus+(bring*|prügel*|
        schlag*), umnieten, dran+glauben, kaltmachen, hals+umdreh*, gurgel+umdreh*, hals+um, genick""",
    Harm.LEGAL: """
        anwalt*, anwält*, *anwalt, *anwältin, *anwälte, *anwalts, *anwälten, rechtsanw*, kanzlei, jurist*, verklag*,
        klage, klagen, klagt+gegen, klageschrift, sammelklage*, musterklage, *klage, gericht, gerichts*,
        gerichtlich*, *gericht, vor+gericht, richter, rechtlich*, rechtsweg, rechtsschutz*, rechtswidrig*,
        rechtsbruch, rechtsverstoß, gesetzeswidrig, gesetzlich*+(frist|verpflichtet|gewährleistung|anspruch*),
        illegal*, strafbar, straftat*, strafrechtlich*, strafantrag*, strafanzeige*, anzeige+(erstatt*|ist|läuft|
        habe|gegen|wegen|bei|raus|aufgegeben|gestellt|geht|erst*), anzeigen .. (euch|sie|polizei|werde), zeige ..
        an, zur+anzeige, anzeige, angezeigt, polizei, polizeilich*, polizeibericht, kripo, staatsanwalt*,
        aktenzeichen, verbraucherzentrale*, verbraucherschutz*, verbraucherschützer*, arbeiterkammer,
        konsumentenschutz*, *ombudsstelle, vki, schlichtung*, schlichter*, schlichtungsstelle*, ombuds*,
        bundesnetzagentur, netzagentur, bafin, eisenbahnbundesamt, luftfahrtbundesamt, lba, söp, aufsicht,
        aufsichtsbehörde*, *aufsicht, regulierungsbehörde, rtr, bakom, finma, kartellamt, wettbewerbszentrale,
        datenschutz*, landesdatenschutz*, dsgvo, art+17, art+15, datenleck*, datenpanne*, datenauskunft,
        einstweilige*, unterlassung*, abmahn*, mahnbescheid*, mahnverfahren, mahngericht, inverzugsetz*,
        verzug+(gesetzt|setze*|seit|befind*), in+verzug, frist .. (gesetzt|setze|setzen|tagen|verstrich*|abgelaufen|
        letzte|zahlung|nacherfüllung|bis+zum|ablauf), letzte*+(frist|mahnung|aufforderung|zahlungsaufforderung|
        gelegenheit), fristsetzung, nachfrist, setze+(ihnen|euch)+.. frist, formell*, förmlich*, per+einschreiben ..
        frist, hiermit+(widerspreche|fordere|erkläre|setze|mahne), widerspreche+(ich+)?hiermit, widerspruch+(ein|
        gegen), schadensersatz*, schadenersatz*, haftbar, haftung, hafte, haften, vertragsbruch, vertragsverletzung,
        vertragswidrig, arglist*, arglistige+täuschung, sittenwidrig*, nötigung, unterschlagung, hausfriedensbruch,
        diskriminier*, gleichbehandlung*, antidiskriminierung*, gleichstellungs*, fahrgastrechte*, fluggastrechte*,
        verordnung+261, eu+261, eg+261, 261+2004, bgb, agb+(verstoß|widrig), paragraf*, paragraph*, notar,
        gutachten, insolvenz*, inkasso+.. (anwalt|widerspruch), gerichtsvollzieher, beschwerde+(bei|beim|geht|
        an)+(der|die|dem|ihrer|landes*|bundes*|aufsicht|behörde), behörde*, melde .. (aufsicht|behörde|amt|bafin|
        bundesnetzagentur|verbraucherzentrale|polizei), gesundheitsamt, ordnungsamt, gewerbeaufsicht*, gewerbeamt,
        lebensmittelkontroll*, lebensmittelüberwachung, veterinäramt, jugendamt, patientenanwalt*, rechtsmittel,
        recht+bekomm*, mein+gutes+recht, meine+rechte, beweis*+(gesichert|sicher), zeugen, vorbehalt+rechtlich*,
        stiftung+warentest, marktwächter, seite+der+verbraucher""",
    Harm.FRAUD: """
        abgebucht .. (nie|nicht+von|unbekannt*|ausland|fremd*|ohne), (nie|niemals|nicht)+(bestellt|gekauft|gemacht|
        abgeschlossen|beauftragt) .. (trotzdem|rechnung|abbuchung|konto|karte|mahnung), nie+(etwas|was)+bestellt,
        nichts+bestellt, jemand+anders+(hat|ist|nutzt|bestellt|benutzt), jemand+anderer, jemand+(hat|ist|war|nutzt|
        kauft|benutzt|bestellt|bucht), (passwort|mail|mailadresse|adresse|nummer|handynummer) .. (geändert) ..
        (nicht|ich|jemand|plötzlich|fremd*), ohne+mein+(wissen|zutun|einverständnis), ohne+meine+(zustimmung|
        einwilligung|genehmigung), geld+(ist+)?(weg|futsch|verschwunden), (weg|futsch) .. (link|betrüg*|verkäufer|
        fake), unseriös*, dubios*, zwielichtig*, nicht+echt, echt+oder+(fake|betrug|nicht), ist+(die|das|
        diese)+(mail|sms|nachricht|seite) .. (echt|von), spam+mail .. (namen|logo), eurem+namen, ihrem+namen,
        in+eurem+namen, login+aus, anmeldung+aus, eingeloggt .. (russland|brasilien|vietnam|jemand|fremd*|ausland),
        anmeldeversuch*, karte .. (geklaut|benutzt|kopiert|missbraucht|geklont), existiert+nicht .. (wohnung|shop|
        firma|verkäufer|hotel), gab+es+(gar+)?nicht, nie+existiert, haustürgeschäft, an+der+haustür, plagiat*,
        raubkopie, fishing, scam, scammer, code .. (verraten|durchgegeben|weitergegeben|genannt), betrug*, betrüg*,
        betrog*, betruege*, *betrug, *betrüger, abzock*, abgezockt, gauner*, ganoven, gestohlen*, geklaut*, klaut,
        stiehlt, klauen, diebstahl*, dieb, diebe, bestohlen, beklaut, geraubt, ausgeraubt, raub, einbruch,
        eingebrochen, phish*, gefisht, gefälscht*, fälscher*, fälschung*, fake, fakes, *fake, fakeshop*,
        nachgemacht*, nachgebaut*, fälschung, (falsche|falschen|falscher|falsches)+(mail|mails|sms|seite|webseite|
        website|rechnung|mitarbeiter|bankmitarbeiter|polizist*|profil|shop|link|bote|paketbote|techniker|anruf|
        ticket|karten|tickets|kurier|support|hotline|anrufer), gehackt*, gehackd, gehäckt, hacker*, hackt, gekapert,
        geknackt, gekarpert, übernommen .. (konto|account|nummer|profil), (konto|account|profil|nummer) ..
        (übernommen|gekapert|geknackt|gehackt|missbraucht|leergeräumt|geplündert|leer), leergeräumt, ausgeräumt,
        geplündert, leer+geräumt, abgeräumt, identitätsdiebstahl, identitätsklau, identitätsmissbrauch, missbrauch*,
        missbräuchlich, (auf|unter|in)+(meinen|meinem|unseren|unserem|ihrem|eurem|fremden|fremdem|deinem)+namen,
        angeblich* .. (mitarbeiter*|bank|polizei|zoll*|support|techniker|paket|kollege|sms|mail|microsoft|von+euch|
        von+ihnen|gewinn|berater), vermeintlich*, sogenannte*+(mitarbeiter*|berater|techniker|support), so+tun+als,
        gibt+sich+(als|für), gab+sich+(als|für), geben+sich+(als|für), ausgegeben+als, als+(mitarbeiter|techniker|
        polizist|bote) .. (ausgegeben|ausgab*|ausgibt|ausgegebn), (ihr|ein)+kollege+am+telefon, fremde*+(person|
        personen|gerät*|zugriff|abbuchung*|buchung*|konto|karte|login), fremden+.. (abgeholt|eingeloggt),
        unbekannte*+(person*|gerät*|abbuchung*|buchung*|zugriff*|login*|anmeldung|abbucher|transaktion*|täter|haben|
        hat), unautorisiert*, nicht+autorisiert*, nie+(autorisiert|bestellt|abgeschlossen|genehmigt|beauftragt|
        zugestimmt), nicht+(genehmigt|veranlasst|autorisiert|von+mir|ich+gewesen|gewesen), (nichts|
        keine)+davon+war+ich, war+ich+nicht, ich+nicht+gewesen, war+nicht+ich, bin+ich+nicht, (bestellung*|
        abbuchung*|buchung*|zahlung*|überweisung*|einkauf*|einkäufe|vertrag|verträge|transaktion*) ..
        (nicht+gemacht|nicht+getätigt|nie+gemacht|nicht+von+mir|kenne+ich+nicht|nicht+kenne|unbekannt|
        nicht+veranlasst|nie+getätigt|ausland), (jemand|einer|unbekannte|fremder|fremde|wer|typ) .. (eingeloggt|
        angemeldet|bestellt|eingekauft|abgebucht|abgeschlossen|benutzt|nutzt|geändert|verwendet|abgehoben|zugriff|
        überwiesen|bestellte|kauft|registriert|schreibt|eröffnet|pin|code|geklont|eingelöst), (jemand|unbekannte*|
        fremde*) .. (meine+karte|meinem+konto|meiner+karte|mein+konto|mein+account|meinen+account|kundenkonto),
        fake+(profil*|mail*|seite*|account*), klick* .. link .. (daten|geld|konto|weg|karte|eingegeben|passwort|
        code|fake|gefälscht), auf .. link+(geklickt|gedrückt), link .. (eingegeben|geklickt), reingefallen,
        hereingefallen, reingelegt, hereingelegt, wurde+getäuscht, drauf+reingefallen, geködert, überrumpelt,
        über+den+tisch, zugangsdaten .. (eingetippt|eingegeben|gestohlen|weiter*), (pin|tan|code|passwort|
        kartendaten|zugangsdaten|kontodaten) .. (durchgegeben|verraten|eingegeben|eingetippt|verlangt|gegeben|
        wissen+wollte|abgefragt|vorgelesen|wollte), gutscheinkarte* .. (code*|bezahl*|kauf*), enkeltrick,
        schockanruf, trickbetrüg*, trickdieb*, masche, sim+(tausch|swap*|karte+getauscht), ersatz+sim, sim+swapp*,
        skimming, geskimmt, geklont*, ausgespäht, abgefischt, ausgelesen, zollgebühr* .. (sms|link|mail|gezahlt|
        bezahlt), ist+das .. (von+euch|von+ihnen|echt|betrug|fake|seriös), (mail|sms|anruf|nachricht|brief) ..
        (echt|wirklich+von|tatsächlich+von|überhaupt+von|von+euch+oder), war+das .. von+(euch|ihnen), (konto|karte|
        geld|ersparte*|euro) .. (futsch|leergeräumt|abgeräumt|gestohlen), euro+weg, geld+weg .. (sms|link|verkäufer|
        shop), verkäufer .. (verschwunden|weg|abgetaucht|meldet), erpress*, lösegeld, geldwäsche, ein+drücker,
        drückerkolonne, haustürgeschäft .. betrog*, unterschrift .. gefälscht, untergeschoben*, datendiebstahl,
        kontaktlos .. geklaut, veruntreut, enkelin+am+telefon, love+scam, tickets+.. (ungültig|gefälscht), spoof*""",
    Harm.HARDSHIP: f"""
        gestrandet*, standstreifen, seitenstreifen, pannenstreifen, altersheim, altenheim, aufzugnotruf, (stehe|
        sitze) .. mit .. euro, handy+gestohlen .. (ausland|flug*), strande, sitz*+fest, sitz* .. fest, festsitz*,
        festgesessen, steck*+.. fest, (stecken|stecke|hängen|hänge|hocken|hocke|hock) .. (flughafen|bahnhof|gleis|
        tunnel|autobahn|ausland|aufzug|fahrstuhl|zug|pannenstreifen|nirgendwo), mitten+(in+der+nacht|im+nirgendwo),
        im+nirgendwo, (nachts|nacht|kälte|regen|dunkeln|dunkel|frieren|schnee) .. (draußen|bahnhof|allein|stehe|
        bahnsteig|kind*|flughafen|boden|straße), (stehe|stehen|steht|sitze|sitzen|sitzt|warte|warten) .. (allein|
        kälte|dunkeln|nachts|hitze|standstreifen|seitenstreifen|pannenstreifen|regen|boden|minusgraden|frost),
        (allein|alleine) .. (nachts|bahnhof|haltestelle|straße|dunkel*|wohnt|lebt|haus|gleis|flughafen), (wohnt|
        lebt)+allein*, kein+(taxi|bargeld|geld|essen|heimweg|warmes+wasser|wasser|strom|gas|licht|heizöl|
        netz+notruf|obdach|dach|bett|rollstuhl|telefon+notruf), keine+(heizung|medikamente|tabletten|unterkunft|
        toilette|wärme|windeln|karte+geld), ohne+(heizung|strom|wasser|warmwasser|warmes+wasser|gas|medikamente|
        insulin|geld|bargeld|essen|licht|hilfe|toilette|sauerstoff|medizin), heizung .. (aus|kalt|ausgefallen|
        kaputt|defekt|tot|läuft+nicht|geht+nicht|abgestellt) .. (tagen|grad|baby|kind*|winter|kalt|minus|frier*|oma|
        mutter|seit|frost), (stromausfall|strom|fernwärme|heizung|wasser|gas) .. (weg|ausgefallen|tot|abgestellt|
        gesperrt|abgedreht) .. (baby|kind*|mutter|mann|krank*|seit|beatmung*|rollstuhl|pflege*|stunden|tagen|oma|
        frost), frier*, erfrier*, eiskalt*, nachtfrost, minus+(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|2|3|
        4|5|6|7|8|9|10|12)+grad, minusgrad*, (5|6|7|8|9|10|11|12|13|14)+grad+(in|im|drinnen|wohnung|und),
        unterkühl*, hitzschlag, hitzewelle, ausgekühlt, insulin*, inhalat*, asthma*, epilep*, diabet*,
        zucker+(kranke*|wert*), blutzucker*, dialyse*, chemo*, krebs*, onkolog*, tumor, sauerstoff*, beatmung*,
        beatmet*, sonde, magensonde, sondenkost, sondennahrung, spezialnahrung, stoma*, katheter*, inkontinenz*,
        herz+(kranke*|patient*|op|mittel|medikament*), herzkrank*, herzpatient*, herzmedikament*, blutverdünn*,
        blutdruck*, schrittmacher, transplant*, medikament*, arznei*, tabletten, *tabletten, rezept+(brauch*|
        dringend|leer), schmerzmittel, antidepressiv*, notfall*, notlage, in+not, dringend*+.. (medikament*|hilfe|
        arzt), lebenswichtig*, lebensnotwendig*, überlebens*, palliativ*, hospiz, sterbend*, im+sterben, stirbt,
        sterbebett, bettlägerig*, pfleg*+bedürftig*, pflegebedürftig*, pflegebett, pflegedienst, pflegestufe,
        pflegegrad, pflege+(ich|sie|ihn|meine*), ans+bett, krankenbett, gelähmt, gehbehindert*, schwerbehindert*,
        behindert*, behinderung*, rollstuhl*, rollator, gehhilfe, gehstock, krücken, treppenlift*, einstiegshilfe,
        blind, blinde, blinder, blinden, sehbehindert*, blindenhund, gehörlos*, taub+bin, autis*, dement*, demenz*,
        alzheimer, parkinson, multiple+sklerose, lungen*, schwer+krank*, schwerkrank*, (krankes|kranke|kranken|
        kranker)+(kind|mutter|frau|mann|vater|tochter|sohn|oma|opa), {_WHO} .. (krank|erkrankt|fieber|liegt+im|
        bettlägerig|pflege*|dement|allein*), erkrankt*, fieber, fiebert, lungenentzündung, schmerzen, reha,
        frisch+operiert, nach+(der|meiner)+op, op+termin, operation*, schwanger*, hochschwanger*, wehen, entbindung,
        neugeboren*, säugling*, frühchen, (mit|unser*|mein*|ein|das|dem|kleines|meinem)+baby, baby+(alt|in|braucht|
        weint|schreit|friert|monate|wochen), wochen+alte*, monate+alte*, kleinkind*, kleine*+kind*,
        kleinen+(kindern|kind|mädchen|jungs), (zwei|drei|vier|2|3|4|fünf)+(kleine*+)?(kinder|kindern|kids),
        mit+(den+|meinen+|unseren+)?kindern, mit+kind, windeln, milchpulver, säuglingsmilch, babymilch, fläschchen,
        alleinerziehend*, rentnerin, (bin|als)+rentner, kleine+rente, (meine|von+meiner)+rente, pensionist*,
        grundsicherung, hartz*, bürgergeld, arbeitslos*, sozialhilfe, mindestrente, tafel, existenz*, (nichts|
        kein+geld|kaum+was|kein+essen|geld+mehr)+(mehr+)?(fürs|für|zu)+essen, nichts+zu+essen, miete .. (zahlen|
        fällig|morgen|kann|nicht|platzt|bezahlen), nicht+(bezahlen|leisten|kaufen)+.. (essen|miete|medikamente),
        zum+leben, gehalt .. (gesperrt|weg|drauf|eingefroren|blockiert), obdachlos*, wohnungslos, räumung*,
        zwangsräumung*, strom+(abgestellt|gesperrt|sperre), stromsperre, sperrandroh*, gesperrt .. (strom|gas|
        heizung|wasser), (mutter|vater|oma|opa|mann|frau|großmutter|dame|herr|rentner*|nachbarin|bin|
        schwiegermutter|schwiegervater|tante|onkel|mama|papa) (ist+|bin+|von+|mit+|schon+|über+)?(70|71|72|73|74|75|
        76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|achtzig|neunzig|siebzig|über+achtzig), (70|
        72|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95)+jährige*, (70|75|76|77|78|79|80|81|82|
        83|84|85|86|87|88|89|90|91|92|93|94|95)+jahre, alte*+(dame|frau|leute|mutter|mann|menschen|eltern|
        herrschaften), hochbetagt*, gebrechlich*, seniorin, hausnotruf*, notruf*, notfallknopf, pflegeheim,
        seniorenheim, beerdigung*, begräbnis, trauerfeier, beisetzung, todesfall, trauerfall, witwe*, (mutter|vater|
        mann|frau|oma|opa|bruder|schwester|sohn|tochter) .. (gestorben|verstorben|liegt+im+sterben|krankenhaus|
        stirbt), zur+op, krankenhaus+(muss|termin|liegt), unbegleitet*, reist+allein, (sohn|tochter|kind|teenager|
        mädchen|enkel*) .. (allein|alleine), akku+.. (prozent|leer+gleich), (handy|akku) .. (2|3|4|5|6|7|8|
        9)+prozent, (4|5|6|7|8|9|3|2|1)+prozent+akku, eingesperrt, ausgesperrt .. (wohnung|haus|kälte|kind*|nacht),
        eingeschlossen, (im|aufzug|fahrstuhl)+stecken*, türen+zu, klimaanlage .. (tot|aus|ausgefallen) .. (grad|
        hitze|stunden|tunnel), kreislauf*, verzweifelt*, verzweiflung, frauenhaus, auf+der+straße+(stehen|sitzen|
        schlafen|steht), schlaf*+.. (boden|auto|bahnhof|flughafen), im+auto+schlaf*, notunterkunft, *pflege,
        keine*+kraft""",
}  # fmt: skip

NOT_HARM: Final = """
    passwort+falsch, unterschied+liegt, niemand .. (verletzt|gestorben|geschlagen|betrogen), keiner .. (verletzt|
    gestorben), (nicht|nix|nichts|keine|kein|ohne) .. (verletzt*|verletzung*|verletzte|passiert+und|brandgefahr|
    gefährlich|lebensgefährlich|betrug|anwalt|notfall|polizei|gefahr), zum+glück+(niemand|keiner), unverletzt*,
    kein+(feuer|rauch|brand|anwalt|notfall|betrug|fake|gericht|gift|scherz), keine+(gefahr|verletzten|polizei|
    gewalt|anzeige|panik), ungefährlich*, (preis*|gebühr*|tarif*|kosten|porto|rate) .. (betrug|abzock*|wucher|raub*|
    diebstahl|frech*|verbrechen|strafbar|illegal|gaunerei), (betrug|abzocke|raub|wucher|abzock*) .. (preis*|gebühr*|
    tarif*), abzocke+ist, (reine|pure|nur|totale|absolute|reinste|eine|so+eine|ne|voll|echte)+abzocke,
    abzocke+(hoch|pur|laden|verein|bude|app|!!), abzockladen, abzockverein, *preise, (ihr|euch) (seid|sind) ..
    (betrüger*|abzocker*|gauner*|verbrecher|diebe), (betrügerverein|betrügerbande|betrugsladen|betrugsverein),
    (bringt|bringen|macht|machen)+(mich|mir)+(noch+)?(um|um+den+verstand|fertig|wahnsinnig|irre|krank|tot),
    (warteschleife|schlange|warterei|hitze|musik|stau|langeweile|app|update|lag*|warten) .. (um|tötet|killt|tot|
    umbringen), um+den+verstand, zum+(totlachen|schießen|sterben|kotzen|umfallen|davonlaufen|schreien), totlachen,
    tot+gelacht, kaputt+gelacht, sterbe+vor+(lachen|langeweile|hunger|neugier|scham), (handy|akku|router|leitung|
    laptop|fernseher|app|internet|box|gerät) (ist+)?(gestorben|tot|stirbt), todmüde, todesfall+im+dramaturg*,
    totale, totaler, zeit+totschlagen, totschlagargument, sterbenslangweilig, mord*+(hunger|gaudi|spaß),
    bombenstimmung, bombig*, bombastisch, bomben+(wetter|stimmung|service|laune|essen), sexbombe, badebombe*,
    bombe+(der|das|ist|war|geschmeckt|service|geil|essen), der+hammer, (ist|war|wäre)+(der+)?hammer, hammer+(hart|
    geil|preis|mäßig|angebot*), mit+hammer+angebot*, feuer+und+flamme, feuer+(frei|werk|zeug|abend|stelle|
    wehrauto+spielzeug), feuerwerk*, feuerzeug, lagerfeuer, brennt+(darauf|mir+unter|für), unter+den+nägeln,
    brenn*+.. nägeln, für+etwas+brennen, ausgebrannt, brandneu, brand+(neu|aktuell|heiß), brandaktuell, heiß+(auf|
    begehrt|ersehnt|geliebt|diskutiert), da+raucht+der+kopf, kopf+raucht, raucht+mir+der+kopf, rauchend*+(kopf|
    köpfe), kopf+(hoch|schütteln*|zerbrechen|zerbroch*|über|hörer*), kopfschütteln, auf+den+kopf, durch+den+kopf,
    aus+dem+kopf, (kopf|hand|hände)+(ab|frei|an), funken+sprüh*, funkenmariechen, kein+funken, funken+(anstand|
    verstand|hoffnung|respekt), einen+funken, explodieren+(die+)?(preise|kosten), preise .. explodier*,
    kosten+explodier*, preisexplosion, kostenexplosion, vor+wut+(platze*|explodier*), platze+vor, ich+explodiere,
    in+die+luft+gehen, geht+in+die+luft, hals+(reicht|über+kopf|tuch), zum+hals, den+hals+voll, hals+und+beinbruch,
    beinbruch+und, kein+beinbruch, beine+(in+den+bauch|vertreten|gemacht), in+den+bauch, auf+den+beinen,
    auf+die+beine, hand+(aufs+herz|in+hand|gepäck|gemacht|voll|zu+haben|buch), aus+erster+hand, unter+der+hand,
    zur+hand, rechte+hand, alle+hände, handgepäck, auf+die+finger, finger+weg, finger+(davon|food), daumen+(hoch|
    drücken|drück*|gedrückt|runter), auge+(zu|um), augen+(auf|zu|rollen|verdreh*), im+auge, aus+den+augen,
    ins+auge+(fassen|gefasst|gestochen), auf+den+zahn, zähne+(zusammen|knirsch*|putzen), zahn+der+zeit, nase+(voll|
    vorn|putzen|rümpf*), die+nase+voll, nase+voll, auf+die+nase, mund+(aufs|zu+mund|wässrig), fuß+(ball|gänger|
    fassen|weg), auf+dem+fuß, auf+großem+fuß, fuß+gefasst, rücken+(frei|deckung|wind), hinter+.. rücken,
    ohren+(betäubend|auf|steif), übers+ohr, schulter+(zucken|blick|schluss), schultern+zuck*, zuckt .. schultern,
    kalte+schulter, haut+(hin|nicht+hin|creme|um+mich), aus+der+haut, blut+(orange*|druck+steigt|spende*|druck+hoch|
    und+wasser), blutige*+(anfänger*|nase+geholt), blutdruck+steigt, blutspende*, herzblut, rot+(wein|gesehen|ist|
    blau|licht), rote+(zahlen|ampel+.. musik), sehe+rot, taube+(ohren|nuss), auf+taube, blaue*+(wunder|licht|montag|
    himmel), blau+(gemacht|ist|und|gelb|weiß|machen), verletzt+(gefühle|meine+gefühle|meine+rechte|meinen+stolz),
    gefühle+verletz*, datenschutz+verletzt, schmerz+(voller+preis), schmerzlich, schmerzgrenze,
    das+tut+weh+(zu+sehen), herzschmerz, liebes*, kopfschmerzen+bereit*, weh+tut, krank+(vor+sorge|feiern), mach*+..
    krank, hirn*, flach+(bildschirm*|witz*|land|gehalten|verpackt), flachbildschirm*, flach+(und|ist), fiel+flach,
    fällt+flach, flachgefallen, ausfall+flach, gericht+(schmeckt*|lecker|auf+der+karte|war+lecker|köstlich),
    (leckeres|leckere|tolles|köstlich*|vegan*|mein|das|dieses|warmes|jedes|fertig|neue*|beliebt*|asiatisch*)
    gericht, lieblingsgericht, fertiggericht*, nudelgericht*, reisgericht*, hauptgericht*, gerichte, tellergericht*,
    fischgericht*, tagesgericht*, (kleinanzeige*|stellenanzeige*|werbeanzeige*|display|job|zug|abfahrts|status|
    ladestands)+anzeige, *stellenanzeige, *kleinanzeige, anzeige+(am|auf+dem|im|der|zeigt|stimmt|sagt|steht|spinnt|
    tafel|falsch|geschaltet)+(bahn*|bahnsteig|gleis|display|zug|bus|app|halte*|temperatur)?, aktien+dieb,
    richterskala, schiedsrichter*, aufsicht+(führ*|spflicht), kinderaufsicht, klagelied, ohne+klage*,
    klagen+(auf+hohem|wir+nicht|kann+ich+nicht), nicht+klagen, polizei+(sucht|meldet|warnt|themed|ruf|ticker|
    auto+spielzeug), fake+news, fakenews, fake+(pelz|fur|wimpern|tan), ungeschoren, recht+(schreib*|haben|gut|
    herzlich|hast), kunstgriff, diebische*, dieb+der+herzen, herz+(gestohlen|geklaut), zeit+(gestohlen|geklaut|
    stehlen|klaut|raub*), zeitdieb*, zeitraub*, schlaf+geraubt, nerven+(geraubt|raub*), nerv*+raub*, den+nerv,
    raubt+mir, raub+(tier*|kopie*|fisch*), einbruch+(der|bei+den|umsatz*), life+hack*, hackathon, gehacktes,
    hack+(fleisch|braten|bällchen|fleischsoße), kerzen, tot+(al|traurig), krebs+(suppe|fleisch|sternzeichen|
    als+stern), flusskrebs*, sternzeichen+krebs, konzert+fieber, reisefieber, fieber+(der|nach|haft*|dem|auf)+,
    fiebern+.. entgegen, wm+fieber, lampenfieber, fußballfieber, *fieber+.. saison, blind+(date|vertrauen|darauf|
    verlass*|bestell*|gekauft|kauf*), nicht+blind, betriebsblind, farbenblind, blindtext, blind+für,
    blinde+(passagier*|wut|kuh), behindert+(den|die|das|uns+im|verkehr*), rente+(der|von+aktien), babybauch*,
    babyelefant, babysitz+am, babyparty, baby+(one|shark|boomer|spinat|doll|party|blau|katze*|hund*|tiere|ich|it),
    nirgendwo+(sonst|steht|finde*|zu+finden|angegeben|erwähnt), im+zoo, verzweifelte+hausfrauen, eiskalt+(serviert|
    abserviert|ignoriert|genießen|gelogen), eiskalter+(kaffee|drink), eiskalt*+(getränk*|bier|händchen),
    notfallkontakt+(eintragen|ändern), schwanger+mit+einer+idee, wochen+alte*+(brot|handy|bestellung|gerät|ticket|
    laptop|fernseher|router|schuhe|mail|mails|anfrage), monate+alte*+(handy|gerät|laptop|bestellung|fernseher|
    router|schuhe|ticket|auto|anfrage), tafel+(schokolade|kreide), tafel, existenzberechtigung, operation+(gelungen|
    system), betriebssystem, krieg+(der+sterne|ich|keine|nix|einfach|kein), star+wars, gewalt+(ig|enteilung),
    höhere*+gewalt, mit+aller+gewalt, gewaltig, vorbei+(sein|ist|mit+lustig), ein+ende+(haben|hat|finden|nimmt),
    kein+ende, ohne+ende, am+ende+(des|der|vom|war|ist|kam|bin+ich+froh), letzte+warnung+vor"""
