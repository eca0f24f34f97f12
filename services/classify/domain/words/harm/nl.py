"""Dutch."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.harm import Harm

_LIMB: Final = """
    (hand|handen|vinger*|duim*|arm|armen|pols|polsen|elleboog|schouder*|been|benen|scheenbeen|knie|knieën|enkel|
    enkels|voet|voeten|teen|tenen|heup*|rug|nek|hoofd|voorhoofd|gezicht|oog|ogen|lip|lippen|mond|tong|keel|tand|
    tanden|kies|kiezen|voortand*|neus|kaak|kin|huid|rib|ribben|borst|oor|oren|sleutelbeen|stuitje|hiel|bil|billen|
    pees|hoofdhuid)"""
_HURTS: Final = """
    (gebroken|brak|breekt|afgebroken|verbrand*|brandwond*|brandt|bloed*|bloedde|gezwollen|opgezwollen|opgezet|zwelt|
    gekneusd|verstuikt|verzwikt|gesneden|opengehaald|opengesneden|bekneld|geplet|gewond*|uit+de+kom|ontwricht|
    verdoofd|rood|rauw|gehecht|hechting*|verband|verbonden|gips|ingezwachteld|geschaafd|geschaad|gescheurd|pijn*|
    blauw|dik|uitslag|blaren|bult*|jeuk*|ontstoken|open|eraf|af|geraakt|klem|gestoten|kapot|beschadigd|
    in+het+verband)"""
_THING: Final = """
    (oplader*|lader|accu*|batterij*|telefoon|laptop|stekker*|stekkerdoos|stekkerblok|stopcontact*|adapter|kabel*|
    snoer*|broodrooster|tosti*|waterkoker*|oven|fornuis|gasfornuis|kookplaat|frituur*|airfryer|kachel*|cv|ketel|
    cvketel|boiler|geiser|droger|wasdroger|wasmachine|vaatwasser|koelkast|vriezer|lamp|lampen|step|fiets|ebike|bike|
    fatbike|scooter|powerbank|router|deken|strijkijzer|föhn|magnetron|apparaat|machine|motor|bus|auto|trein|
    meterkast|elektriciteitskastje|trafo*|stofzuiger|laadpaal|zonnepanelen|omvormer|tv|koffiezetapparaat|
    snelkookpan|pan|kast|kruik|blender)"""
_WHO: Final = """
    (baby|zuigeling|kind|kinderen|zoon|zoontje|dochter|dochtertje|moeder|mama|ma|vader|papa|pa|oma|opa|man|vrouw|
    ouders|schoonmoeder|schoonvader|buurvrouw|buurman|gezin|tante|oom|broer|zus|kleuter*|peuter*|kleinkind*)"""

HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: f"""
        {_LIMB} .. (verbrand*|brandwond*|blaren|gesneden|opengehaald|klem|bekneld|schok|hechting*|snee|jaap|
        afgebroken), (verbrand*|brandwond*|blaren|gesneden|opengehaald|klem|bekneld|schok|hechting*|snee|jaap|
        afgebroken) .. {_LIMB}, allergische+(reactie|shock), anafyla*, voedselvergiftig*, brandwond*, tand+..
        (steen*|glas|metaal|hard), kies+.. (steen*|glas|metaal|hard), scherpe+(rand*|punt*|hoek*|kant*|stukjes),
        vlijmscherp*, kantelt, kantelde, omgevallen, omgekiept, kiept, wiebel*, instabiel, magneetje*, knoopcel*,
        knoopbatterij*, koord .. nek, te+heet+om, bloedheet, gloeiendheet, kokend+(water|heet), accuzuur, lekt ..
        (zuur|benzine|stopcontact|lamp|stoppenkast|meterkast|gas|olie), water .. (stopcontact|lamp|meterkast|
        stroomkast|verlichting), roestig*+(spijker|schroef), spijker*, bleekmiddel, klapband, band+(geklapt|
        ontploft), wielmoer*, (bout|bouten|schroef|schroeven|moer) .. (los|ontbre*|vergeten|gebroken|afgebroken|
        uitgevallen|niet+vast), stop+(sloeg|slaat|springt|doorgeslagen), stoppen+(slaan|sloegen|springen|door),
        aardlek*, kortgesloten, wordt+(zo+|gloeiend+|bloed+|te+|erg+|heel+)?heet, werd+(zo+|gloeiend+|bloed+|te+|
        erg+|heel+)?heet, heet+(dat|genoeg|handvat|snoer), bol+staan, staat+bol, bolle+(accu|batterij),
        lekkende+(accu|batterij), zwelt, sporen+van, bevat .. (noten|pinda*|melk|gluten|ei|hazelnoot), haal ..
        (markt|schappen|handel|verkoop|weg+van), uit+de+verkoop, niet+verkopen, straks+(valt|gebeurt|gaat),
        voordat+(er|iemand|het|een), wacht+.. iemand, waarschuw+(andere*|mensen|iedereen), in+(zijn|haar|mijn)+mond,
        doorgeslikt, ongeval, schrok+.. (vlam|vonk|knal), brand, brandde, fik, rook+(ontwikkel*|en|in|die), deur ..
        open .. (rijden|reed|rijdende|rit), deuren+.. (open|dicht) .. (arm|kind|been|klem|rijden), ertussen,
        tussen+de+deur*, klem+(zitten|gezeten|kwam|kwamen|zat), gat+in+(de|het)+(stoep|weg|vloer|perron), schimmel,
        glas .. (eten|mond|pot|gebeten), gebeten+.. (glas|steen|metaal|iets+hards), iets+hards, scherps,
        stukje*+(metaal|glas|plastic|staal|ijzer|hout), vlam+gevat, vatte+vlam, vlam*+(vat|vloog|uit), vlammen,
        steekvlam*, in+brand, in+de+fik, in+de+hens, brandje, brandgevaar*, brandgevaarlijk*, brandlucht, brandgeur,
        brandweer*, brandmelder, afgebrand, bijna+brand, (huis|keuken|schuur|boel|tent|kamer|garage|zolder) ..
        (brand|afgebrand|afgefikt|in+vlammen|fik), {_THING} .. (brand|brandt|brandde|rook|rookt|roken|rookte|
        gesmolten|smelt*|verschroeid|verkoold|heet|gloeiend*|knal*|knalde|vonk*|ontplof*|explod*|schok|schokken|
        opgezwollen|zwelt|bol|doorgebrand|sist|siste|stinkt|zwart|kortsluiting|oververhit*|fikt), (rook|vonken|
        vlammen|kortsluiting) .. {_THING}, rook+uit, rookt, begon+te+roken, begint+te+roken, rookontwikkeling, komt
        .. rook, kwam .. rook, smeulen*, smeult, vonken, vonkt, verschroeid*, verkoold, geschroeid, ontplof*,
        explosie*, explode*, geëxplodeerd, uit+elkaar+(geklapt|gespat|geknald), geknapt .. (glas|fles|ruit), (fles|
        glas|ruit|deksel|lamp) .. (gesprongen|geknapt|ontploft|gespat|versplinterd), elektrische*+schok*, (een|n|
        flinke|fikse|zware|n+flinke) (schok|opdonder|dreun) (van|bij|toen|gekregen|als|krijg*), schok .. (gekregen|
        kreeg|krijg*|waterkoker|kraan|apparaat), kreeg+.. schok, geëlektrocuteerd, elektrocut*, onder+stroom,
        staat+onder+stroom, blote+draden, losse+draden, openliggend*, (draad|draden|kabel) .. (hangt|hangen|los|
        bloot), (ruikt|ruik|rook|stinkt|stank|lucht|geur|riekt|ruiken) .. (gas|brand|verbrand*|rook|schroei*|
        benzine|plastic|chemisch*|rotte+eieren|schroeilucht|rubber|oplosmiddel), gaslek*, gaslucht, gasgeur,
        lekt+gas, naar+gas, koolmonoxide*, co+melder, co+vergiftiging, giftig*, vergif*, besmet*, asbest,
        salmonella, listeria, schimmel .. (gegeten|brood|pot|baby*), glasscherven, scherf, scherven, splinter*,
        metaalsplinter*, (glas|metaal|plastic|splinter|schroef|spijker|draad|naald|steen|steentje|bot|botje|
        stuk+glas|stukje+glas|scherf|maden|mes|staal|ijzerdraad|nietje|rubber|haakje|lampglas) .. (in|uit|tussen) ..
        (eten|salade|soep|pot|brood|yoghurt|saus|muesli|pizza|hapje|worst|koek*|chocola*|melk|drank|fles|blik|pak|
        zak|gehakt|kaas|rijst|jam|speelgoed|groente|burger|hamburger|appelmoes|potje|pap|kroket|smoothie|mond|
        maaltijd|broodje|spinazie|pindakaas|babyvoeding), glas+in, glasplinters, (rem|remmen|stuur|airbag|gordel|
        veiligheidsgordel|kinderzitje|autostoel|tuigje|harnas) .. (weiger*|het+niet|niet|kapot|defect|los|
        geblokkeerd|doen|schoot|gebroken|brak|knapte|uitgevallen|geen), remt+niet, remmen+weiger*, (deur|deuren|
        klep|hek|luik) .. (tijdens|rijden|rijdend|open+gereden|onderweg|vloog+open|ging+open), open*+deur* ..
        (rijd*|reed), (reed|rijdt|rijden|vertrok) .. (deur+open|open+deur*|deuren+open), (wiel|ladder|trede|
        tredeplank|leuning|reling|plafond|dak|plank|stapelbed|bed|balkon*|traptrede|trap|stoel|tuinstoel|bank|
        schommel|glijbaan|lift|kast|televisie|ledikant|zijhek|box|wandelwagen|buggy|kinderwagen|pedaal|zadel|
        trapper|stuurpen|voorvork|frame|hoogslaper|tegel|bord|boom|tak|luifel|spiegel|hekje|poot|mes|bankje|kruk|
        glasplaat|trampoline|klimrek|helm) .. (gebroken|brak|breekt|afgebroken|gevallen|ingestort|ingezakt|
        doorgezakt|omgevallen|losgeschoten|schoot+los|schiet+*los|schiet*|los|loszit*|loszittend*|wiebelt|begaf|
        begeven|doorgeroest|naar+beneden|afgescheurd|eraf|kantelt|kantelde|gescheurd|knapte|viel|klapt|klapte|
        inklapte|stortte), ingestort, doorgezakt, instort*, schiet .. los, schoot .. los, gevaar, gevaarlijk*,
        levensgevaar*, gevaarlijk, onveilig*, niet+veilig, levensbedreigend*, doodeng*, had .. (dood|doden|
        kunnen+sterven|afbranden|erger|kunnen+stikken|slecht+kunnen|fataal|anders+kunnen|kunnen+overlijden), (kan|
        kon|straks|wacht*|moet) .. (doden|dode|gewonden|slachtoffer*|verkeerd|dodelijk|stikken|iemand+dood),
        eerst+.. (doden|dode|slachtoffer*|ongeluk*), (straks|dadelijk|wachten+tot|voordat|tot) .. (iemand|doden|
        kind|ongeluk*) .. (dood|valt|vallen|gewond|omkomt|gebeurt|gebeuren), ongeluk* .. (gebeurt|gebeuren|
        wachten+op), wachten+op+.. ongeluk*, bijna .. (aangereden|overreden|gestikt|gevallen|verbrand|ingeslikt|
        dood|geraakt|omvergereden|geplet|geschept|botsing|verdronken|overhoop|van+de+weg), scheelde .. (niks|niets|
        weinig|haar|brand), op+een+haar+na, stikken, gestikt, stikt, verstik*, verslikt, (kind|zoon|dochter|baby|
        peuter|kleuter) .. ingeslikt, wurg*, (chauffeur|bestuurder|buschauffeur|machinist|koerier|bezorger|hij) ..
        (dronken|telefoon+rijd*|bellend|append|slaap|scheur*|door+rood|spookrijd*|80|te+hard), door+rood,
        reed+door+rood, scheurt .. (straat|school|wijk|kinderen), roekeloos, terugroep*, van+de+markt,
        uit+de+handel, uit+het+schap, uit+de+schappen, allergen*, (noten|hazelnoten|pinda*|melk|gluten|ei|sesam|
        notenvrij) .. (niet|verkeerd|etiket|wel+degelijk|ondanks|terwijl|vrij) .. (etiket|vermeld|allergi*|
        hazelnoten|noten|sporen|in), spekglad, glad .. (vloer|trap|perron|stoep|vallen|gevallen), gladheid,
        niet+gestrooid, putdeksel, rookmelder*, nooduitgang*, vluchtweg*, ontruim*, geëvacueerd, evacuat*,
        verkeerde+(medicijn*|dosis|dosering|sterkte|pillen), kortsluiting, zware+knal, knal .. (donker|rook|huisje|
        trafo*), (chauffeur|bestuurder|machinist|buschauffeur) .. (appen|bellen|slapen|telefoon), naast+het+spoor,
        ruikt+anders, baby+weigert, knal+(en|uit), maat+keel, in+zijn+mond, maakt+.. slachtoffers, gloeiend+heet,
        losliggend*, risico+op+(brand|letsel)""",
    Harm.INJURY: f"""
        {_LIMB} .. {_HURTS}, (gebroken|verbrand|verbrande|gesneden|gekneusd*|gekneld|bekneld|verstuikt|verzwikt|
        gestoten|hechtingen|blauwe|snee|jaap|splinter|brandwonden|wond|klem|bloedende|dikke|gezwollen|opengehaald)
        .. {_LIMB}, gewond*, letsel*, verwond*, wond, wonden, wondje, snijwond, hoofdwond, schaafwond*, brandwond*,
        brandblaar, blaren, bloedend*, bloedde, bloeden, bloedt, overal+bloed, onder+het+bloed, bloed .. (overal|
        gezicht|vloer|neus|mond), ziekenhuis*, umc, spoedeisende*, eerste+hulp, ehbo, seh, huisartsenpost,
        ambulance*, traumahelikopter, intensive+care, ic+(beland|ligt|afdeling), geopereerd, gehecht, hechting*,
        hersenschudding, botbreuk, breuk, fractuur, gekneusd*, kneuzing*, verstuikt, verzwikt, ontwricht,
        blauwe+plek*, bloeduitstorting, littekens, litteken, whiplash, bewusteloos, flauwgevallen, flauw+gevallen,
        van+mijn+stokje, onderuit+gegaan, onderuitgegaan, in+elkaar+gezakt, toeval+gekregen, allergische+(reactie*|
        shock), anafyla*, epipen, uitslag, galbulten, netelroos, opgezwollen, benauwd, geen+lucht, kreeg+..
        geen+adem, ademnood, voedselvergiftig*, vergiftig*, overgeven, overgegeven, overgeeft, braken, braakt,
        gebraakt, kots*, gekotst, spugen, gespuugd, spuugt, diarree, buikgriep, buikkramp*, maagkramp*, buikpijn,
        misselijk*, boven+de+wc, boven+de+pot, ziek+(van|na|door|geworden|als+een+hond), doodziek*, (na|van|door|
        sinds) .. (kip|vis|salade|eten|oesters|mosselen|sushi|maaltijd|pizza|crème|creme|broodje) .. (ziek|
        misselijk|overge*|kots*|spug*|braken|bed|beroerd|plat), hele+gezin+.. (ziek|braken|plat|misselijk), ligt+..
        (plat|gestrekt|voor+pampus), ligt+(sindsdien|sinds) .. (plat|bed|gestrekt), gevallen .. (trap|rug|hoofd|
        heup|knie|station|vloer|stoep|bus|fiets|pols|glad*), ten+val, valpartij, viel+(van|uit|over|op|naar|hard|
        in), uitgegleden, gleed+uit, gestruikeld, struikelde, omvergelopen, omver+gereden, aangereden, aanrijding,
        overreden, geschept, gebeten, beet+(van|in), hondenbeet, bedwants*, beten, tand .. (afgebroken|eruit|
        gebroken), kies .. (af|afgebroken|gebroken|stuk), stuk+van+(mijn|de|haar|zijn)+(kies|tand), vulling+eruit,
        kroon+eraf, tandarts .. (moeten|rekening|naar|spoed|gebroken), huisarts .. (moeten|geweest|zegt|zei|
        bevestig*|antibiotica|naar), dokter .. (moeten|geweest|zegt|zei|naar|door), volgens+de+(arts|dokter|
        huisarts), arts .. (zegt|zei|bevestig*|constateer*|rapport), ziektewet, arbeidsongeschikt, pijn+(in|aan|
        gedaan), pijnlijk+gevallen, kermend, gips, krukken+loop*, mitella, in+het+verband, in+verband,
        ingezwachteld, geslagen .. (door|werd|beveilig*|medewerker), mishandel*, aangevallen, geduwd, duwde ..
        (trap|grond|mij|me), tegen+de+grond, bij+.. (keel|strot|arm+gegrepen), greep+.. arm, vastgegrepen,
        hardhandig*, geschopt, gestompt, klap+(in|op)+(mijn|het|zijn)+(gezicht|hoofd|neus), kopstoot, aangerand,
        betast, miskraam, overleden .. (door|na|aan|doordat), hartaanval, hersenbloeding, beroerte, overdosis,
        infectie, ontstoken, bloedvergiftiging, antibiotica, tetanus, verkeerde+(dosis|dosering|sterkte), oogarts,
        uitgedroogd, opgenomen .. (ziekenhuis|dochter|zoon|kind|uitgedroogd|spoed), chemische+brand*, verminkt""",
    Harm.SELF_HARM: """
        zelfmoord*, zelfdoding*, suïcid*, zelf+van+het+leven, van+kant+(maken|te+maken|maak), mezelf .. (kant|leven|
        iets+aan|verhangen|ophangen|ophang|doodmaken|pijn+doen|wat+aan|snijd*|verwond*), (mezelf|zichzelf|haarzelf|
        hemzelf|mijzelf) .. (iets|wat|kwaad|pijn|doden|aandoen|aan+te+doen|aandoet), iets+aandoe*, iets+aan+te+doen,
        wat+aandoe*, wat+aan+te+doen, zichzelf+.. aandoe*, leven .. (beroven|benemen|niet+meer|einde|zat|beëindigen|
        stoppen|uitstappen), (een|n)+eind+(aan|maken|eraan), een+einde+(aan|maken|eraan), er+een+eind*, een+eind*,
        er .. eind* .. (maken|maak), uit+het+leven, stap+.. eruit, stap+eruit, eruit+stappen, niet+meer+(leven|
        zitten|willen+leven|wil+leven|verder+leven|wakker|verder|bestaan|hier+zijn|zijn+morgen|er+zijn|aan+kan), zie
        .. niet+meer+zitten, ziet .. niet+meer+zitten, niet+meer+.. zitten, wil+niet+meer, wil+.. (dood|sterven|
        niet+meer+leven|niet+meer+zijn), er+niet+meer+(te+)?(zijn|wil|ben|bent|is+dan), ik+er+niet+meer+ben,
        of+ik+er+.. nog+(ben|wil), of+ik+er+morgen, als+ik+er+niet+meer, er+nog+wil+zijn, (hoeft|hoef)+(voor+mij+|
        van+mij+|het+)?niet+meer, hou+.. niet+meer+vol, ik+kan+niet+meer, kan+niet+langer, geen+(uitweg|
        zin+meer+in+het+leven|reden+meer|reden+om+te+leven|uitkomst|toekomst+meer), geen+zin+meer+(in+het+leven|
        te+leven|om+te), levensmoe, dood+wil*, dood+willen, liever+dood, was+ik+maar+dood, beter+dood,
        nooit+geboren, dood+zijn, beter+(af+)?zonder+mij, zonder+mij+.. beter, niemand .. (mist|missen|opvalt),
        snijd* .. (mezelf|weer|armen|mijzelf), mezelf+.. snijd*, krassen .. (arm*|mezelf), zelfbeschadig*,
        automutil*, voor+de+trein, voor+een+trein, van+het+dak, van+een+brug, van+de+brug, op+het+spoor,
        van+een+flat, (spring|springen|sprong) .. (trein|brug|dak|flat|balkon|spoor|raam), pillen .. (genomen|klaar|
        allemaal|slikken|geslikt|liggen|alle|gespaard|bij+zich|naast), (alle|heel+de+strip|doos|pot) .. pillen,
        slaappillen, overdosis, strop, ophangen .. mezelf, verhangen, afscheidsbrief*, afscheid .. (genomen|bericht|
        nemen|brief|iedereen), afscheidsbericht, laatste+(brief|nacht+van+mijn|adem), 113, op+de+brug, ben+..
        er+niet+meer, er+.. niet+meer+ben, waar+ik+heen+ga, kan .. niet+meer+aan, niemand+weet+het .. zeggen,
        wilde+het+.. ergens+zeggen, gedachten .. (dood|zelf*|eind|donker*|suïcid*), donkere+gedachten, denk ..
        (dood|eind+aan|zelf*|springen), (stemmen)+.. hoofd, als+ik+dood, ik+red+het+niet+meer, trek+het+..
        niet+meer, trek+dit+.. niet+meer, geef+het+.. leven, doorgaan+heeft, heeft+.. geen+zin+meer,
        helemaal+klaar+met+(leven|alles|het+leven), klaar+met+het+leven, moe+van+het+leven, voor+altijd+slapen,
        niet+meer+wakker""",
    Harm.THREAT: """
        (maak|maken|sla|slaan|steek|steken|schiet|schieten|trap|trappen|ram|rammen|beuk|ros|mep|hak|snij|snijd|wurg|
        brand|blaas|blazen|breek|breken|ruk|gooi|knal|knallen|zet|timmer|stamp|schop|vermoord|dood|verbouw|
        verbrijzel|doe|fik) .. (je|jullie|u|hem|haar|ze|hun|die|iemand|jou|de+boel|de+tent|alles|hele|
        een+van+jullie|die+lul|kantoor|winkel|pand|filiaal|hoofdkantoor) .. (dood|kapot|neer|af|in+elkaar|elkaar|
        ziekenhuis|hoofd|kop|gezicht|bek|tanden|benen|poten|nek|hens|fik|brand|keel|plat|op|kort+en+klein|puin|
        verrot|knieschijven|total+loss|kogel|mes|lek|hersens|strot|vingers|armen), (sla|schiet|steek|maak|trap)+(je|
        jullie|hem|haar|ze|die)+(dood|kapot|neer|in+elkaar|af), vermoord*, doodschiet*, doodsteek*, doodslaan,
        doodmaken, neerschieten, neersteken, neersteek, afmaken, kapotmaken, kapotslaan, in+elkaar+(slaan|sla|
        timmer*|trap*|rammen|ram), kort+en+klein, op+je+bek, op+je+smoel, op+hun+bek, voor+je+kop, kogel, (steek|
        stook|zet|gooi) .. (in+brand|in+de+fik|in+de+hens|brand|fik|hens), fik+erin, steek+.. (in+de+fik|fik|
        in+brand|brand), in+de+fik+steken, in+brand+steken, platbranden, brand+.. plat, opblazen, blaas+.. op, bom,
        bommen, bommelding, molotov*, brandbom*, benzine .. (aansteker|jerrycan|lucifer*), jerrycan, met ..
        (honkbalknuppel|mes|knuppel|koevoet|hamer|bijl|pistool|wapen|machete|moker|ijzeren+staaf|baseballknuppel|
        stok|aansteker), honkbalknuppel*, knuppel, koevoet, pistool, wapen, (weet|weten|vind|vinden|achterhaal|zoek)
        .. waar .. (woon*|werk*|parkeer*|huis|school|slaap*|kinderen|sport*), waar+(je|jullie|hij|zij|ze|u)+(woon*|
        werk*|parkee*|slaap*), weet .. wanneer .. (vrij|klaar|werk|dienst), weet+je+te+vinden,
        weet+jullie+te+vinden, weten+jullie+te+vinden, weet+.. te+vinden, ik+vind+(je|jullie|hem|haar|u)+(wel|nog),
        krijg+je+(nog+)?wel, krijgen+jullie+(nog+)?wel, pak+(je|jullie|hem|haar)+(nog|wel|terug), (gaat|gaan|zal|
        zullen|ga|zul|krijg*) .. (spijt|berouwen|bezuren|boeten|bloeden|betreuren|voelen), spijt+van+krijgen,
        spijt+krijgen, boeten, er+gaat+bloed, bloed+(vloeien|vloeit|aan+de+muur), gaat+.. bloed, bloed+zien,
        achterom+(kijk*|kan+kijken), achterom, kijk+.. uit+(vanavond|voortaan|als|waar), pas+.. op+(je|jullie|als|
        hoor|vriend), pas+maar+op, let+maar+op, uitkijken+.. straat, (kom|komen|sta|staan|wacht|wachten) .. (langs|
        opwachten|voor+de+deur|buiten|parkeerplaats|jullie+kantoor|op+hem) .. (mes|knuppel|hamer|maten|vrienden|
        broers|klappen|jerrycan|eens+kijken|lachen|luisteren|afmaken), opwachten, wacht+.. op+.. (parkeerplaats|
        uitgang|buiten+op), afranselen, aftuigen, afrossen, klappen, klap+voor, ziekenhuis+in, het+ziekenhuis+in,
        ziekenhuis+(in+slaan|inslaan|in+meppen|in+trap*), lijkzak, lopen .. niet+meer+normaal, mes+tussen,
        tussen+(zijn|je|jullie|haar|de)+ribben, moet+oppassen, (kom|komen) .. halen .. (vrienden|maten|jongens),
        (doodgeschoten|opgehangen|afgeschoten|neergeschoten|opgeknoopt|verkracht) .. (worden|moeten|verdien*),
        verdien* .. (kogel|dood|klappen|pak+slaag), pak+slaag, hoop+.. (dood+gaan|sterft|sterven|verrekt|
        kanker+krijg*|crepeer*), kanker+krijg*, krijg+.. kanker, crepeer, crepeert, sterf, ga+dood,
        laatste+waarschuwing, geweld, bedreig*, ik+meen+het, doodsbedreiging*, ik+zweer+(het|je|dat), nek+om,
        keel+door*, je+kop+eraf, (wat|iets)+aan+doen+jullie""",
    Harm.LEGAL: """
        advoca*, *advocaat, *advocate, jurist, juristen, juridisch*, rechtszaak, rechtszaken, rechter, rechters,
        kantonrechter, rechtbank, rechtsbijstand*, rechtsbescherming, rechtshulp, *rechtbank, gerecht,
        gerechtelijk*, juridische, kort+geding, dagvaard*, dagvaarding, procedure+(bij|start*|aanspann*),
        aanspannen, aangeklaagd, aanklagen, aanklacht, klaag+.. aan, klagen+.. aan, voor+het+gerecht,
        voor+de+rechter, naar+de+rechter, aangifte*, aangeven+bij+de+politie, politie, proces+verbaal,
        openbaar+ministerie, justitie, strafbaar*, strafrechtelijk, geschillencommissie*, geschil*+(commissie|
        beslecht*|aanhangig), consumentenbond, consumentenautoriteit, consuwijzer, consumentenrecht*,
        consumentenorganisatie, testaankoop, test+aankoop, economische+inspectie, fod+economie, ombuds*, acm, afm,
        kifid, toezichthouder*, nvwa, ilt, inspectie*, autoriteit, autoriteiten, autoriteit+persoonsgegevens,
        persoonsgegevens, gba, bipt, vreg, avg, gdpr, privacywet*, privacyautoriteit, datalek*, inzageverzoek,
        recht+van+inzage, recht+op+(inzage|verwijder*|vergetelheid), artikel+(15|17), ingebreke*, in+gebreke,
        in+verzuim, verzuim, gebreke, sommeer*, sommatie*, sommeren, aanmaan, laatste+(aanmaning|sommatie|
        waarschuwing|kans)+(voor|om|brief), termijn+van+(veertien|14|tien|7), veertien+dagen, 14+dagen .. (betalen|
        terug|anders|tijd|termijn|reageren), per+aangetekende .. (termijn|gebreke|brief), officiële+(klacht|
        aanklacht), officieel+(klacht|bezwaar), formeel, formele+(klacht|aanklacht), bezwaarschrift, bezwaar+bij,
        klacht+(in+bij|bij+de|ingediend+bij|indienen+bij|neergelegd), klacht .. (autoriteit|toezichthouder|acm|
        ombuds*|inspectie|tuchtrecht*), dien+.. klacht+in, ontbind* .. overeenkomst, ontbinding,
        vernietig*+overeenkomst, contractbreuk, wanprestatie, onrechtmatig*, onwettig*, illegaal, illegale,
        tegen+de+wet, wettelijk*, volgens+de+wet, bij+wet, wetgeving, wetboek, oneerlijke+handelspraktijk*,
        misleidend*, aansprakelijk*, schadeclaim*, claim+in, schadevergoeding+.. (eis|claim|vorder*), eis+..
        schadevergoeding, vorder*+(ik|wij), vorderen, vordering, betwist*, incassobureau .. (betwist|advocaat),
        deurwaarder*, beslag+(leg*|op), verordening+261, 261+2004, eu+261, ec+261, passagiersrechten, discrimin*,
        meldpunt*, college+voor+de+rechten, mensenrechten, gelijke+behandeling, radar, kassa+(uitzending|programma|
        vara|benader*|ingeschakeld), naar+(radar|kassa), opgelicht+programma, meld+.. (acm|autoriteit|nvwa|politie|
        instantie*), melding+.. (acm|nvwa|autoriteit|politie|bij+de+inspectie), notaris, bewijs+veilig,
        mijn+rechten, recht+op+(schade|vergoed*|garantie)+(volgens|wettelijk), bewindvoerder, huurcommissie,
        tuchtcollege, tuchtrechter, letselschade*, massaclaim, stichting+.. claim, curator""",
    Harm.FRAUD: """
        afgeschreven .. (niet+ken|nooit|onbekend|vreemd|brazilië|buitenland|zonder), niet+(besteld|gedaan|gekocht|
        aangevraagd|afgesloten) .. (toch|wel|factuur|betaling*|betaald|rekening|kaart), nooit+(besteld|gekocht|
        iets+besteld|gedaan), iemand+anders+(heeft|is|gebruikt|zit|logt|bestelt), (wachtwoord|mail|e+mailadres|
        telefoonnummer|adres) .. (gewijzigd|veranderd|aangepast) .. (niet|zelf|iemand|onbekend*|ineens),
        niet+zelf+.. (gedaan|gewijzigd|besteld|gepind), geld+(weg|kwijt|verdwenen|van+mijn), (weg|kwijt) ..
        (oplicht*|link|verkoper|nep), erin+gestonken, in+de+val, te+mooi+om+waar, malafide, dubieus, dubieuze,
        louche, onbetrouwbaar, klopt+deze+(mail|sms|link), vertrouw+.. (mail|sms|link|bericht|mailtje|niet),
        ingelogd .. (niet|iemand|anders), hack, hacks, phising, fishing, kaart .. (gekopieerd|gestolen|
        gebruikt+door), pinpas+.. (gestolen|gebruikt), wisseltruc, bankpas+.. (opgehaald|afgegeven|gestolen),
        aan+de+deur .. (pas|getekend|oma), niet+bestaand*, bestaat+niet .. (huis*|woning|appartement|bedrijf|
        verkoper), bestond+niet, spookbericht, oplicht*, opgelicht*, *oplichter, *oplichting, fraude*, frauduleus,
        frauduleuze, fraudeur*, *fraude, bedrog, bedrieg*, bedrogen, gestolen, gestole, stelen, steelt, stal, gejat,
        jatten, gepikt, diefstal, dief, dieven, beroofd, geroofd, roof, inbraak, ingebroken, phish*, gephisht,
        gefisht, smishing, nepmail*, nepsms, nepbericht*, nepsite*, nepwebsite*, nepwinkel*, nepaccount*,
        nepprofiel*, nepfactuur*, nepkaart*, nepverkoper, neptelefoontje, neppe, nep, nepp*, fake, vals, valse,
        vervalst*, namaak*, nagemaakt*, gehackt, gehacked, hackers, hacker, gehekt, hacken, gekaapt, gekraakt,
        overgenomen .. (account|nummer|profiel|simkaart|rekening), (account|nummer|profiel|rekening) ..
        (overgenomen|gehackt|gekraakt|gekaapt|leeggehaald|misbruikt|geplunderd|leeggetrokken|gejat), leeggehaald,
        leeggeplunderd, leeggetrokken, leeggeroofd, geplunderd, identiteitsfraude, identiteitsdiefstal, misbruik,
        misbruikt, op+(mijn|onze|haar|zijn|jullie|uw)+naam, (in|onder|uit)+(mijn|onze|jullie|uw)+naam,
        met+mijn+(gegevens|identiteit|paspoort|naam|kaart|pas), zogenaamd*+(medewerker*|bank|politie|bezorger|
        monteur|van+jullie|namens|klant|jullie|koerier|door), zogenaamd*, zgn, zich+voor*+(als|doet|doen|
        deed)+(als)?, doet+zich+voor, deed+zich+voor, deden+zich+voor, doen+zich+voor, doet+alsof, deed+alsof,
        beweerde+van, namens+jullie+.. (bel*|mail*|sms*|app*), (iemand|onbekende*|vreemde*|hij|ze|persoon) ..
        (ingelogd|besteld|gebruikt|afgesloten|gekocht|betaald|gepind|ingebroken|toegang|meekijk*|gewijzigd|
        aangemaakt|verkocht|aangevraagd|opgenomen|misbruik*) .. (mijn|account|kaart|naam|gegevens|rekening|pas|onze|
        profiel), (iemand|onbekenden) .. (mijn|onze) .. (gegevens|naam|account|kaart|rekening|pas|simkaart),
        onbekende*+(afschrijving*|betaling*|transactie*|login|inlog*|apparaat|persoon|incasso|bestelling|personen|
        kijken), onbekenden, inlogpoging*, ingelogd+.. (vanuit|uit) .. (rusland|vietnam|china|nigeria|brazilië|
        buitenland|land), verdacht*+(mail*|sms*|bericht*|link*|transactie*|betaling*|telefoontje|afschrijving*|
        inlog*|activiteit*|site|app|belletje|advertentie), verdachte, rare+(mail*|sms*|afschrijving*|transactie*),
        vreemde+(mail*|sms*|afschrijving*|transactie*|betaling*), zonder+(mijn+)?(toestemming|medeweten|opdracht),
        niet+geautoriseerd*, ongeautoriseerd*, nooit+(toestemming|getekend|afgesloten|goedgekeurd|aangevraagd|
        klant+geweest), (betaling*|afschrijving*|bestelling*|transactie*|aankoop|aankopen|abonnement) ..
        (niet+gedaan|niet+van+mij|nooit+gedaan|niet+ken|ik+niet|niet+herken|nooit+besteld), webshop+die+ik+niet+ken,
        niet+door+mij, ben+ik+niet, was+ik+niet, dat+ben+ik+niet, herken+.. niet, niks+besteld, niets+besteld, link
        .. (geklikt|ingevuld|betaald|gegevens|weg|leeg), geklikt+op .. link, op+.. link+geklikt, (codes|code|
        pincode|wachtwoord|gegevens|inlogcodes|bankgegevens|tancode) .. (ingevuld|gegeven|doorgegeven|afgegeven|
        ontfutseld|gevraagd|afgetroggeld|voorgelezen|ingetoetst), trapte+.. in, ingetrapt, erin+(getrapt|getuind|
        geluisd|gestonken), ingetuind, getild, genaaid+.. (verkoper|link), voor+.. euro+opgelicht, afpers*, losgeld,
        chantage, chant*, geldezel, katvanger, whatsappfraude, babbeltruc*, helpdeskfraude, bankhelpdesk*, spoof*,
        sim+swap*, simkaart+.. (overgezet|gekaapt|gekloond|aangevraagd|ander*), gekloond*, geskimd, skim*,
        douane*+.. (sms|link|betaald|mail), bijbetalen .. (link|sms), (sms|mail|mailtje|app|bericht|telefoontje) ..
        (echt+van|van+jullie|wel+van|vertrouwd|betrouwbaar|is+dit+echt|klopt+dit|nep), is+(dit|dat|die) .. (echt|
        van+jullie|nep|betrouwbaar|phishing|oplichting), cadeaukaart* .. (codes|kopen|oplicht*|leeg*), (wachtwoord|
        mailadres|adres|nummer) .. (gewijzigd|veranderd) .. (ik+sliep|niet+door|.ru|ru|vraag|onbekende|
        niet+meer+binnen|ingewisseld), (punten|spaarpunten) .. (ingewisseld|overgeboekt|weg|verdwenen|gestolen),
        aan+de+deur .. (contract|aangesmeerd|beweerde), aangesmeerd, iemand+die+zei, jullie+naam+gebruikt, verkoper
        .. (verdwenen|opgeheven|spoorloos|weg|onbereikbaar|nep), spookfactu*, spooknota, handtekening .. (vervalst|
        niet+van+mij), euro+weg, verduister*, (geld|euro|spaargeld|rekening|saldo) .. (verdwenen|leeg|weg+is|
        kwijt+door)""",
    Harm.HARDSHIP: f"""
        (moeder|vader|oma|opa|man|vrouw|zoon|dochter|kind|baby) .. (ziek*|ziekenhuis|kou|koud|alleen|gevallen|
        invalide|koorts|medic*|hartpatiënt|terminaal), kunnen+niet+(weg|thuiskomen|naar+huis), kom+niet+(thuis|
        meer+thuis|weg), thuiskomen, hoe+kom+ik+(thuis|nu+thuis|weg|hier+weg), naar+huis .. (nacht|kan+niet|geen|
        hoe), laatste+(bus|trein), midden+in+de+nacht, geen+kant+op, dringend+nodig, kunnen+niet+wachten,
        kan+niet+wachten, rekening .. geblokkeerd, pas+geblokkeerd, geen+eten, slaapt+.. (jas|trui|kou), kou+(lijd*|
        staan|zitten), zitten+in+de+kou, mijn+medic*, hulpmiddel*, prothese, koeling+.. medic*, dieet*, allergie ..
        (baby|kind), ondervoed*, gestrand, gestrande, strand*+(in|op)+(luchthaven|vliegveld), (sta|staan|zit|zitten|
        slaap|slapen|vast|wacht|overnacht*) .. (vliegveld|luchthaven|kou|regen|donker|vluchtstrook|buitenland|lift|
        tunnel|snelweg|grens|nacht|alleen+op|perron|vloer|sneeuw|hitte|niemandsland|middle+of+nowhere), vast+..
        (lift|trein|tunnel|vliegveld|snelweg|buitenland), zit*+vast, vastzit*, vastgezet+.. loon, opgesloten, (kou|
        donker|regen|nacht|vrieskou|sneeuw) .. (buiten|kind*|alleen|perron|staan|zitten), in+de+kou, in+de+vrieskou,
        helemaal+alleen, alleen+op+(station|straat|perron|het), sta+.. alleen, ik+ben+alleen, woont+alleen,
        alleenwonend*, geen .. (verwarming|warm+water|stroom|elektriciteit|gas|water|licht|eten|onderdak|slaapplek|
        medicijnen|insuline|contant|taxi|huisvesting|zuurstof|geld+meer|inkomen), zonder .. (verwarming|warm+water|
        stroom|elektriciteit|gas|water|licht|eten|geld|medicijn*|insuline|zuurstof|inkomen|onderdak|hulp|toilet),
        (cv|ketel|verwarming|kachel|stroom|elektriciteit|stadsverwarming|warmtepomp|stadsnet|water|gas) ..
        (uitgevallen|uit|kapot|storing|afgesloten|stuk|weg|niet) .. (dagen|graden|baby|kind*|peuter*|kleuter*|koud|
        vriest|moeder|ziek|winter|sinds|oud|beademing|rolstoel), (4|5|6|7|8|9|10|11|12|13|14|vijf|zes|zeven|acht|
        negen|tien|elf|twaalf|dertien)+graden, graden+(binnen|in+huis|buiten|onder+nul|vorst), vriest, vrieskou,
        bevroren .. (huis|leiding|kou), ijskoud, bibber*, onderkoel*, hittegolf, oververhit, min+(2|3|4|5|6|7|8|9|
        10|vier|vijf|zes|zeven|acht), uitgedroogd, insuline*, inhalator, puffer, astma*, epilep*, diabet*,
        suikerpatiënt, suikerziekte, glucose*, dialyse*, chemo*, kanker, oncolog*, tumor, zuurstof*, beademing*,
        sondevoeding, sonde, stoma*, katheter, incontinentie*, hartpatiënt*, hartmedicatie, hartmedicijn*,
        bloedverdunner*, bloeddruk*, pacemaker, transplant*, medicijn*, medicatie, geneesmiddel*, pillen, recept ..
        (spoed|nodig|op), apotheek .. (nodig|spoed|dringend), pijnstillers, antidepress*, noodgeval, noodsituatie,
        nood, levensreddend, palliatief, hospice, terminaal, op+sterven, stervende, stervend, sterfbed, bedlegerig*,
        bedverpleegd, mantelzorg*, thuiszorg, verpleegbed, zorgbehoevend, hulpbehoevend*, verlamd, gehandicapt*,
        invalide, beperking, rolstoel*, rollator, scootmobiel, krukken, traplift*, tillift, slecht+ter+been,
        ik+ben+blind, blinde+(man|vrouw|klant|moeder|vader|reiziger), slechtziend*, geleidehond, ik+ben+doof,
        dove+(klant|man|vrouw|moeder|vader), slechthorend*, autis*, dement*, dementie, alzheimer*, parkinson,
        multiple+sclerose, longpatiënt, copd, longziekte, ernstig+ziek*, ziek+(kind|kindje), zieke+(moeder|vader|
        man|vrouw|oma|opa|zoon|dochter), {_WHO} .. (ziek|koorts|opgenomen|ziekenhuis|bedlegerig|beademing),
        ik+ben+(ernstig+)?ziek, koorts, longontsteking, revalid*, net+geopereerd, na+.. operatie, operatie ..
        (morgen|vandaag|moet|gemist), zwanger*, hoogzwanger, weeën, bevallen, bevalling, pasgeboren*, newborn,
        prematuur, couveuse*, (met|een|onze|mijn|de|hebben|heb|n)+(kleine+|zieke+|pasgeboren+)?baby, baby+van,
        babyvoeding, flesvoeding, luiers, melkpoeder, kunstvoeding, weken+oud*, maanden+oud*, dreumes,
        met+een+(peuter|kleuter), (twee|drie|vier|2|3|4|kleine|jonge)+(kleine+|jonge+)?(kinderen|kids|peuters|
        kleuters|kindjes), kleine+kinderen, met+(mijn+|de+|onze+)?(kinderen|kids|dochtertje|zoontje),
        alleenstaand*+(moeder|vader|ouder), gepensioneerd*, aow, bejaard*, hoogbejaard*, oudere+(mensen|dame|heer|
        man|vrouw|buurvrouw), senior*, kwetsbaar, kwetsbare, (moeder|vader|oma|opa|man|vrouw|mama|ma|pa|buurvrouw|
        buurman|schoonmoeder|schoonvader|tante|oom|mevrouw|meneer) (van+|is+|nu+|al+)?(70|71|72|73|74|75|76|77|78|
        79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|tachtig|negentig|zeventig), (70|72|74|75|76|77|78|79|
        80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95)+jaar, *jarige+(moeder|vader|oma|opa), uitkering, bijstand*,
        wajong, minimum+inkomen, voedselbank, schuldhulp*, schuldsanering, (huur|hypotheek|boodschappen|eten) ..
        (niet+betalen|betalen|kopen|betaald+worden|morgen|achterstand), niet+.. (huur|boodschappen) .. betalen,
        geen+geld+(meer|voor), niks+te+eten, niets+te+eten, rood+.. (huur|eten), (weekloon|loon|salaris|spaargeld|
        geld) .. (vast|geblokkeerd|bevroren) .., (rekening|pas|kaart) .. geblokkeerd .. (buitenland|eten|hotel|huur|
        marokko|spanje|turkije), dakloos, dakloze, uithuiszetting, huisuitzetting, op+straat+(staan|gezet|komen|
        slapen), afgesloten .. (gas|stroom|water|winter|kinderen|baby), afsluiten .. (winter|kinderen|gas|stroom|
        baby), begrafenis*, uitvaart*, crematie, rouwkaart*, weduwe*, weduwnaar, personenalarm*, alarmknop,
        noodknop, noodoproep, alarmering, verzorgingshuis, verzorgingstehuis, verpleeghuis, bejaardenhuis,
        aanleunwoning, lift .. (vast|kapot|stuk|storing) .. (rolstoel|oud*|moeder|hoog|etage|verdieping), alleen+..
        (dochter|zoon|kind|meisje) .. (station|perron), (dochter|zoon|kind|meisje|jongen|nichtje) .. (alleen|
        in+haar+eentje|in+zijn+eentje), telefoon+.. (2|3|4|5|6|7|8|9)+(procent|batterij)?, (accu|batterij|
        telefoon)+(nog+|bijna+|op+)?(1|2|3|4|5|6|7|8|9), levensgevaarlijk, ongeneeslijk, niet+te+harden, pijn ..
        (niet|ondraaglijk), ondraaglijk*, staan+op+straat, wanhopig, ten+einde+raad, radeloos, 17+jaar, 16+jaar,
        wanhoop, spoedgeval, met+spoed, ziekenhuis+.. (afspraak|moet|behandeling|kosten|operatie|bezoek),
        wondverband, verbandmateriaal, doodzieke, hulpverlener*, blijf+van+mijn+lijf, pechhulp+.. (uur|nacht|kind*|
        baby), laatste+(trein|bus)+.. (gemist|uitgevallen|weg|rijdt+niet)""",
}  # fmt: skip

NOT_HARM: Final = """
    (niemand|geen) .. (gewond*|gewonden|letsel|slachtoffers|doden), (niet|geen|zonder|niks) .. (gewond*|gevaarlijk*|
    gevaar|brandgevaar|letsel|oplichting|fraude|advocaat|noodgeval|politie|ongevaarlijk), ongedeerd, ongevaarlijk,
    gelukkig+niemand, (prijs|prijzen|tarief|tarieven|kosten|tickets) .. (oplichting|oplichterij|diefstal|roof|
    belachelijk+roof|crimineel|misdadig|afzet*|illegaal|schandalig), (oplichting|oplichterij|diefstal|pure+roof) ..
    (prijs|prijzen|tarieven), (pure|je+reinste|gewoon|wat+een|een+en+al|ordinaire|regelrechte)+(oplichting|
    oplichterij|diefstal|roof), (jullie|u|ze)+(zijn|bent)+.. (oplichters|dieven|criminelen|bedriegers),
    oplichtersbende, stelletje+(oplichters|dieven), vermoord .. (verhoging*|figuurlijk|croissant), (rij|wachtrij|
    wachtmuziek|wachttijd|hitte|saai*|app|update|wachten) .. (dood|vermoord|sloopt|nekt), (sterf|sterven|ga+dood|
    doodga|stierf) (van|aan+de) (honger|dorst|verveling|nieuwsgierigheid|lachen|de+honger|de+kou+bij),
    dood+(gelachen|gewoon|normaal|simpel|lopend*|saai|stil|leuk|moe|eenvoudig|jammer), doodgewoon, doodleuk,
    doodsimpel, doodjammer, doodmoe, doodlop*, doodsaai, doodstil, doodgelachen, lach+me+dood, lachen+.. dood,
    erger+me+dood, ergeren+.. dood, verveel+.. dood, verveeld+.. dood, schrik+.. dood, geschrokken .. (prijs|
    rekening|bedrag), schrok+me+dood, schrok+.. (rekening|prijs|bedrag), om+te+(gillen|sterven+zo+lekker|moorden),
    vermoordde+.. lach, moordgriet, moord+(goed|wijf|snoep|en+brand|wedstrijd), moord+en+brand, vuurwerk, kampvuur,
    vuur+(voor|werk|en+vlam), vurig, brandend*+(vraag|actueel|kaars), brandstof*, kaarsen, rookvrij, rook+(vrij|
    worst|gordijn|verbod|kamer), rookworst, roken+(verboden|mag|in|niet+toegestaan|op+het|op+het+perron|doe),
    niet+roken, gerookt*, vonk+(slaat|oversla*), vonken+oversla*, ontploft+(van+woede|mijn+telefoon|mijn+inbox|
    twitter), ontploffen+van, ik+ontplof, inbox+ontploft, ontploffende+mailbox, uit+elkaar+van+woede, bom+(vol|
    geld), bomvol, bomaanslag+film, seksbom, bruisbal, bommetje, een+bom+duiten, badbom*, op+de+schop, schop+onder,
    schop+(op|in), hart+gestolen, gestolen+hart, mijn+hart+.. gestolen, tijd+gestolen, show+gestolen, hackathon,
    life+hack*, op+mijn+naam+(staan|zetten|boeken|geboekt|gereserveerd|te+zetten|staat), (reserver*|boek*|ticket*|
    contract|abonnement|zetten|rekening+zetten|overzetten|bestelling) .. op+(mijn|haar|zijn|onze)+naam,
    nep+(wimpers|bont|leer|planten|plant|kerstboom|gras), nepnieuws, neppe+(wimpers|planten), fake+(news|tan),
    om+te+(kopen|vragen|weten|zien|bestellen|betalen|gaan|zeggen|doen|laten|maken|lezen), hand+(tekening|schoen*|
    in+hand|leiding|bagage|doek*|matig|ig|vatten), handbagage, handleiding, aan+de+hand, uit+de+hand, van+de+hand,
    voor+de+hand, met+de+hand, op+de+hand, naar+de+hand, vingers+(gekruist|in+de+pap|aflikken), duim*+(omhoog|voor|
    op), duimen, vinger+aan+de+pols, op+de+vingers, op+de+voet*, op+eigen+benen, voet+(bal|bij+stuk|van),
    goede+voet*, te+voet, tegen+het+hoofd, boven+het+hoofd, hoofd+(kantoor|pijn|letter|gebouw|telefoon|stuk|
    boven+water|koel|over), koptelefoon, boofdpijn, uit+het+hoofd, over+het+hoofd, hoofdpijn*, kopzorgen, oog+(op|
    springt), in+het+oog, ogen+(open|open+gegaan|dicht), oog+voor, open+ogen, ogen+.. open, oren+(naar|open|
    gespitst|gewassen), mond+(dicht|tot|op+mond|kapje), met+open+mond, mond+.. open, tand+des, tanden+(poetsen|
    op+elkaar), rug+(zak|nummer|toe), achter+de+rug, achter+mijn+rug, neus+(dicht+en|voor), bij+de+neus, neus+..
    stoten, huid+(ig|verzorging|vol), schouders+(op|ophal*|eronder), schouder+.. op, borst+(crawl|voeding),
    borstvoeding, hart+onder, hart+(gebroken|breekt), gebroken+(hart|nacht|nachten), hartaanval+.. (prijs|rekening|
    schrok), kind+kan+de+was, voeten+(op|in+de+aarde), nek+(aan|uit), been+(ham|vlees), beenham, op+de+been,
    blauw+(is|e+envelop|wit|tooth|lijn), blauwe+(lucht|envelop|lijn|shirt|kleur|jurk|trui|schoenen|maandag),
    rode+(loper|draad|kleur|jurk|cijfers), in+het+rood, dikke+(prima|pech|vinger|trui|sok*|kus|pluim|duim|10|tien|
    knuffel|factuur|rekening|streep), dik+(tevreden|in+orde|betaald|te+maken|verdiend), pijn+(grens|punt*|loos),
    pijnlijk+(duidelijk|om+te+zien), doet+pijn+aan+mijn+(portemonnee|hart), ziek+van+(jullie|de+reclame|het+gezeur|
    deze|die), word+.. ziek+van, word+er+ziek+van, ik+word+hier+misselijk+van, misselijkmakend, blind+(vertrouw*|
    date|doeken|varen), verblind*, dovemansoren, oost+indisch+doof, doof+voor, aan+dovemans*, dood+spoor,
    ik+meen+het+serieus+goed, krijg+wat, oorlog, ijskoud+(biertje|drankje|water|glas|genieten), baby+(shower|shark|
    blauw|kamer|foto*), babykamer, babyshower, strand+(tent|dag|vakantie|bed|stoel), pensioen+(overzicht|fonds|
    aanvraag|app|opbouw), pensioenfonds, peuterspeelzaal, tijdens+kantooruren+graden, vast+(netwerk|contract|nummer|
    tarief|bedrag|en+zeker|internet|lijn|abonnement), vaste+(klant|lijn|lasten|prijs|telefoon|contract|aanstelling),
    inspectie+van+het+pakket, autoriteit+op+het+gebied, rechter+(kant|hand|knop|muis|deel|oor|oordop|schoen|oortje|
    bovenhoek|zijde|deur|lens|poot|dopje|speaker|arm|wiel), rechters*+lopen, politie+(serie|auto+speelgoed|
    controle+op+de+snelweg|waarschuwt), wacht+op+(je|jullie|antwoord|mijn), klappen+voor, klap+op+de+vuurpijl,
    klappen+(van+de+molen|uit), handen+op+elkaar, spijt+(me|mij|het|van+dat|van+mijn+aankoop), het+spijt,
    laatste+(kans|waarschuwing)+(om+te+winnen|korting|actie), boeten+voor+.. weer, schiet+(op|niet+op|maar+op|
    eens+op|lekker+op), schieten+(op|lekker+op|maar), schiet+.. op, te+binnen+schiet*, steek+(je|jullie)+.. (hart|
    hoofd|hand*|energie|geld), hak+in+het+zand, doe+.. (op+slot|jas), zet+.. (koffie|op+de+lijst|op+zwart),
    zet+je+.. op, knal+(geel|prijs|aanbieding*|feest|rood|uit), geniaal, gooi+.. op, breek+.. (hoofd|beloft*),
    breek+mijn+hoofd, geweldig*, sla+.. op, opgeslagen, sla+.. over, over+slaan"""
