"""English."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.harm import Harm

_LIMB: Final = """
    (hand|hands|finger*|thumb*|arm|arms|wrist*|elbow*|shoulder*|leg|legs|knee*|ankle*|foot|feet|toe|toes|hip|neck|
    head|forehead|face|eye|eyes|lip|lips|mouth|tongue|throat|gum|gums|tooth|teeth|molar|nose|jaw|chin|skin|scalp|
    chest|rib|ribs|spine|ear|ears|stomach)"""
_HURTS: Final = """
    (broke|broken|bruise*|bandage*|bleed*|bled|bloody|blister*|burn|burns|burned|burnt|burning|scald*|cut|cuts|
    cracked|chipped|dislocated|fractured|gash*|grazed|hurt|hurts|injur*|numb|red|sore|sprain*|stitch*|stitches|
    stung|swell*|swollen|torn|twisted|raw|rash|rashes|hives|crushed|trapped|pinched|sliced|scarred|scratched|
    plaster|cast|sling|splint|wrecked|itch*|peeling)"""
_HURT: Final = """
    (broke|burned|burnt|bruised|crushed|cut|cutting|dislocated|fractured|gashed|hurt|hurting|injured|lost|pinched|
    scalded|scraped|slashed|sliced|sprained|stabbed|tore|trapped|twisted|shattered|chipped|cracked|banged|bumped|
    hit|shut|slammed|stitches|blood)"""
_THING: Final = """
    (charger*|battery|batteries|phone|laptop|plug|socket|adapter|adaptor|toaster|kettle|oven|hob|fryer|airfryer|
    heater|boiler|dryer|washer|dishwasher|fridge|freezer|lamp|light|scooter|bike|ebike|vape|powerbank|router|
    blanket|iron|hairdryer|straightener*|microwave|cable|cord|wire|wiring|outlet|drill|mower|toy|machine|box|engine|
    bus|van|vacuum|monitor|tv|car|meter|panel|inverter|extension|cooker|grill|speaker)"""
_WHO: Final = """
    (baby|newborn|infant|toddler*|kid|kids|child|children|son|daughter|mum|mom|mother|dad|father|gran|nan|grandma|
    grandmother|grandad|grandfather|grandpa|husband|wife|partner|parents|family|elderly|pensioner*|neighbour*|
    neighbor*|we|i|me|us|she|he)"""

HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: f"""
        {_LIMB} .. (burn*|burnt|burned|scald*|blister*|cut|sliced|shocks|shocked|choked|crushed|trapped|pinched|gash*|
        stitches), (burn*|burnt|burned|scald*|blister*|cut|sliced|shocks|shocked|choked|crushed|trapped|pinched|gash*|
        stitches) .. {_LIMB}, allergic+reaction*, anaphyl*, food+poison*, second+degree, burns+unit, chipped+..
        tooth, tooth+.. (stone|glass|metal|bit), electrocut*, sharp+edge*, sharp+(metal|plastic|bit|piece|point|
        corner*), razor+sharp, tip*+over, tipped+over, toppled*, unstable, magnets, button+batter*, cord .. neck,
        too+hot+to+(touch|hold), red+hot, boiling+(water|hot) .. (spray*|spurt*|burst*|leak*|pour*|splash*),
        battery+acid, acid+leak*, leaking+(acid|fluid|fuel|petrol), leak* .. (socket|electrics|fuse|ceiling+light|
        plug), water .. (light+fitting|socket*|fuse+box|electrics|plug*), rusty+(nail|screw|blade), nail+sticking,
        bleach, tyre+(burst|blew|came), wheel+nut*, gap .. platform, (bolt|bolts|screw|screws|nut) .. (missing|
        loose|fell|came+out|snapped|not+tightened), tripped+the+fuse, trips+the+fuse, blew+the+fuse, fuse+blew,
        short+circuit*, shorted, hot+enough+to, got+so+hot, gets+so+hot, very+hot .. (cable|plug|battery|handle|
        door), (cable|plug|handle|battery|door|case) .. (very|really|so|burning|extremely|scalding)+hot, bulg*,
        leaking+gas, nuts+in, traces+of, contains+(nuts|peanut*|milk|egg|gluten), mislabel*, (take|pull|get)+(it|
        them|this|these) .. (off+(the+)?(market|shelves|sale|road|track)), stop+selling, someone+(will|is+going+to|
        could|might|gets|s+going+to), before+(someone|somebody|a+child|it+kills|anyone|a+kid), in+(my|his|
        her)+mouth, swallowed, my+(son|daughter|kid|toddler|baby|child|wife|husband) .. (burned|burnt|cut|choked|
        hurt|shock|swallowed|trapped), crash+(landing|into), caught+fire, caught+on+fire, caught+alight, on+fire,
        catch fire, catches+fire, catching+fire, set+fire+to, set+alight, {_THING} .. fire, fire .. {_THING}, (fire|
        electrical|safety|choking|health|trip|tripping)+hazard*, flames, inferno, ablaze, blaze, up+in+smoke, smoke
        (coming|pour*|out|from|started|everywhere), (started|began|begins|starts|is|was|were) smoking, smoke ..
        {_THING}, {_THING} .. (smoke|smoking|smoked), smouldering, smoldering, sparks, sparking, sparked, (explod*|
        explosion*|blew+up), exploded, explodes, exploding, explosion*, burst (in|into|while|open|apart),
        blew+up+in, went+bang, {_THING} .. (melt*|burnt|burned|burning|scorch*|singed|shocks|shocked|swell*|
        swollen|bulging|overheat*|boiling|bang|sizzl*|hissing|hot), melting,
        melted (plug|cable|socket|plastic|charger|through),
        scorch*, charred, singed, (burning|burnt|burned|plasticky) .. (smell|smells|smelt|stink*|plastic|rubber),
        (smell*|smelt|stink*|reek*) .. (burning|burnt|gas|smoke|fumes|petrol|fuel|chemical*|scorched|rotten+eggs),
        lid .. (flew|blew), blew+off, (cot|crib|pram|buggy|pushchair|stroller|gate|seat) .. (drops|drop|folded|
        folds|collapse*|tips|tipped), (hiss|hissing|hisses) .. smoke, people .. skid, (got|gave|gives|get|getting)
        .. shock (that|from|off|when), something+will+happen, warning .. (children|flame|kids), flame, gas+leak*,
        gas+smell, carbon+monoxide, co+alarm, monoxide, electric+shock*, electrical+shock*, got .. shock, (a|an|
        nasty|big|massive|mild) shock (from|off|when|through|every), shocks+me, shocked+me, shocking+me,
        gives+you+a+shock, zapped, live+wire*, bare+wire*, exposed+wir*, exposed+cable*, loose+wires, wires
        (exposed|hanging|sticking), (glass|metal|plastic|screw|nail|blade|needle|wire|stone|bone|shard*|splinter*|
        maggot*|bolt|staple|tack|razor*) .. (in|inside) .. (food|salad|soup|jar|bread|burger|yoghurt|yogurt|sauce|
        meal|pizza|cereal|sandwich|jam|rice|curry|chocolate|cake|milk|drink|bottle|bag|pack|packet|tin|can|porridge|
        puree|pouch|sausage*|cheese|toy|bite|smoothie|muesli|wrap), broken+glass, shard*, glass+shards, shattered,
        splinter*, (brake|brakes|steering|airbag*|seatbelt*|harness) .. (fail*|gone|stuck|stopped|refuse*|not|loose|
        came|broke|snapped|work*|locked|give|gave), (wheel|pedal|handlebar*|stem|ladder|railing*|banister|ceiling|
        roof|shelf|bunk|balcony|step|stair*|door|doors|hatch|panel|beam|lift|elevator|tile*|seat|cot|crib|stroller|
        pram|swing|slide|gate|sign|chair|stool|bench|helmet|strap|buckle|clip|rope|cable) .. (fell|collapse*|
        collapsing|gave+way|snapped|detach*|sheared|wobbl*|came+off|come+off|loose|opened|flew|dropped|plunge*|
        jolt*|undone), door* .. (open|opens|opened|opening) .. (driving|moving|drove|motion|speed|train|way),
        (drove|driving|pulled|set|moved|took) off with .. (door|doors) .. open, danger*, hazard*, unsafe, not+safe,
        not .. safe+to, lethal, deathtrap, death+trap, accident+waiting, (could|couldve|might|would|wouldve|will|
        going+to|gonna) .. (killed|kill+somebody|kill+someone|kill+a|died|burned+down|burnt+down|strangle*|choke*|
        choked|drown*|electrocut*), could have .. (fire|killed|died|dead|worse|hurt|burned|burnt), (someone|
        somebody|people|anyone|kid|child|person|one) .. (will|could|might|is+going+to|gonna|going|to) .. (hurt|
        killed|die|injured|dies), waiting .. (death|dead|killed|hurt), nearly .. (killed|hit|died|crashed|choked|
        crushed|ran|run|swallowed|fell|lost+an), almost .. (killed|hit|died|crashed|choked|crushed|ran|swallowed),
        near+miss, choked+on, choking, chokes, choke, suffocat*, strangl*, swallow*, toxic*, poison*, contaminat*,
        salmonella, listeria, asbestos, mould .. (cough*|asthma|breath*|lungs), fumes, (driver|pilot|he|captain) ..
        (drunk|texting|asleep|speeding|phone .. driving|red+light|wrong+side|slumped|nodding|alcohol), texting ..
        driving, on .. phone .. (driving|wheel), (driving|drove|ran|jumped|went) .. (like+a+maniac|red+light|
        red+lights|too+fast|wrong+way|recklessly), reckless*, recall*+(over|notice|because|for|this|it|these),
        needs+recalling, off+the+market, off+the+shelves, undeclared, not .. (labelled|listed|declared) .. (nut*|
        allergen*|milk|gluten|egg*|peanut*), allergen*, (nuts|peanut*|gluten|milk|egg|sesame|hazelnut*) .. (not|
        wrong|free|despite|although) .. (label*|listed|free|allergic|coeliac|celiac), downed .. (line|cable|wire),
        power+line .. (down|hanging), (cable|wire|wires) .. hanging, manhole .. (open|missing|cover), sinkhole,
        slippery, black+ice, not+gritted, ungritted, icy+steps, fire+(exit*|escape|alarm|extinguisher*|brigade|
        engine|service|department|crew), firefighter*, evacuat*, smoke+(alarm|detector), emergency+exit*,
        life+threatening, risk .. (life|lives|death|fire), (put|puts|putting) .. (lives|life) .. risk, at+risk""",
    Harm.INJURY: f"""
        {_LIMB} .. {_HURTS}, {_HURT} .. (my|his|her|their|our|your|the|a|an|me|s|mums|moms|dads|sons|daughters|kids)
        {_LIMB}, injur*, wound*, bleed*, bled, blood (everywhere|pour*|all|running|on|in|down|test*), bloody+(nose|
        lip|knee*|finger*|hand*|foot|mess), in+hospital, (to|at|from|the|taken|in|into|a)+(the+)?hospital,
        hospitali*, (a&e|emergency+room), a+e, to+the+er, in+the+er, in+er, ambulance*, paramedic*, icu,
        intensive+care, surgery, surgeon, operated+on, stitches, stitched, plaster+cast, in+a+cast, in+plaster,
        sling, concuss*, fractur*, sprain*, dislocat*, bruis*, blister*, scald*, burns+on, burn+marks, degree+burn*,
        degree .. burns, scar, scars, scarred, gash*, welts, whiplash, unconscious, passed+out, fainted, fainting,
        blacked+out, (he|she|mother|father|dad|mum|husband|wife|man|woman|lady|i|passenger|collapsed+on) collapsed,
        seizure*, (got|get|was|were|is|been|badly|seriously|physically|really|someone|somebody|people) hurt,
        hurt+myself, hurt .. (badly|falling|leg|kid|child|son|daughter|mother), hurting+my, black+and+blue, limping,
        limp, broke .. (bone|rib|hip|wrist|arm|leg|nose|tooth|finger|ankle|collarbone), broken .. (bone|rib|ribs|
        hip|wrist|arm|leg|nose|tooth|teeth|finger|ankle|collarbone|toe), broken+bone*, tooth .. (broke|broken|
        chipped|cracked|snapped|off|out), chipped .. tooth, crown .. (broke|came), dentist .. (because|after|bill|
        emergency|tooth|stone), slipped .. (on|over|and|down|fell|broke|wet|ice|floor), tripped (over|on|and|down|
        up|at), fell .. (over|down+the|stairs|steps|hip|knee|hard|on+her|on+his|on+my|off|through|face|escalator|
        gap|hit|badly), had+a+fall, a+nasty+fall, knocked .. (over|down|off|out|unconscious|father|mother|into),
        run+over, ran+over+(my|a|his|her|the), hit+by .. (car|bus|van|tram|door|bike|truck|lorry|driver|something|
        falling|your), hit .. (head|face) .. on, allergic+reaction*, allergic+shock, anaphyl*, epipen*, epi+pen*,
        hives, rash, rashes, came+out+in, broke+out+in, breaking+out+in, swell*+up, swollen, itch*+(all|skin|rash),
        can .. not+breathe, not+breathe, trouble+breathing, struggl*+to+breathe, breathing+problems, food+poison*,
        poisoned, poisoning, (throw*|threw)+up, vomit*, puke, puked, puking, diarrh*, stomach+(cramps|pump*|bug|
        pain*), cramps, (sick|ill|unwell|poorly) .. (after|from|since|because) .. (eat*|ate|having|your|food|meal|
        chicken|fish|sushi|using|drink*|dinner|lunch|pizza|burger|salad|prawns|taking|trying), (made|making|makes)
        (me|us|him|her|everyone|my|them) .. (sick|ill|unwell|vomit|throw|faint|dizzy), (me|he|she|we|us|i|son|
        daughter|husband|wife|kids|family|everyone) .. (violently|really|so|very|both|all) (ill|sick), (violently|
        seriously)+(ill|sick), after+eating .. (sick|ill|bed|night|toilet|bathroom|vomit*|doctor), food .. (sick|
        ill|poison*|toilet), (dizzy|nauseous|nausea|lightheaded|feverish), doctor .. (says|said|confirmed|
        prescribed), gp .. (says|said|because), (was|been|got|is)+bitten, bite+marks, bites+all, bed+bug+bites,
        bitten+by, dog+bit, stung+by, burned+(me|myself|him|her|my|his), burnt+(me|myself|him|her|my|his), burns+my,
        burning+(eyes|skin|throat|my), (chemical|acid|steam|nasty|bad|severe|facial|third|second) burn*,
        cut+(myself|himself|herself|open), cut+(me|him|her)+(badly|open), sliced .. open, electrocuted, (he|she|i|
        son|daughter|child|baby|toddler) .. choked, choked+on, (was|were|been|got|getting) (assaulted|attacked|
        punched|beaten|groped|molested|bitten|crushed|trampled|shoved|pushed), assault*, punched, slapped,
        headbutt*, manhandle*, dragged .. (off|out|floor|down), pinned .. (down|ground|floor|wall), grabbed .. (arm|
        wrist|neck|throat|hair|collar|shoulder), shoved .. (to|into|me|him|her|my|against|down), pushed .. (ground|
        floor|over|stairs|down), broke+my+nose, hands .. throat, miscarr*, (he|she|mother|father|son|daughter|
        husband|wife|man|woman|person|dog|cat|people) .. (died|dies|dead) .. (because|from|after|due|your), (killed|
        kills) .. (dog|cat|man|woman|child|person|people|father|mother|son|daughter), had+a+stroke,
        had+a+heart+attack, nerve+damage, permanent+damage, overdose*, wrong+(dose|dosage|strength|pills|tablets|
        medication|medicine), infected, infection*, sepsis, tetanus, physiotherap*, off+work+(with|since|for),
        unable+to+walk, not+(walk|stand|bend)+(properly|on|since|anymore|without), ended+up .. (hospital|bed|
        doctor*|er|clinic|ambulance|floor), needed .. (stitches|stitch|surgery|hospital|doctor|antibiotics),
        antibiotics, steroid*""",
    Harm.SELF_HARM: """
        ending+(my|it+all), not+.. (go+on)+(anymore|any|like), no+(longer|more)+(want|wish|strength|will)+to+(live|
        be+here|go+on|exist), anymore+.. (live|alive), hurting+myself, hurt+myself, harm+myself, over+for+me,
        tonight+is+my+last, give+my+(dog|cat)+away, take+care+of+my+(dog|cat|kids), goodbye+.. (friend|brother|
        sister|pills|note|family), (friend|brother|sister|son|daughter|dad|mum|roommate|he|she) .. (suicid*|
        kill+himself|kill+herself|end+his+life|end+her+life|said+goodbye|wants+to+die|hurt+himself|hurt+herself|
        harm+himself|harm+herself), breakdown .. (pills|live|alive), better+off+if, see+no+(point|way|reason),
        what+s+the+point+(of+living|in+living|of+being), at+the+end+of+my+rope, suicid*, (kill|killing|killed|hang|
        hanging|harm|harming|hurting|drown|shoot|off|unalive|kms)+(myself|themselves|themself|himself|herself), kms,
        unalive, hurt+myself .. (want|again|going|urge|thought*), want+to+hurt+myself, self+harm*, selfharm*,
        (cutting|cut) (again|myself) .. (again|since|feel|cope|stop|tonight|help), been+cutting, started+cutting,
        (end|ending|take|taking|took|ended) (my|his|her|their|own)+(life|lives|own+life), (end|ending|ended)+it+all,
        (end|ending)+it+tonight, thought* .. ending+it, think* .. ending+it, end+things, end+my+life, (do|did)
        not+(want|wanna) .. (live|alive|be+here|exist|wake+up|go+on+living|be+around|here+anymore|carry+on|
        around+anymore), not+want .. (to+live|be+alive|be+here|to+exist|wake+up|around+anymore|here+anymore|
        here+any+more|be+here+any), not+being+(around|here)+(anymore|any|much), not+be+(around|here)+(anymore|
        any+more|much+longer|tomorrow+anyway|after), (no|any|nothing) (reason|point|left) .. (live|living|go+on|
        carry+on|wake+up), nothing+to+live+for, no+point+(living|in+living|in+going+on|anymore|going+on|being+here|
        carrying+on), (better+off|easier|happier)+(without+me|dead|if+i), (wish|wished|wishing|rather) .. (dead|
        never+born|not+wake|die+than|never+wake|be+gone|just+die), want+to+die, wanna+die, wants+to+die,
        wanted+to+die, ready+to+die, planning+to+die, going+to+die+tonight, thought* .. (ending|of+dying|of+death|
        about+dying|harming|jumping), think* .. (about+ending|about+dying|of+ending|about+jumping|about+death|
        of+killing), (jump|jumping|throw+myself|step) .. (in+front+of|off) .. (train|bridge|roof|bus|car|tracks|
        building|balcony|platform|traffic|window|cliff), (off|on|under) .. (bridge|roof|ledge|platform|edge) ..
        (jump|end|over|goodbye|last), standing+on .. (bridge|roof|ledge|edge|tracks), (take|taking|took|swallow*|
        taken|got|have|has) (all|whole|every|entire|too+many|enough|bottle) .. (pills|tablets|sleeping|meds|
        paracetamol), pills .. (with+him|with+her|in+front+of|in+my+hand|ready|all|counted|saved), overdos*, (wrote|
        written|write|writing|posted|posting|left|said|saying|says) .. (goodbye+note|suicide+note|goodbye+letter*|
        goodbye|last+letter|farewell|goodbyes), goodbye+(everyone|everybody|world|forever|all), (last|
        final)+(goodbye|day+alive), last+thing+i+(write|say|do), my+last+call, (tired|sick|done)+(of|with)+(living|
        life|being+alive|existing), done+living, given+up+on+life, give+up+on+life, life+is+not+worth,
        not+worth+living, life+worth+living, (keep*|stop*|kept) .. (something+stupid|me+alive|doing+something|
        hurting+myself), something+stupid+(to|with), do+something+(stupid|to+myself|silly+to), (can|could)
        not+(go+on|take+it+any|take+any+more|do+this+anymore|do+this+any|live+like|carry+on|cope+any|keep+going|
        take+this+life), not+(go+on|carry+on|live+like+this|cope+anymore|want+this+life|see+a+way|see+any+way|
        see+tomorrow|see+another), i+not+go+on, (just|only) want .. to+(stop|end|sleep+forever|disappear),
        want+to+disappear, (sleep|asleep) .. (never|not)+wake*, not+wake+up+(again|tomorrow|anymore),
        cease+to+exist, dark+(place|thoughts), no+way+out, (helpline|samaritans|crisis+line), psychiatr*, voices ..
        (back|tell|head), not .. reason .. (be+here|live|tomorrow), (the|a) bridge .. (last|voices|end|night),
        planning .. how .. do+it, after+(i+m|im)+gone, clean+up+after+me, arranged+it+all, wo+not+be+(here|around|
        needing+it)+(after|tomorrow|much|by), (losing|lost) .. (brother|sister|friend|son|daughter) .. (viaduct|
        bridge|tracks), (see|seeing|find)+no+(way+out|future|point|hope|other+way|light), talked .. him+out+of+it,
        razor .. (arm|arms|wrist*|myself), slit*+my, my+wrists, (rope|noose), his+old+rifle,
        by+the+time+you+read+this, world .. without+me, everyone .. better .. without+me, nobody+would+(miss|notice|
        care)+(me|if+i), no+one+would+(miss|notice|care)+(me|if+i), who+would+(miss|notice)+(me|if+i)""",
    Harm.THREAT: """
        (kill|murder|shoot|stab|strangle|slaughter|behead|lynch|butcher|execute)+(you|u|ya|him|her|them|your|yall|
        all|every|everyone|one+of|that|those|someone|somebody|the+next|the+driver|the+guy), (shoot|shooting)+up,
        blow+up+(your|the), burn+(it|you|them|this|everything)+down, torch+(it|your|the), (blow|shoot|burn|smash|
        torch|bomb|wreck|trash|blowing|burning|smashing|torching|bombing|trashing) .. (your|the|that|this|ur) ..
        (office*|shop*|store*|building*|headquarters|hq|branch*|depot*|place|house|windows|van*|warehouse|station|
        plant|call+centre|desk|face|staff|counter|head|kneecap*|car|town|airport|airline|school|lobby|tower*|skull|
        teeth|jaw), burn .. to+the+ground, burn .. (down|offices), set .. (fire|alight|ablaze) .. (to+your|your|
        office*|shop*|depot*|yourself), set+fire+to+your, bomb (in|at|your|under|on|threat|the|going), bombs,
        with+my+fists, (his|her|your)+kneecaps, (ill|i+will|i+ll) .. fists, come+to+your .. with, petrol ..
        (lighter|match*|bomb|can), molotov, pipe+bomb, acid+(in|on|attack|your), (punch|smash|beat|kick|smack|slap|
        hit|hurt|knock|break|snap|rip|cut|slit|bash|batter|choke|crack|stamp|throttle|headbutt|gut|skin|hunt|finish|
        harm|destroy|bury|drown|deck|clobber|thump|cave)+(you|u|your|ur|ya|yer|him|his|her|them|their|his|out+of|
        that|someones|somebodys|one+of|every|in+your), (smashing|breaking|kicking|punching|cutting|knocking|ripping|
        beating|slitting|bashing|hurting|cracking|gutting|cave|caving) .. (you|your|his|her|their|someones|
        somebodys|him|them|face|skull|head|throat|teeth|legs|kneecaps|neck|fingers), (someones|somebodys|your|his|
        her|their) .. (face+in|head+in|teeth+out|throat|legs+broken|neck+broken|kneecap*|blood), (i|we|ill|well) ..
        (hunt|track)+you+down, hunt* .. down, know .. where .. (live|lives|work|works|park|parks|sleep|kids|house|
        home|finishes), know+(when|which+school|what+car|your+address|his+address|her+address) .. (finish*|drive*|
        kids|leave*|shift|home|live*|go|address), find+out+where .. live, found+your+(address|house|kids), (come|
        coming|going)+(for+you|after+you|down+there|down+to+your|to+your+house), (come|coming|show*|turn*) .. with
        .. (bat|knife|gun|hammer|petrol|matches|crowbar|axe), (bring|bringing|brought|grab|grabbing|got|carry*) (a|
        my|the|his) (baseball+bat|bat|bats|crowbar|hammer|knife|knives|gun|guns|machete|axe|sledgehammer|shotgun|
        rifle|brick|chain|golf+club|iron+bar|metal+bar|petrol|matches|lighter|dog*), baseball+bat, crowbar, machete,
        sledgehammer, (waiting|be+there)+(for|with) (him|her|outside|you+outside), waiting .. (outside|car+park|
        with+a+bat|with+a|after+work) .. (you|him|her|bat|hammer|finish), (put|putting|end|leave|leaving|send|
        sending|wake) .. (in|into|to)+(hospital|the+hospital|a+coma|a+wheelchair|a+body+bag|the+ground|a+grave|
        a+coffin|an+ambulance|intensive+care), leav* .. ambulance, body+bag*, end+up+in+a+(ditch|coffin|grave),
        (you|they|theyll|youll|hell|shell|driver|he|she|staff) .. (regret|pay+for+this+with|pay+with|be+sorry+you|
        see+blood|bleed|suffer), blood+on+the, (regret+it|regret+this|regret+the+day|regret+ever|pay+for+this|
        be+sorry|watch+out|look+out), (watch|watching|mind)+(your|his|her|their)+(back|backs), watch+(yourself|
        out+when), look+over+(your|his|her|their)+shoulder*, one+eye+open, (better|best)+(run|hide|watch|be+careful|
        lock|hire+security|sleep), (deserve*|ought|should|need)+(to+)?(die|be+shot|be+hanged|be+stabbed|a+bullet|
        shooting|a+beating), (deserve*|need|want) .. (bullet|beating|a+kicking|to+die|to+be+shot|to+bleed),
        should+be+(hanged|stabbed|beaten|killed|strung), hope+(you|your|he|she|they) .. (die|dies|burn|burns|crash*|
        get+shot|get+hit|bleed|choke*|cancer), you+(are|re)+dead, dead+(man|men|meat), you+will+die, youll+die,
        gonna+die+for, (someone|somebody|people|heads) .. (bleed|get+hurt|end+up+dead|get+shot|go+missing|
        not+going+home), more+than+a+placard, last+warning, i+swear+(ill|i+will|to+god), stab, stabbed, shooting,
        gun, guns, shotgun, bullet*, knife+(to|in|at|with)""",
    Harm.LEGAL: """
        consumer+cent*, (we|i)+(ve|have)+reported+(him|her|them|you|it|this), reported+(you|him|them)+to, petition,
        council+rules, lawyer*, lawer*, laywer*, lawyr*, attorney*, solicitor*, solictor*, barrister*, paralegal*,
        counsel, law+firm, legal*, sue, sued, suing, sues, lawsuit*, law+suit*, litigat*, small+claim*, court,
        courts, courtroom, judge+(will|can|decide|to|may), tribunal, arbitration, arbitrator, mediator, ombuds*,
        regulator*, regulatory, watchdog, trading+standard*, trade+descriptions, class+action, gdpr,
        data+(protection|breach|commissioner|subject), subject+access, privacy+(law*|commissioner|authority|act|
        complaint|violation), information+commissioner, ico, (consumer|passenger|passengers|customer|tenant|
        statutory|employment|air+passenger|disability|civil)+(right*|protection|affairs|act|law*|advice|council|
        board|authority|agency|forum|court), which+legal, citizens+advice, bbb, better+business+bureau,
        attorney+general, ftc, fcc, cfpb, ofcom, ofgem, ofwat, fca, faa, dot+complaint, caa, asa, cma,
        financial+conduct, advertising+standards, aviation+authority, rail+regulator, equality+(act|body|
        commission), human+rights, discriminat*, ada+(violation|complaint|compliant|act), (press|pressing|file|
        filing|filed|bring|bringing)+(charges|criminal|suit|a+case|a+claim|an+official+complaint|a+formal|
        a+complaint), (file|filed|filing|lodge|lodged|lodging|report|reported|reporting|open|opened) .. (police|
        ombudsman|authority|authorities|regulator|commission|court|bbb|dot|fcc|ftc|board|bureau|trading|cops|
        office+of|ministry), police*, cops, crime+(number|reference|report|unit), case+number+(from|at)+the+police,
        criminal+(complaint|charges|offence|offense|report|record|damage), action+fraud, law+enforcement,
        magistrate*, prosecut*, formal+(notice|complaint|letter|demand|request|dispute|warning), formally+(dispute*|
        notify|complain*|request*|give|object), letter+before+(action|claim), letter+of+claim, before+action,
        notice+of+(default|breach|termination|intent), final+(demand|notice|deadline|response|warning|
        chance)+(before|letter|within|or|to|from), last+(chance|warning) before, breach*+(of|the|your)+(contract|
        terms|consumer|law|agreement|privacy|data|duty|warranty|statutory), in+breach, breach+of, contract+law,
        unlawful*, illegal*, against+the+law, by+law, under+(the+)?(law), the+law+(says|requires|is|states|entitles|
        gives), under .. (act|law|regulation*|directive|legislation), ec+261, eu261, ec261, uk261, regulation+261,
        section+75, statutory, liable, liability, held+responsible, damages+(claim|for), claim*+damages,
        seek*+(damages|legal|compensation+through), bailiff*, debt+relief+order, injunction, subpoena, summons,
        cease+and+desist, affidavit, notary, evidence+(for|to+the|will|handed), my+rights, know+my+rights,
        within+my+rights, authorities, consumer+association, consumers+association, consumer+group,
        consumer+organi*ation, consumer+champion, consumer+ombudsman, labour+board, labor+board, health+inspector*,
        environmental+health, food+standards, health+department, osha, hse, mp+(about|will|has|is), senator,
        congress*, whistleblow*, in+writing+(within|or|by), (14|fourteen|7|seven|10|ten|28)+days+(to|or|before|
        notice), escalat* .. (ombudsman|regulator|authority|court|legal)""",
    Harm.FRAUD: """
        (two|three|four|five|several|multiple|some|unknown|2|3|4|5) (payments|charges|purchases|orders|transactions|
        withdrawals) .. (not|never|nobody), i+(did+not|never) (order|buy|make|place|book|open|sign|take|apply|
        request) .. (this|these|that|it|them|account|card|loan|line|phone), never+(made|placed|bought|
        ordered)+(this|that|these|any|it|a+single), somebody+else+(is|has|used), someone+else+(is|has|s|was|used|
        got|logged|changed), address+changed, (password|email|number) (was|has+been|got) changed .. (not|by),
        cloned, duped, pretend*, real+or+(fake|not), looks+(fishy|dodgy|fake), fishy, dodgy, catfish*,
        too+good+to+be+true .. (you|site|mail), ponzi, crypto .. (gone|lost|sent), sent .. money .. (gone|fake|
        seller|stranger), paid+a+deposit .. (not+exist|fake|gone|vanished), does+not+exist .. (flat|apartment|room|
        booking|listing), scam*, skam*, fraud*, phish*, vishing, smishing, hacked, hacker*, hacking, hackd,
        got+hacked, stole, stolen, steal (my|our|her|his), stealing (my|our|money), theft, thief, thieves,
        robbed+me, got+robbed, been+robbed, burgl*, pickpocket*, mugged, identity+(theft|thief|fraud|stolen),
        (under|using)+(my|our|her|his|someone+elses|your|ur|mums|moms|dads)+(name|identity|details|id|passport|ssn|
        card+details|logo), (impersonat*|impostor*|imposter*|spoof*), (pretend*|claim*|pos*|posing) (to+be|as|be) ..
        (you|your|from|bank|driver|courier|support|customer|employee|staff|delivery|team|officer|technician|one),
        claiming+to+be, saying+he+(was|is)+from, saying+(they|she)+(were|was|are)+from, said+(they|he|she)+(were|
        was)+from, supposedly+(from|you|your), purport*, (fake|bogus|dodgy|sketchy|suspicious|strange|weird|shady|
        false|counterfeit|cloned|fraudulent|suspect|unknown|odd|rogue) .. (mail|mails|email*|e|text*|sms|message*|
        call|calls|caller|caller*|site|website*|link|links|invoice*|profile*|page*|account*|app|seller*|driver|
        agent*|ticket*|charge*|transaction*|payment*|login*|log|sign|activity|listing*|shop|store|ad|ads|number|
        withdrawal*|bill|letter|notification*|qr|withdrawals|parcel|courier|job|offer), counterfeit*, (not|never)
        (authori*|recogni*|approve*|initiate*) .. (charge*|payment*|transaction*|purchase*|order*|withdrawal*|
        transfer*|debit*|this|that|it|login|device|activity|card|paypal), (not|never) (make|made) .. (payment*|
        transaction*|purchase*|withdrawal*|transfer*), not (made|authori*e|recogni*e)+(this|that|it|them|these|
        those|any|the|a), not+make+(this|that|these|those), was+not+me, were+not+me, it+is+not+me, that+is+not+me,
        wasnt+me, never+(opened|authori*ed|applied|signed+up|been+a+customer|been+to|visited), not+authori*ed,
        unauthori*, unrecogni*, without+my+(consent|permission|knowledge|authori*), (someone|somebody|stranger*|
        unknown+person|other+people|other+person|person|crook*|criminal*|thief|guy) .. (used|using|uses|access*|
        opened|took+out|bought|ordered|logged|signed|got+into|broke+into|get+into|changed|withdrew|transferred|
        spent|cloned|emptied|drained|is+in|is+on|charged|redeemed|registered|cashed|pretend*|messag*|posing|sold|
        swapped|ported|claim*) .. (my|our|her|his|account|card|name|number|money|points|details|loan*|phone*|
        profile|gift|me|mums), (got|broke|broken|hacked)+(into|access+to)+(my|our|her|his), gained+access, (took|
        taken|takes|taking)+over+(my|our|her|his), account+takeover, taken+over, sim+(swap*|was+swapped|card+swap*|
        hijack*|jack*), swapped .. sim, ported .. number, clon* .. card, card .. (cloned|skimmed|used|stolen|
        compromised|hacked), skimm*, compromised, (account|savings|card|balance|wallet|points|giftcard) .. (emptied|
        drained|wiped|cleaned+out|gone|cleared+out|vanished|disappeared|stolen), (emptied|drained|cleaned+out|
        wiped+out|cleared+out) .. (account|savings|card|balance|wallet|me), clicked .. link, (click*|tap*|open*|
        follow*) .. link .. (card|bank|details|money|password|gone|account), (gave|read|entered|typed|handed|filled|
        asking+for+my) .. (code|pin|password|digits|card+number|card+details|bank+details|cvv|otp|passcode|
        security+code|gift+card*|login|sort+code|passphrase), gift+card* .. (pay|scam|asked|code*|paid|messag*|
        friends), asked .. gift+card*, remote+access, anydesk, teamviewer, (login|log+in|sign+in|logged+in|
        signed+in|device|session) .. from .. (russia|vietnam|china|nigeria|brazil|another|abroad|country|unknown|
        vladivostok|foreign|place|city|india|lagos|moscow|never), (charge*|payment*|transaction*|purchase*|order*|
        withdraw*|transfer*) .. (i+did+not|never+made|not+made|i+do+not+recogni*e|do+not+know|not+know|never+heard|
        never+been|not+mine|stranger|3+in+the+morning|not+me|unknown|nothing+to+do), (charge*|transaction*|
        purchase*) .. (country|city|state|shop|store) .. never, (loan|loans|credit|contract*|account|phone*|line|
        card*|mortgage|policy) .. in+my+name, (somebody|someone|stranger|person|people|they|he|she|contract|fake|
        profile*|caller*|scammers) .. in+(my|your)+name, money+mule*, ransom*, blackmail*, extort*, sextort*,
        deepfake, conned, con+man, con+artist, con+men, seller .. (vanished|disappeared|gone|fake|ghosted), tickets
        .. fake, fake .. (ticket*|tickets), all .. fake, (details|data|card) .. leaked, plastic+dummy, swindl*,
        tricked+(me|my|us|into|her|him), fell+for, fallen+for, got+me+to+(pay|send|transfer|buy), embezzl*, forged,
        forgery, is+(this|that|it) .. (scam|legit|genuine|really+you|fake|from+you), (legit|genuine|really+you|
        really+from+you|actually+from+you|real+or), (text|sms|email|mail|message|call)+(is+)?(from+you),
        is+it+really+you, romance+scam*, customs+(fee|charge|payment) .. (text|link|sms|card|scam|click*), nigerian,
        data .. (leak*|breach*|stolen|sold) .. (loan*|used|name)""",
    Harm.HARDSHIP: f"""
        (kids|children|baby|mum|mother|dad|father|grandmother|gran|wife|husband) .. (ill|sick|hospital|cold|
        freezing|alone|disabled|fever), asap .. (medic*|baby|hospital|insulin), strand*, marooned, (stuck|trapped|
        stranded|abandoned|dumped|sleep+on|sleeping+on|slept+on|slept+in|spend|spent|alone|camped|sleeping+at|
        sleep+at|sleeping+in) .. (overnight|all+night|the+night|airport|station|roadside|hard+shoulder|motorway|
        highway|lift|elevator|tunnel|abroad|foreign|border|floor|cold|rain|dark|snow|heat|freezing|alone|
        middle+of+nowhere|tonight|till+morning|until+morning|outside|platform|street|terminal|gate|plane|tarmac|
        train|lay+by|baby|kids|child*|toddler*), on+the+tarmac, middle+of+nowhere, no+(way+home|way+to+get+home|
        taxi|taxis|hotel|hotels|food|money|cash|water|bed|meds|tablets|pills|insulin|roof|cards|card+no),
        not+get+home, can .. get+home, (how|need|trying|want) .. get+home, locked+out .. (flat|house|home|apartment|
        car|room|cold|night|toddler|dark), nebulis*, lung+(condition|disease|patient), border .. (not|blocked|
        lock*), (i+m|im|am)+(70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93)+(and|years|
        yrs), broke+my+(leg|hip|foot|arm), insulin, inhaler*, insuline, glucose, diabet*, epilep*, asthma*,
        dialysis, chemo*, cancer, oncolog*, oxygen, ventilator, cpap, nebuli*er, feeding+(pump|tube), tube+fed,
        pump+feed, stoma, catheter*, colostomy, incontinence, transplant, pacemaker, defibrillator,
        heart+(condition|patient|failure|meds|medication|tablets), blood+(pressure|thinner*|sugar), medic,
        medication*, medecine*, medicin*, meds, medical+(device|equipment|condition|emergency|supplies|reasons),
        prescription*, (my|his|her|two|few|heart|last|no|epilepsy)+(more+)?tablets, antidepressant*, painkillers,
        epipen*, hospice, palliative, terminal+cancer, terminally, bedridden, bed+bound, bedbound, housebound,
        wheelchair*, wheel+chair*, crutches, walking+(frame|stick|aid), disab*, handicap*, special+needs,
        i+am+blind, m+blind, nearly+blind, blind+(man|woman|person|passenger|customer), partially+sighted,
        visually+impaired, guide+dog, i+am+deaf, hard+of+hearing, autis*, dementia, alzheimer*, parkinson*,
        multiple+sclerosis, ms+patient, pneumonia, ill, very+ill, seriously+ill, poorly, sick+(child|kid|son|
        daughter|baby|mother|mum|mom|father|dad|wife|husband|toddler|infant|parent|grandmother|relative), fever,
        high+temperature, pregnant, weeks+pregnant, in+labour, in+labor, contractions, miscarriage, newborn*,
        new+born*, preemie, premature, (with|have|has|a|our|my|the|and|got|ve) .. (baby|babies|infant*|newborn|
        toddler*), {_WHO} .. (week|weeks|month|months|mth|wk)+old, (week|weeks|month|months)+old+(baby|son|daughter|
        boy|girl|twins|infant|child|in|and|who|here|to|on), formula, nappies, diapers, baby+(milk|food|formula|
        bottle*), (1|2|3|4|two|three|four|small|young|little)+(kids|children|toddlers|babies|littl*), kids .. (cold|
        freezing|hungry|crying|starving|floor|hours|asthma), elderly, frail, vulnerable, (pensioner|pensioners|oap),
        (mum|mom|mother|dad|father|gran|nan|grandma|grandmother|grandad|grandpa|grandfather|aunt|uncle|lady|husband|
        wife|nana|gramps|aged) (is|s)? (70|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|
        96|seventy|eighty|ninety), (70|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|
        96)+(year|years|yr|yrs|y)+(old*|o), no .. (heat|heating|hot+water|power|electricity|electric|gas|water|
        lights|light|boiler|elec|leccy|running+water|fuel|oil), without .. (heat|heating|hot+water|power|
        electricity|electric|gas|water|food|money|cash|medic*|insulin|oxygen|light|lights|running+water|toilet),
        (heating|boiler|power|electricity|water|gas|furnace) .. (off|out|dead|gone|cut|broke|failed) .. (days|hours|
        hrs|night|winter|cold|freezing|baby|kids|since|degrees|morning|yesterday|newborn|mum|ill), power ..
        (been+off|out+for|off+since), taps+(dry|are+dry|off), it+s+freezing, freezing+(cold|house|home|flat|in|
        outside|temperatures|here|room|baby|kids), (4|5|6|7|8|9|10|11|12|13|14|zero|minus|below)+(degrees|c+inside|
        c+in|zero), degrees+(in|inside|outside|indoors|here|below), minus+(two|three|four|five|six|seven|eight|nine|
        ten|2|3|4|5|6|7|8|9|10)+(outside|here|degrees|out|and|tonight|in|inside), frostbite, hypotherm*, heatstroke,
        heat+stroke, heatwave, dehydrat*, food+bank*, universal+credit, (on|live+on|my)+(benefits|disability|
        pension|welfare), (eat|feed|food|rent|heat) .. (or|and)+(pay|heat|eat), not .. (feed|afford+food|pay+rent|
        pay+the+rent|pay+my+rent|make+rent|buy+food|buy+groceries|feed+my), (rent|mortgage|bills|eviction) .. (due|
        tomorrow|friday|evict*|late+because|bounce*), evict*, homeless, bailiff*, skint, penniless, broke+until,
        (money|wages|salary|savings|pay|everything) .. (locked|frozen|stuck|blocked|tied|held) .. (rent|food|kids|
        week|month|eat), (tied|last)+(penny|pennies|tenner|fiver), single+(mum|mom|mother|dad|parent|father),
        widow*, (for|to|miss|missed|missing|a|my|his|her)+(the+)?(funeral), burial, cremation, wake+of+my, bereave*,
        passed+away, (dad|mum|mom|mother|father|husband|wife|grandma|grandmother|grandfather|nan|brother|sister|son|
        daughter) .. (died|dying|dies|deathbed|passed), deathbed, last+days+with, bury, hospital .. (appointment|
        visit|operation|tomorrow|today|surgery|get+to|treatment), (surgery|operation|treatment|scan|chemo) ..
        (tomorrow|today|monday|this+morning|friday|cancelled|miss*|appointment), unaccompanied, travelling+alone,
        traveling+alone, (son|daughter|child|kid|teen*|girl|boy) .. (alone|on+her+own|on+his+own|by+himself|
        by+herself), alone+at, on+my+own .. (night|dark|dead), (phone|battery) .. (4|3|2|5|6|7|8|9|1)+(left|percent|
        per+cent|battery), 1+bar+of+battery, battery+(dying|is+dying|nearly+dead|at), (an|medical|family|real|
        urgent|dire|is+an)+emergency, life+or+death, desperate, panic+(alarm|button), pendant+alarm, alarm+pendant,
        careline, emergency+(button|cord|alarm|phone|line), stairlift, stair+lift, hoist, lift .. (broken|out+of|
        not+work*|stuck|down) .. (wheelchair|disabled|floor*|walk|pram|old), carers, caregiver*, home+care,
        care+home, nursing+home, refuge, domestic+(violence|abuse), women+s+refuge""",
}  # fmt: skip

NOT_HARM: Final = """
    hay+fever, spring+fever, (no|not|nobody|noone|none|without|never) .. (hurt|injured|injuries|injury|wounded|
    casualties|harmed|bleeding|killed), no+one .. (hurt|injured|harmed|killed), nobody .. (hurt|injured|harmed|
    killed), unhurt, unharmed, no (fire|smoke|flames|danger|blood|shock|scam|fraud|lawyer*|lawsuit|police|emergency|
    court|legal), not+a+(scam|fraud|threat|lawyer|emergency|danger|disaster), (not|nothing) (dangerous|unsafe|
    legal+advice|illegal|poison*|urgent+or), not+(going+to|gonna|want+to) (sue|fraud|hurt), sued+nobody,
    danger+of+(missing|losing|running), (this|that|these|it|waiting|wait|queue|line|update|lag|service|hold|delay*|
    suspense|anticipation|heat|playlist|song|you|guys|boredom|traffic|commute|price*) .. (killing|kills|kill)+(me|
    us|my), killing+(me|it|time|my+vibe|my+battery|the+vibe), kill+(time|two+birds|the+vibe|the+mood|for|switch|off|
    my+vibe|my+mood|your+battery|my+battery|the+app|the+process|the+lights|it+with|them+with), killed+(it|the+vibe|
    the+mood|my+battery|my+mood|my+vibe|my+buzz|off), dressed+to+kill, killer, (would|could|d)+kill+for, (die|died|
    dying|dead) (laughing|of+boredom|of+laughter|for+this|for+a|hard|to+see|to+try|to+know|inside|of+embarrassment|
    of+old+age|waiting), (phone|battery|laptop|wifi|app|router|line|tv|internet|box|screen|signal|controller|game|
    car) (died|dead|dying|dies|is+dead|is+dying|just+died|keeps+dying), i+(m|am)+dead, dying+(here|over+here|lol|
    omg), to+die+for, over+my+dead, dead+(line|slow|on+arrival|end|easy|silence|link|weight|serious|wrong|tired|
    good), drop+dead+gorgeous, bored+to+death, death+of+me, sick+(of|and+tired|beat|beats|tune|burn|track|joke|
    playlist|album|bag), worried+sick, makes+me+sick+(that|how|to+see), so+sick+of, call+in+sick, called+in+sick,
    (song|track|album|playlist|mixtape|beat|beats|you|shoes|outfit|tune|music|food|set|verse|lineup|bars|this|
    straight|team|lyrics) (is|are|re|be|was|were) (fire|lit|on+fire|straight+fire|flames), (straight|pure|so|
    absolute)+fire, fire+(sale|emoji|playlist|album|track|song|stick|tv|tablet|fox|works|work|pit|mixtape|kindle),
    kindle+fire, amazon+fire, on+fire+(today|tonight|lately|this+week|this+season|right+now), under+fire,
    fire+(your|him|her|them|whoever|that|the+person|the+ceo|the+designer|up|away|off), ring+of+fire,
    catching+fire+(movie|book|tonight|trailer), great+balls, add+fuel, spark*+joy, sparks+fly, sparkling,
    blew+up+(on|my+phone|my+inbox|overnight), blow*+up+(my+phone|on+twitter|twitter|my+inbox|online),
    blowing+up+(my|on+twitter), blow+my+mind, blew+my+mind, blowing+my+mind, mind+blow*, head+(explode*|exploding|
    is+exploding|around|start), exploding+with, explode+with, explosion+of+(flavo*|colo*|taste), burn* (calories|
    a+hole|rubber|cd|cds|bridges|midnight|through), smoke+and+mirrors, smoke+free, smoking+(area|hot|deal|room|gun|
    weed|ban), no+smoking, holy+smoke*, chain+smok*, melt*+(in+your+mouth|my+heart|down+over|in+the+mouth),
    meltdown, (heart+)?(broken|broke|breaking)+(heart*), my+heart .. (broke*|breaks|bleeds|burn*), broke*+my+heart,
    breaks+my+heart, heart+attack+(when|at|price*|over), heart+stopped, bleeding+(money|cash|customers|heart*|edge|
    obvious|ridiculous|love|brilliant|useless|hell|gums+test), (bleed|bleeding)+(dry|us+dry|me+dry|customers+dry|
    people+dry), bleed+(money|blue), bloody+(good|hell|awful|useless|brilliant|marvellous|love|great|terrible|
    annoying|ridiculous), blood+(boil*|boiling|sweat|pressure+is+through), my+blood, in+my+blood, blood+orange*,
    blood+bank, (costs|cost|costing)+an+arm, arm+and+a+leg, break+a+leg, pull*+my+leg, (hands|hand)+(down|off|over|
    cream|s+down|luggage|in+hand|bag|made|written|full|rail), on+the+other+hand, first+hand, second+hand,
    short+hand, out+of+hand, right+hand, (back|cut|cutting)+(corners|me+off|him+off|us+off|off+my|off+our|it+out|
    out|short|down|costs|price*|back+on|the+crap|the+bs|through+the), cut+me+some, cut+(ties|price), cuts+(out|off|
    in+and+out), cut+off+(my+call|my+internet|mid|again), short+cut, hair+cut, back (hurts+from+carry|to+school|up|
    pack|in+stock|order|catalogue|seat|then|there), (came|come|get|got|go|went|going|coming|call*|write|hear|heard|
    money|way|welcome|brought|bring|paid|pay|send|sent|give|gave|given|want|be|right|log|logged|head*|straight|sit|
    hit|taken|holding) (me|us|him|her|it|you) back, (get|got|come|came|going|go|went|call*|heard|hear|back|welcome|
    bring|pay|paid|be|are|is|looking|look|sent|send|head*)+back, head+(office|start|phones|set|sets|phone|over|to|
    of+the|first|count|line|quarter*|back|out|home|on), heads+(up|or), head+is+(spinning|hurting+from),
    my+head+(hurts|in), (headache|pain)+(in+the|to+deal|to+use), pain+in, face+(time|palm|value|book|to+face|mask|
    id|recognition), in+your+face, eye+(catching|opening|opener|roll|candy|sore|on), an+eye+on, eyes+(on|peeled|
    open), save+face, toe+to+toe, tongue+in+cheek, foot+(the+bill|print|ball|in+the), feet+(up|on+the), neck+(deep|
    of+the), breakneck, word+of+mouth, foul+mouth*, bad+taste+in, by+ear, ear+(bud*|phone*|worm*), chip+on,
    skin+(care|in+the|for+my|tone|s+for), red+(tape|wine|flag*|eye|light+district|carpet|handed|nose+day|
    eyes+flight|hot), red+eye, burning+question*, burn+out, burnout, hurt*+(my+feelings|my+brain|to+ask|so+good|
    to+try|my+wallet|our+business|your+business|your+brand|sales|my+soul|to+be+nice|my+heart), wo+not+hurt,
    would+not+hurt, does+not+hurt, feelings .. hurt, hurt .. feelings, truth+hurts, love+hurts, hurts+(to+say|
    to+see|so+much+to|to+watch), insult+to+injury, adding+insult, injury+(time|list|report|update), injured+(list|
    reserve|player*), shock*+(to+see|to+hear|at+how|by+how|by+the|at+the|that|when+i+saw|price*|at+your|by+your|
    with+the|how+bad|to+find), head .. hurts+trying, sticker+shock, culture+shock, shell+shock*, shock+horror,
    in+shock+(at|about|that|over), no+surprise, (total|complete|utter) shock, bill+shock, shockingly, what+a+shock,
    as+a+shock, (price|prices|fees|fee|fares|fare|rates|rate|charges|cost|costs|tariff*|subscription|surcharge) ..
    (scam*|robbery|theft|fraud*|criminal|rip*|steal|crime|illegal|thieves|daylight), (scam|robbery|theft|fraud|
    crime|stealing|thieves) .. (price*|fees|fares|tariff*), daylight+robbery, highway+robbery, a+steal, steal+(of+a|
    the+show|my+heart|deal|the+deal|at), stole+(my+heart|the+show|my+idea|my+look), stolen+(my+heart|the+show|base*|
    season), crime+(drama|novel|podcast*|series|scene|against+fashion|show|shows|stories|wave), true+crime,
    partner+in+crime, hack+(day|athon|for|to+get|s+for), life+hack*, growth+hack*, hackathon, travel+hack*,
    hack+the+planet, what+a+scam, such+a+scam, (total|complete|absolute|biggest)+scam, scam+(of+a|company|airline|
    artists), (you|they|company|companies|airline|airlines|u|brand|industry|business|providers|guys) (are|is|re|r)
    .. (scam*|fraud*|thieves|robber*|con|cons|crook*|criminals), identity+(card|crisis|politics), (food|tennis|
    basketball|volleyball|squash|royal|centre|center|ball+in+your|court+of+public|ball+s+in+your|full|half|home|
    on+the|off+the|badminton|supreme+food)+court, ball .. your+court, court+(side|yard|shoes|martial|jester|
    marriott|hotel|room+drama), courtyard, courtside, courteous*, courtesy, legal+(tender|age|drama|eagle|aliens|
    to+drink|department+drama|limit|thriller|guardian*|high), legalise*, legalize*, legally+blonde, perfectly+legal,
    illegally+(download*|good|parked), should+be+illegal, illegal+(how|to+be+this|amounts|download*|stream*),
    criminal+minds, criminally+(underrated|good|overpriced|bad), (should|ought)+be+(criminal|a+crime|
    against+the+law), fashion+police, grammar+police, police+academy, (the+)?jury+duty, judge+judy, mary+sue,
    sue+(me|says|ellen|perkins|and+i), so+sue+me, peggy+sue, thanks+sue, attorney+client, better+call+saul,
    law+(and+order|of+attraction|school|student|degree|abiding|of+the+jungle|exam*), mother+in+law, father+in+law,
    sister+in+law, brother+in+law, son+in+law, daughter+in+law, in+laws, murphys+law, sods+law, police+(themed|box|
    costume|band|album|story), (bomb|bombs)+(dot+com|com|pop|ass|diggity), (the|da|so|is+the|was+the|are+the)+bomb,
    photo+bomb*, photobomb*, bath+bomb*, bomb+cyclone, bombed+(the+test|out|my), bombard*, (text|love)+bomb*,
    f+bomb*, sex+bomb, gun+(metal|powder|it), top+gun, guns+n+roses, guns+(and|n)+roses, jump*+the+gun, nerf+gun*,
    glue+gun*, heat+gun, hot+glue+gun, smoking+gun, (photo|film|video|movie|skeet|star*|space) shoot*,
    shooting+(star*|hoops|range|a+movie|film*|a+video|pool|the+breeze|for+the), shoot+(me+a|us+a|you+a|a+dm|
    an+email|over|hoops|you+an|me+an), shoot+(you|them)+(a+dm|a+message|an+email|a+note|a+line|an+e),
    trouble+shoot*, troubleshoot*, bullet+(point*|train|proof|journal|list|in+my+blue), bite+the+bullet,
    dodged+a+bullet, (hit|hits|hitting)+(me+up|us+up|you+up|up|the+road|the+spot|refresh|the+gym|send|submit|
    different|the+beach|the+nail|or+miss|that+button|a+wall|play|save|the+button|it+off|it+out+of|him+up|her+up|
    them+up|your+website|your+inbox|the+town|like|for+six), beat+(that|you+to|it|them+to|your+price|the+price|
    the+queue*|the+rush|the+heat|the+competition|them+on|your+competitors), beat+(you|him|them)+(at|to), knock+(you|
    your+socks|it+out+of|on), break+(your+promise*|your+word|your+own|the+internet|your+website|your+app|
    their+promise*|your+neck+for), kick+(off|in|it|ass|butt|myself|back|your+ass+if), kick+(him|her|them)+(off|out),
    slap*+(on+the+wrist|in+the+face|on+a), stab+(at|in+the+dark|in+the+back), stabbed+in+the+back, punch+(line|
    hole*|bowl|above|in), destroy+(your+brand|your+reputation), crush+(on|it), crushed+(it|ice|when|garlic|avocado|
    by+the+news), crushing+(it|candy), candy+crush, smash*+(it|hit|burger*|avocado|the+like|the+button|bros),
    smashed+(it|avocado|the), trapped+in+(a+loop|the+elevator+music|this+contract|the+app|an+endless|phone), (come|
    coming|came|going|go|get|got|turn|show|drop|swing|pop) (around|round)+(to|and|here|the+corner|again|soon|next),
    coming+to+your+(store|city|town|area|shop|country|restaurant*|gig|show|event|hotel|concert|airport|opening),
    (come|go|get|drive|popping|pop)+to+your+(store|shop|website|restaurant|branch|event|city), going+to+your,
    go+down+with, (bring|bringing)+(my+dog*|the+dog*|a+dog*|dogs), with+(my|a|the)+dog*, dogs+allowed, the+bat,
    bat+(man|mobile), right+off+the+bat, old+bat, hammer+(down|time), swiss+army+knife, i+mean+it+(guys|thank*|
    when), last+warning+label, (blind|colour|color)+(date|spot|eye|side|blind|bag|box), blind+(to|as),
    venetian+blind*, roller+blind*, window+blind*, turn+a+blind, deaf+ears, tone+deaf, lame, baby+(shower|one+more|
    driver|got|boy+by|shark|blue|steps|pink|girl+by|daddy|mama|bump|spinach|carrot*|grand|boomers|bash|groot|yoda),
    (oh|my|hey|love|yeah|yes|ooh|come+on|sorry|ok|its|please|that|this|thanks|thank+you|got|back|cry|cause|bae|good|
    ya|right|baby|like|got+this|me|you|be+my)+baby, (my+new|fur|food|new|christmas)+baby, ill+(be|go|take|do|have|
    get|give|never|just|try|wait|see|send|call|stick|stay|keep|let|dm|pay|make|buy|look|tell|check|come|say|pass|
    find|leave|switch|use|need|probably|also|definitely|always|still|keep|cancel|ask|post|add|put|start|write|bring|
    show|even|return|follow|sit|report|miss|like|think|change|end|not|only|then|contact|email|order|tweet|play|love|
    live|drive|fly|help|forward|reach|update|email|happily|gladly|stop|kindly|happen|buy|meet|settle|listen|
    continue|download|assume|ever|believe|bet|remember|work|soon|consider|upgrade|reinstall|gonna|catch|move|know|
    wait|start), ill+(advised|informed|fitting|mannered|timed|equipped|will), poorly+(designed|made|written|managed|
    trained|run|executed|handled|organised|organized|planned|maintained|packed|packaged|informed|worded|translated|
    done|lit|built|thought), (medical|medicine)+(school|drama|student|history+podcast|bow), best+medicine, taste+of
    .. medicine, own+medicine, cancer+(research|awareness|season|sign|zodiac|charity), star+sign, oxygen+(network|
    channel|magazine|forest), formula+(1|one|e|for+success|student|racing), emergency+(contact+details|
    contact+number), freezing+(up|my|on|every+time|when|and|constantly|during|at+the+same|screen|again|all+the+time|
    issue*|problem*|after|app|lately|on+me|games), (app|site|screen|phone|game|it|page|laptop|tv|video|stream|
    computer|player|console|box|spotify|system|keeps|keep|update) .. (freezing|freezes), freezing+(app|site|screen|
    phone), desperate+housewives, desperately+seeking, widow*+(peak|maker), black+widow, walking+dead, the+walker,
    johnnie+walker, paul+walker, walker+(crisps|bros), evil+dead, poison+(ivy|the|apple), toxic+(relationship|
    masculinity|fandom|fans|community|people|people|players|avenger|culture|workplace), swallow*+(hard|my+pride|
    your+pride|the+cost), recall+(that|when|the+last|seeing|ever|my|being|having|a+time|last), total+recall,
    hazard+lights, eden+hazard, hazard+pay, dangerous+(woman|game|minds|liaisons|combo|driver+less|man|love|goods),
    dangerously+(close|good|addictive|low|cheap|tasty|delicious), stuck+in+my+head, stuck+on+(the+)?(loading|level|
    this+page), (stuck|trapped) .. (loading|screen|page|level|loop), sleep+on+it, slept+on, water+under, power+(nap|
    point|bank+test|play|up+the|to+the+people|outage+jokes|ballad*|tools), no+power+over, no+light+at+the+end,
    no+gas+fees, no+food+(or|allowed|delivery), without+power+(steering|point), no+water+(bottles|allowed|mark*),
    no+heat+(hair|setting|damage), no+money+(back|off|transfer*), no+food+for+thought, emergency+(kit|landing+slide|
    exit+row|fund), exit+row, emergency+vet+drama, police+state, hit+the+floor, black+and+blue+dress, sling+(tv|
    shot|bag|back), wings+sling, plaster+of+paris, cast+(of|member*|list|to+tv|to+my|from|button|crew|iron|away|
    and+crew|my), chrome+cast, chromecast, all+star+cast, seizure+of, a+stroke+of, stroke+of, breast+stroke,
    key+stroke*, infectious, faint+(praise|music|line*|hope|text|print|smell+of+roses), crack*+(up|me+up|down|on|
    open+a|pot|screen|the+code|of+dawn|house), cracked+screen, hip+hop, hip+(and|place|bar|young), hop+on, rib+eye,
    ribs+(and|were|for|bbq|with), bbq+ribs, chest+(of+drawers|freezer|of), treasure+chest, off+my+chest,
    cold+shoulder, shoulder+(bag|season), tooth+(brush*|paste|fairy), toothbrush*, tooth+and+nail, sweet+tooth,
    blue+tooth, fish+finger*, fingers+(crossed|are+crossed), finger+(print*|lickin|licking|food), fingerprint*,
    thumb*+(up|down|drive|nail*), rule+of+thumb, green+thumb, cheap+skin, elbow+(room|grease), wrist+(watch|band*),
    knee+(jerk|length|deep|pads), achilles, cold+feet, six+feet, square+feet, feet+(tall|long|wide|away|deep),
    on+back, call*+back, right+back, my+back+catalogue, come+back*, comeback*"""
