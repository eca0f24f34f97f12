"""Spanish."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.harm import Harm

_LIMB: Final = """
    (mano|manos|dedo|dedos|pulgar|brazo|brazos|muñeca|codo|hombro|pierna|piernas|rodilla*|tobillo*|pie|pies|cadera|
    espalda|nuca|cuello|cabeza|frente|cara|rostro|ojo|ojos|labio*|boca|lengua|garganta|encía*|diente*|muela*|nariz|
    mandíbula|barbilla|mentón|piel|costilla*|pecho|oreja*|clavícula|fémur|muslo|tendón|uña|ceja|cuero+cabelludo|
    pómulo|coxis)"""
_HURTS: Final = """
    (roto|rota|rotos|rompió|rompí|partió|partió|partida|partido|fractur*|quemad*|quemó|sangr*|hinchad*|hinchó|
    inflamad*|torcid*|torcí|cortad*|corte|cortó|atrapad*|pilló|aplastad*|pellizc*|herid*|dislocad*|dormida|
    entumecid*|roja|rojo|rojos|vendad*|vendaje|escayol*|yeso|férula|desgarr*|ampolla*|dolor*|duele*|sarpullido|
    ronchas|picor|puntos|morad*|moretón*|moret*|astilla*|irritad*|cabestrillo|lesion*)"""
_THING: Final = """
    (cargador*|batería*|pila|pilas|móvil|celular|teléfono|portátil|enchufe*|adaptador|regleta|cable*|tostadora|
    hervidor|tetera|horno|vitro|cocina+de+gas|estufa|freidora|airfryer|calefactor|radiador|caldera|calentador|termo|
    secadora|lavadora|lavavajillas|nevera|refrigerador*|congelador|lámpara|bombilla|foco|patinete|patín|bici|
    bicicleta|scooter|powerbank|router|módem|manta|plancha|secador|microondas|aparato|máquina|motor|autobús|bus|
    coche|carro|tren|contador*|medidor|transformador|cuadro|aspiradora|inversor|televisor|tele|olla|batidora|
    cafetera|ventilador|ascensor|poste)"""
_WHO: Final = """
    (bebé|bebe|niño|niña|niños|niñas|hijo|hija|hijos|madre|mamá|mama|padre|papá|papa|abuela|abuelo|abuelos|abuelita|
    marido|esposo|esposa|mujer|suegra|suegro|padres|vecina|vecino|familia|tía|tío|hermana|hermano|nieto|nieta|
    peque*)"""

HARM: Final[Mapping[Harm, str]] = {
    Harm.SAFETY: f"""
        {_LIMB} .. (quem*|cort*|ampolla*|pilló|atrap*|aplast*|pellizc*|puntos|calambre*|partió|rajad*), (quem*|
        cort*|ampolla*|pilló|atrap*|aplast*|pellizc*|puntos|calambre*|partió|rajad*) .. {_LIMB}, reacción+alérgica,
        anafil*, intoxicación, quemadura*, (muela|diente)+.. (piedra|vidrio|metal|plástico|dur*), borde*+(afilad*|
        cortante*), afilad*, cortante*, volcó, inestable, imán, imanes, cordón .. cuello, demasiado+caliente+para,
        hirviendo, ácido, gotea .. (enchufe|lámpara|cuadro|eléctric*), agua .. (enchufe*|lámpara|cuadro|contadores|
        eléctric*), clavo*+(oxidad*|salid*), lejía, rueda+(reventó|reventada), reventón, (tornillo*|tuerca*|perno*)
        .. (falta*|suelt*|floj*|partid*|caíd*), salta+(el+diferencial|la+luz|los+plomos), saltó+(el+diferencial|
        los+plomos), saltan+los+plomos, se+calienta+(mucho|muchísimo|demasiado|tanto), se+hincha*, batería+hinchad*,
        trazas+de, contiene .. (nueces|maní|leche|gluten|huevo|avellana*|cacahuete*), retiren, retiradlo,
        dejen+de+vender, antes+de+que+(pase|alguien|haya|ocurra|un+niño|muera), avisen, avisad, quemado, arde,
        ardiendo, ardió, algo+duro, mordí+.. (duro|piedra|cristal|metal|plástico), agujero+en+(la+acera|el+andén|
        el+suelo), pilló+.. (puerta|brazo|mano), puertas+.. (cerr*|pill*|atrap*) .. (brazo|niño|niña|mano|pierna),
        se+incendió, ha+incendiado, incendi*, en+llamas, llamas, llamarada, prendió+fuego, prendido+fuego,
        prende+fuego, se+prendió, fuego, bomberos, extintor, me+dio+una+descarga, {_THING} .. (fuego|llamas|arde|
        ardi*|ardiendo|humo|humea*|chispa*|chispe*|derriti*|derretid*|fundid*|quemad*|quemó|chamusc*|explot*|
        estall*|revent*|hinch*|descarga|calambre*|corriente|sobrecalient*|ardiendo|recalient*|negr*|carboniz*|
        cortocircuito|silb*), (chispas|humo|llamas|calambrazo|descarga) .. {_THING}, humo, echa+humo, echaba+humo,
        suelta+humo, echando+humo, echando+chispas, suelt*+chispas, chispas, chispazo*, chamusc*, chamuscad*,
        carbonizad*, derretid*, derritió, explotó, explotado, explotando, explotar, explosión, explosiones, estalló,
        estallado, estallar, reventó .. (botella|batería|olla|rueda|cristal|cara), descarga+eléctrica,
        descargas+eléctricas, me+dio+.. (descarga|calambre|corriente|corrientazo|chispazo|calambrazo), (da|dio|dan|
        pega|pegó) .. (calambre*|calambrazo*|corrientazo|toques|descarga|corriente+al), calambrazo, corrientazo,
        electrocut*, cables+(pelados|sueltos|al+aire|expuestos|colgando|caídos), cable+(pelado|suelto|caído|
        expuesto|colgando), (huele|olor|olía|oliendo|apesta|peste|tufo) .. (gas|quemado|humo|plástico+quemado|
        gasolina|chamuscado|podrido|químico*|azufre|cable|goma+quemada|chamusquina), fuga+de+gas, escape+de+gas,
        fugas+de+gas, monóxido, tóxico*, tóxica*, envenen*, contaminad*, salmonel*, listeria, amianto, moho ..
        (comí*|pan|asma|bebé|comer), (vidrio|cristal|cristales|metal|plástico|tornillo|clavo|alambre|aguja|piedra|
        piedras|hueso|gusano*|cuchilla|grapa|trozo|pedazo|astilla*|esquirla*|objeto|tuerca|viruta) .. (en|dentro) ..
        (comida|plato|ensalada|sopa|frasco|tarro|pan|yogur|salsa|pizza|cereal*|potito|puré|galleta*|chocolate|leche|
        botella|lata|bolsa|carne|hamburguesa|queso|arroz|mermelada|juguete|bocadillo|pastel|boca|albóndigas|paquete|
        bebida|papilla|gazpacho|croqueta*|turrón|guiso|lentejas), cristales+en, trozo*+de+(vidrio|cristal|plástico|
        metal), pedazo*+de+(vidrio|cristal|plástico|metal), (freno|frenos|dirección|volante|airbag|cinturón|arnés|
        silla+de+coche|silleta|hebilla) .. (fall*|romp*|roto|rota|suelt*|solt*|abre|abrió|bloque*|no|atasc*|salt*|
        partió), no+frena, sin+frenos, (puerta|puertas|portón|compuerta) .. (marcha|abiert*+en|movimiento|se+abr*|
        abrió), puertas+abiertas .. (marcha|circul*|conduc*|arranc*), (rueda|escalera|peldaño|barandilla|baranda|
        techo|falso+techo|estante*|litera|cama|balcón|escalón|silla|banco|columpio|tobogán|ascensor|elevador|
        armario|mueble|cuna|barrera|carrito|cochecito|trona|pedal|sillín|manillar|taburete|teja|cartel|rama|poste|
        suelo|hamaca|cuchilla|tapa|reja|andamio|barrote|tumbona|escaleras+mecánicas|cristal|mampara|pata|farola|
        alcantarilla|marquesina) .. (cedió|ceder|romp*|rompió|roto|rota|cay*|cayó|caído|caída|derrumb*|desplom*|
        desprend*|solt*|soltó|suelta|suelto|volc*|venció|tambale*|cae|plegó|pliega|dobló|parti*|partió|hundi*|
        desengan*|descolg*|oxid*|desencaj*|estalló|falta|abierta), derrumb*, desplom*, se+vino+abajo, peligr*,
        insegur*, poco+segur*, no+es+seguro, trampa+mortal, mortal, letal, (podría|pudo|podía|pudimos|podríamos|
        podrían|pueden|puede|pudieron|hubiera|hubiese) .. (morir|muerto|matado|matar|matarse|quemado|quemar|ahogar|
        asfixi*|electrocut*|tragedia|desgracia|grave|peor|herid*|incendi*), casi .. (muero|morimos|mata|matan|ahoga|
        atropell*|quema|quemamos|asfixia|cae|caigo|choca*|caemos|traga|matamos|me+como|electrocut*|explota),
        por+poco .. (mata*|muer*|ahoga|quema*|cae*|atropell*|traga|choc*), (esperan|esperando|esperar|hasta) ..
        (muerto|muera|muertos|desgracia|mate|tragedia|accidente), va+a+haber+.. (muerto*|desgracia|accidente|
        tragedia), habrá+.. (muertos|desgracia|accidente), asfixi*, atragant*, ahog*, estrangul*, se+tragó .. (pila|
        imán|pieza|botón|hijo|hija|niño|niña), tragarse, pila+de+botón, (conductor|chofer|chófer|piloto|repartidor|
        maquinista|taxista) .. (borracho|móvil|celular|dormido|rojo|velocidad|bebido|mensajes|zigzag*|contramano|
        dirección+contraria|loco|videos), semáforo+en+rojo, en+rojo+.. (saltó|pasó), saltó+.. semáforo, temerari*,
        retirada+(de+producto|del+mercado|del+lote), (retir*|saquen|quiten) .. (lote|mercado|venta|producto|
        estanterías|circulación), del+mercado, alerta+(sanitaria|alimentaria), alérgeno*, (nueces|avellana*|
        cacahuete*|maní|leche|gluten|huevo|sésamo|frutos+secos) .. (no|sin|alerg*|pese|aunque|venía) .. (etiqueta*|
        indica*|declarad*|alergi*|pone|avis*|celíac*), resbaladizo, suelo+mojado, piso+mojado, hielo+(negro|en+la),
        alarma+de+humo, detector+de+(humo|gas|monóxido), salida*+de+emergencia, evacu*, (medicamento|medicina|dosis|
        pastillas) .. (equivocad*|errón*|incorrect*|caducad*|vencid*), cortocircuito, corto+circuito,
        matar+a+alguien, antes+de+matar, socavón, cable*+de+alta, alta+tensión, riesgo de (incendio|muerte|vida|
        caída|electrocución|explosión|asfixia), ponen+en+riesgo, poniendo+en+riesgo, en+riesgo+.. vida""",
    Harm.INJURY: f"""
        {_LIMB} .. {_HURTS}, mano+dormida, ingresó+en, ingresad*, (rompí|rompió|roto|rota|partió|partí|fractura*|
        fracturó|quemó|quemé|quemad*|quemaduras|corté|cortó|corte|cortes|pilló|pillé|torcí|torció|esguince|golpe*|
        golpeé|herida*|puntos|ampollas|atrapó|aplastó|lesion*|dislocó|astilla|dolor|sangr*|abrió|hinchad*|hinchó|
        hinchado) .. {_LIMB}, herid*, herí, lesion*, lesión, lesiones, sangr*, con+sangre, llen*+de+sangre,
        ensangrent*, (al|en+el|del|un)+hospital, hospitaliz*, a+urgencias, en+urgencias, ambulancia*, samur, uci,
        cuidados+intensivos, operar+de, operaciones, puntos+(en|de+sutura), sutura, conmoción, traumatismo,
        fractur*, esguince*, luxación, moretón*, moratón*, moratones, hematoma*, cicatri*, latigazo+cervical,
        inconsciente, desmay*, perdió+el+conocimiento, perdí+el+conocimiento, convuls*, reacción+(alérgica|cutánea|
        en+la+piel), reacciones+alérgicas, alergia+(brutal|horrible|tremenda|en+la+piel), choque+anafiláctico,
        shock+anafiláctico, anafil*, urticaria, sarpullido, ronchas, erupción, batería+hinchad*, hinchó, hinchazón,
        no+podía+respirar, no+puede+respirar, dificultad+para+respirar, falta+de+aire, me+ahog*, intoxic*, envenen*,
        vomit*, vómito*, devolviendo+(todo|toda), diarrea*, náusea*, retortijones, cólicos, dolor+de+(estómago|
        barriga|tripa|espalda), gastroenteritis, (mal|enferm*|fatal|malos) .. (comer|cenar|después+de|tras|
        por+culpa|desde+que+com*), enfermé, enfermó, enfermamos, enferm*+por, (después|tras|desde) .. (comer|cena|
        ostras|mejillones|pollo|sushi|menú|crema|pescado|hamburguesa) .. (mal|enferm*|vomit*|baño|cama|diarrea),
        sentado+mal, sentó+(fatal|mal), me+caí, se+cayó+.. (escalera*|suelo|hijo|madre|padre|abuela|niño|niña|
        rodilla|cadera), cayó+(por|desde|de+la|al+suelo|y), caída+(por|en+las|en+la)+escalera*, resbal*, tropec*,
        tropez*, atropell*, arroll*, embist*, mordió, mordedura*, mordid*, picadura*, chinches, diente+(roto|
        partido), partió+.. (diente|muela), dentista .. (por|urgencia|factura), médico .. (dice|confirm*|dijo|
        certific*|recet*|parte|baja), parte+(médico|de+lesiones|de+baja), informe+médico, de+baja, baja+(médica|
        laboral), incapacidad, collarín, muletas+desde, férula, escayola*, yeso, cabestrillo, vendad*, venda,
        vendaje, agred*, agresión*, golpe*, golpeó, golpearon, pegó+.. (puñetazo|bofetada|hijo|cara), pegaron,
        paliza, puñetazo*, bofetad*, empuj*, zarande*, agarr*+.. (brazo|cuello|muñeca), al+suelo+.. (tir*|empuj*|
        revent*|segurata), me+tiró+al, aborto, murió+(por|a+causa|tras|después), murieron, falleció+(por|a+causa|
        tras), infarto, ictus, derrame, sobredosis, infección, infectad*, septicemia, antibiótico*, cortisona,
        dosis+equivocada, quemadura*, quemé, quemado+(la|las|el|los|con), me+quemó, me+quemé, se+quemó, escald*,
        segundo+grado, corte+en, me+cortó, me+corté, deshidratad*, secuelas, amputa*, pinchó+.. mal, dejó+.. morado,
        me+puse+(mala|malo|fatal), nos+pusimos+mal*, oftalm*, rehabilitación""",
    Harm.SELF_HARM: """
        no+.. (vivir+más|seguir+viviendo), dejar+de+vivir, la+vida+.. (no+tiene+sentido|no+vale), sin+sentido+..
        vida, (amigo|amiga|hermano|hermana|madre|padre|hijo|hija) .. (suicid*|quitarse+la+vida|matarse|se+despidió|
        hacerse+daño|quiere+morir), suicid*, matarme, matarse, quitarme+la+vida, quitarse+la+vida, quitado+la+vida,
        quitarme+de+en+medio, quitarme+de+enmedio, acabar+con+(mi+vida|todo|su+vida|esto+para+siempre),
        terminar+con+(mi+vida|todo|su+vida), poner+fin+a+(mi|su|todo), (no|ya+no) .. (quiero+vivir|
        quiero+seguir+viviendo|quiero+seguir|quiero+estar+aquí|quiero+despertar|merece+la+pena+vivir|
        tengo+ganas+de+vivir|vale+la+pena+vivir|quiere+vivir), (quería|querer|quiero|quiere)+vivir+más,
        mismas+ideas, no+quiero+(vivir|seguir+viviendo|despertar|estar+aquí|seguir+así|seguir+aquí),
        no+quiere+(vivir|seguir), (quiero|prefiero|preferiría|quisiera|ganas+de|deseo) .. (morir|morirme|
        desaparecer|dormir+y+no|dejar+de+existir|estar+muert*), ganas+de+(morir*|vivir), morirme .. (quiero|mejor|
        prefiero), mejor+(muerto|muerta|morirme|sin+mí), mejor+.. sin+mí, sin+mí+.. (mejor|tranquil*|felices),
        ya+no+puedo+(más|seguir|con+mi+vida), no+puedo+(más+con|más|seguir+así), no+aguanto+más+(esta+vida|vivir|
        la+vida), no+le+veo+(salida|sentido), no+veo+(salida|otra+salida|sentido), sin+salida, no+tengo+(salida|
        motivos|razones+para), ningún+motivo+para+vivir, nada+por+qué+vivir, sin+fuerzas, sin+ganas, tirarme ..
        (vías|puente|tren|metro|balcón|ventana|azotea|vacío), tirarse .. (vías|puente|tren|metro|balcón|ventana),
        (saltar|salto|salte|saltaré|lanzarme) .. (puente|balcón|ventana|azotea|tren|vías|vacío|piso), a+las+vías,
        desde+el+puente, en+el+puente, en+la+azotea, en+la+cornisa, desde+un+puente, ahorc*, soga, cortarme ..
        (venas|brazos|muñecas), cortándome, cortarme, me+corto+.. (brazos|otra|vez), las+venas, cuchillas, autoles*,
        hacerme+daño, hacerse+daño, haga+daño+.. (mismo|misma), hacer+una+(tontería|locura|estupidez|barbaridad),
        haga+una+(tontería|locura|barbaridad), alguna+(tontería|locura), cometer+una+locura, (tomé|tomado|tomar|
        tomarme|trag*|tengo|tome|preparad*) .. (todas+las+pastillas|las+pastillas|frasco|caja+entera|blíster|
        pastillas+delante|pastillas+aquí|somníferos|veneno), pastillas .. (todas|delante|mesa|lado|preparadas|mano|
        hospital|noche|juntas), sobredosis, carta+.. (despedida|hijos|despidiéndome|suicid*), he+escrito+la+carta,
        despedirme, despedida, despidió+de+todos, despidiéndose, adiós+(a+todos|para+siempre|mundo), última*+(carta|
        noche+que), pensamientos+(suicidas|oscuros|de+muerte), ideas+suicidas, pensado+en+.. (tirarme|matarme|morir|
        acabar|dejar+de+vivir|quitarme), pienso+en+.. (morir|matarme|muerte|acabar), teléfono+de+la+esperanza, 024,
        línea+de+ayuda, ayuda+psicológica, cansad*+de+(vivir|la+vida), hart*+de+vivir, nadie+(me+)?(echará+de+menos|
        extrañará|notará), cuando+ya+no+esté, cuando+no+esté, ya+no+estaré, no+voy+a+estar, no+estaré+aquí,
        no+sé+si+.. (despertaré|llegaré+a+mañana|amanec*), no+volver+a+despertar, dormir+para+siempre,
        descansar+para+siempre, cuiden+de+mi+(perro|gato|hij*), voces+en+mi+cabeza, seguir+viviendo""",
    Harm.THREAT: """
        (matar|mato|mataré|mataremos|reventar|reviento|reventamos|reventaré|romper|rompo|romperé|partir|parto|
        partiré|quemar|quemo|quemaré|pegar|pego|rajar|rajo|apuñal*|disparar|disparo|degollar|ahorcar|machacar|
        machaco|destroz*|golpear|moler|linchar|arrancar|arranco|sacar|fulminar|cargar|cargo|ahogar|acuchill*|patear|
        pateo|balear|quebrar|quiebro|liquid*|incendi*) .. (os|te|los|las|le|les|a+todos|todos|vuestr*|
        tu|sus|su|cara|cabeza|piernas|dientes|boca|oficina*|local|tienda|sede|sucursal|coche|cuello|huesos|nariz|
        hocico|jeta|tiro|balazo|paliza|repartidor|alguien|brazos|cristales|instalaciones|almacén|edificio|rodillas),
        (os|te|los|las|le|les|lo|la) .. (voy|vamos|va) .. (matar|reventar|romper|partir|quemar|rajar|pegar|disparar|
        machacar|destrozar|moler|arrancar|cargar|volar|quebrar|linchar|buscar+y|esperar+a+la+salida|hundir+la+cara),
        (os|te|los|le|les|lo|la)+(mato|mataré|reviento|reventamos|rajo|parto|rompo|quemo|machaco|destrozo|reventaré|
        romperé|partiré|quemaré|cargo|liquido), (os|los|te|les)+(pego|pegamos|meto|metemos|vuelo)+.. (fuego|tiro|
        paliza|cara|hostia*|bala*|puñetazo|navajazo), matarlo*, matarte, mataros, matarlos, pegar*+fuego,
        pego+fuego, prender*+fuego+.. (oficin*|tienda|todo|local|sede|a+vuestr*|a+su), prendo+fuego, le+pego+fuego,
        meter+fuego, meto+fuego, quemar+(su|la|el|vuestr*|todo|esa), quemo+.. (local|oficin*|tienda|todo|sede),
        volar+por+los+aires, volaré, bomba*, molotov, gasolina .. (mechero|bidón|cerilla*|garrafa|encendedor),
        bidón+de+gasolina, garrafa+de+gasolina, con+(un+|una+|el+|la+|mi+)?(bate|cuchillo|navaja|pistola|escopeta|
        barra+de+hierro|martillo|hacha|machete|arma|palo|cadena|destornillador|rifle|palanca|katana|fierro), bate,
        escopeta, navaja, machete, pistola, revólver, barra+de+hierro, (sé|sabemos|averigu*|encontr*|buscar*|
        descubr*|localiz*) .. (dónde) .. (viv*|trabaj*|aparc*|duerm*|casa|colegio|estaciona*), sé+dónde,
        sabemos+dónde+viv*, sé+a+qué+hora, sé+.. hora+sales, tengo+.. matrícula, tengo+.. dirección+.. casa,
        (espero|esperar*|esperaré|esperando|esperamos) .. (salida|garaje|fuera|parking|esquina|aparcamiento|
        con+un+bate|calle|puerta), te+espero, os+espero, lo+espero, le+espero, te+voy+a+esperar, (voy|vamos|iré|
        subo|bajo|vuelvo|paso|iremos|aparezco|presento|caigo) .. (con) .. (bate|amigos|primos|colegas|hermanos|
        cuchillo|gasolina|escopeta|martillo|bidón|machete|palo|hacha|pistola|dos+amigos|gente|mazo),
        no+sale+andando, no+sale+.. vivo, no+salís+.. viv*, no+va+a+salir+.. (vivo|andando|entero), vais+a+ver,
        vas+a+ver, va+a+ver+lo+que, van+a+ver+lo+que, se+va+a+enterar, se+van+a+enterar, os+vais+a+enterar,
        te+vas+a+enterar, se+entera, os+enteráis, se+enteran, (vas|vais|va|van|vaya|vayan) .. (arrepentir*|
        pagar+caro|pagarlo+caro|lamentar*|sangrar|tragar*+los+dientes|saber+quién+soy|tragar), arrepentir*,
        os+arrepentiréis, se+arrepentirá*, te+arrepentirás, lo+pagar* .. (caro|sangre|vida), lo+lamentar*,
        correrá+sangre, correr+sangre, va+a+haber+sangre, habrá+sangre, derramar+sangre, tragarte+los+dientes,
        los+dientes, cuidado+.. (espaldas|noche|calle|hijos), cuíd*+(las+espaldas|la+espalda|esa+cara),
        cuidad+vuestras, miren+.. espaldas, mira+.. espaldas, cuídate+.. espalda, mereces+.. (morir|tiro|paliza|
        bala), merece* .. (tiro|paliza|bala|morir|muerte|ostia|hostia+bien), ojalá+.. (muer*|mat*|revient*|cáncer|
        accidente|estrell*), muérete, muéranse, moríos, hay+que+matar*, habría+que+.. (fusil*|matar*|ahorcar*|
        colgar*|quemar*), fusil*, tiro+en, un+tiro, balazo*, una+bala, partirle+la+cara, parto+la+cara,
        partir+la+cara, romper+la+cara, rompo+la+cara, la+cara+(nueva|rota|partida), dar+una+paliza, una+paliza,
        ostias, hostias, a+palos, último+aviso, última+advertencia, amenazo, acabar+mal, va+a+acabar+mal, alguien+..
        (muerto|herido|hospital|sangr*), al+hospital+.. (mand*|envi*|llev*)+a, mandar+al+hospital,
        mando+al+hospital, al+cementerio, atentado, masacre, violencia""",
    Harm.LEGAL: """
        ilegalidad, autoridades, oficina+.. consum*, consumo+.. (queja|reclam*|denunci*), mi+abogad*, asesor+legal,
        vía+administrativa, judicializ*, demandando, reclamación+.. consum*, arbitral, hojas+oficiales,
        organismo*+(oficial*|regulador*|competente*), tribunales, con+la+ley, abogad*, letrad*, bufete, procurador*,
        jurídic*, legal, legales, legalmente, ilegal*, ilícit*, legislación, demand*+(judicial|colectiva|a+la|por|
        contra|en|civil|penal|a+su|os|les|los|al), demanda, demandas, demandaré, demandar*, demandamos, querella*,
        denunci*, denúnci*, tribunal*, juicio, juicios, juzgad*, juez, jueces, jueza, fiscal, fiscalía, justicia,
        judicial*, acciones+(legales|judiciales), vía+(legal|judicial|penal), vías+legales, medidas+(legales|
        judiciales), proceso+(judicial|legal|penal), acción+(colectiva|legal|judicial), monitorio, burofax,
        requerimiento*, carta+documento, conciliación, arbitra*, junta+arbitral, arbitraje, mediador, mediación,
        facua, ocu, adicae, rumbo+legal, asociación+de+consumidores, asociaciones+de+consumidores,
        organización+de+consumidores, oficina+(municipal+)?(del|de)+(consumidor|consumo|atención+al+usuario), omic,
        consumo+(reclam*|denunc*|y|mañana|esta), (reclam*|denunc*|queja|escrito|expediente|formulario|voy|iré|
        directo|llevo) .. (consumo|omic|facua|ocu|profeco|indecopi|sernac|defensor|kontsumobide|tribunal*|juzgado|
        autoridad*|ministerio|regulador*|superintendencia|industria|banco+de+españa|cnmc|agencia|inspección|dgt|
        aesa|condusef|procon|sic), hoja*+de+reclamaci*, libro+de+reclamaci*, profeco, indecopi, sernac, condusef,
        defensa+del+consumidor, defensor+del+(pueblo|cliente|asegurado|consumidor|usuario), defensoría,
        superintendencia, osiptel, osinergmin, enargas, enre, enacom, subtel, ift, cnmc, cnmv, aesa,
        banco+de+españa, agencia+(española+de+)?(protección|de+protección|estatal), aepd, protección+de+datos, rgpd,
        gdpr, lopd, habeas+data, arco, derecho+(de+acceso|al+olvido|de+supresión), derechos+(arco|del+consumidor|
        del+pasajero|de+los+pasajeros|como+consumidor|del+viajero), mis+derechos, (la|por|según+la|contra+la)+ley+..
        (consum*|obliga|exige|dice|protege|amenaz*), contra+la+ley, por+ley, ley+general, código+civil, normativa,
        reglamento+(261|ce|europeo|ue), 261+2004, ce+261, filtración+de+datos, brecha+de+seguridad, la+policía,
        policía+(nacional|local), comisaría, guardia+civil, mossos, ertzaintza, carabineros, atestado,
        acta+notarial, notari*, perito, peritaje, peritos, delito*, delictiv*, penal, penalmente, infracción,
        sancion*, incumplimiento*, incumplen, incumplido+.. contrato, cláusula+abusiva, cláusulas+abusivas, abusiv*,
        publicidad+engañosa, práctica+(desleal|abusiva|engañosa), vicio+oculto, vicios+ocultos, garantía+legal,
        daños+y+perjuicios, perjuicios, indemniz* .. (reclam*|legal|exij*|ley), responsabilidad+(civil|penal|
        patrimonial), responsable+civil, último+(plazo|aviso|requerimiento), plazo+de+(diez|10|15|quince|7|siete|48|
        72|cinco|5)+(días|horas), en+el+plazo, dentro+del+plazo, formal+(reclamación|queja|denuncia), formalmente,
        reclamación+(formal|oficial|previa|presentada|ante|administrativa|en+consumo), queja+formal, queja+oficial,
        reclamar+(ante|judicialmente|por+vía), discrimin*, racis*, derechos+humanos, inspección+(de+trabajo|
        de+consumo|sanitaria|de+sanidad), sanidad, (al|ante+el|denunci*)+ministerio, regulador, entidad+reguladora,
        dirección+(general+de|de+industria), pruebas+(guardadas|en|para|suficientes), morosos+.. (abogad*|impugn*),
        impugn*, embargo+.. (ilegal|juez|abogad*), amparo, tutela, estafa+.. denuncia, ante+(notario|el+juez|
        la+justicia|consumo|la+policía), oficio+del+juzgado""",
    Harm.FRAUD: """
        estaf*, timo, timad*, timar*, timador*, fraude*, fraudulent*, defraud*, engañ*+(telef*|para|con+un|
        haciéndose|con+una), engañaron, phishing, smishing, vishing, pishing, suplant*, hacke*, jaque*, jakea*,
        pirate*, ciberdelin*, robado, robada, robados, robadas, robaron, robó, roban+.. (datos|cuenta|tarjeta),
        robo, robos, robar* .. (cuenta|datos|tarjeta|identidad|dinero|móvil|celular|paquete), ladrón, ladrones,
        hurt*, asalt*, atrac*, carterist*, falso, falsos, falsa, falsas, falsific*, falsead*, imitación, réplica+..
        original, pirata, copia+barata, (sms|correo|mail|mensaje|llamada|página|web|enlace|perfil|cuenta|link|
        anuncio|factura|vendedor*|técnico|gestor|empleado|repartidor|entradas|tienda|app|oferta|boletos|whatsapp|
        número)+(es+|era+|muy+)?(falso*|falsa*|fraudulent*|sospechos*|raro+pidiendo|trucho*|trucha*), trucho*,
        sospechos*, haci*+pasar+por, no+los+hice+yo, nunca+(contraté|pedí), (usó|usaron)+mi+(dni|cédula|tarjeta|
        nombre|identidad), alguien+metió+mi, haciéndose+pasar, se+hizo+pasar, se+hacen+pasar, se+hace+pasar,
        diciendo+(ser|que+era*|que+eran+de), decía+ser, dijo+ser, decían+ser, supuest*+(empleado*|técnico*|gestor*|
        agente*|trabajador*|banco|policía|comercial|repartidor|asesor*|oferta|premio), a+mi+nombre, a+nombre+..
        (mío|de+mi+madre|de+mi+padre), con+mi+(cédula|dni|identidad|nombre|documento|rut|tarjeta+en), en+mi+nombre,
        usando+mi+(nombre|tarjeta|cuenta|identidad), en+vuestro+nombre, en+su+nombre+.. (sms|correo|llam*),
        sin+mi+(autorización|permiso|consentimiento|conocimiento), no+autoric*, no+autorizad*, nunca+autoric*,
        jamás+autoric*, no+reconozc*, no+he+hecho, no+hice, yo+no+(hice|fui|lo+hice|he+hecho|reservé|pedí|he+sido|
        compré|autoricé), no+fui+yo, no+he+sido+yo, no+soy+yo, no+son+míos, que+no+son+míos, (alguien|desconocid*|
        otra+persona|extrañ*|un+tipo|delincuent*|hacker*|ladron*|terceros|tercero|ajen*) .. (entró|accedi*|usó|usa|
        usando|compr*|sacó|contrat*|abri*|abrió|cambi*|gast*|retir*|pidió|transfir*|dio+de+alta|clon*|mi+cuenta|
        mi+tarjeta|mi+nombre|inició|canje*|suplant*), entraron+(a|en)+(mi|mis|nuestra|la), entró+en+mi,
        han+entrado+en+mi, accedieron+a, acceso*+(no+autorizad*|desconocid*|extrañ*|desde|no+son), dispositivo+..
        (manila|desconocido|rusia|china|no+es+mío|ajeno|extraño|vietnam|otro+país), inicio*+de+sesión+(desde|en|
        sospech*|desconocid*|extrañ*), (cargo*|compra*|pago*|cobro*|transacci*|transferencia*|retiro*|movimiento*|
        reserva*|pedido*|bizum) .. (desconocid*|no+reconozc*|no+hice|no+he+hecho|sospechos*|extrañ*|fraudulent*|
        no+autoric*|jamás|nunca+hice|que+yo+no|no+es+mío|no+son+míos|no+realic*), (vaciaron|vaciado|vació|vaciarme|
        limpiaron|limpiado|desplumaron) .. (cuenta|tarjeta|euros|pesos|ahorros|saldo|puntos|monedero), me+vaci*,
        cuenta+(vaciada|vacía|robada|hackeada|clonada|comprometida|suplantada), duplic*+.. (sim|tarjeta),
        sim+(duplicada|swapping|clonada), clon*, skimming, (pinch*|hice+clic|cliqu*|entré|puse|di+clic|metí|pulsé|
        abrí|piqué) .. (enlace|link|clave|tarjeta|sms|datos|contraseña), puse+mi+(clave|contraseña|pin|tarjeta),
        di+.. (código|claves|clave|datos|pin|contraseña|coordenadas), (pidió|pidieron|pidiéndome|dicté|dicte) ..
        (código|claves|clave|datos|pin|contraseña|tarjeta|anydesk|coordenadas|foto+del+dni), anydesk, teamviewer,
        piqué, caí+en, he+caído+en, caí+como, picado+en, aduana*+.. (sms|enlace|link|pague|pagué|1),
        paquete+retenido, sms+.. (logo|pague|pagué|vuestro|aduana|banco|enlace), (correo|mensaje|sms|llamada) ..
        (es+vuestr*|es+suyo|es+de+ustedes|es+real|es+verdad|es+auténtic*|de+verdad+vuestr*|era+falso|sois+vosotros|
        son+ustedes), (es|será|parece)+.. (estafa|timo|fraude|phishing), son+ustedes, sois+vosotros+(los+que|o),
        extors*, chantaj*, rescate, secuestr*+.. (cuenta|página|perfil), secuestrad*, blanqueo, mula, vendedor+..
        (desapareci*|fantasma|esfumó|falso), anuncio+.. (falso|no+existe|no+existía), (piso|apartamento|alojamiento|
        casa|hotel) .. (no+existe|no+existía|inexistente|fantasma), tarjeta*+regalo+.. (código*|vacía|sin+saldo|
        pagar), burlaron, me+la+(han+)?(colado|colaron), firma+falsific*, robo+de+identidad, identidad+robada,
        dinero+.. (desapareci*|robado|esfum*)""",
    Harm.HARDSHIP: f"""
        varad*, estoy+en+.. (no+tengo+efectivo|sin+efectivo|sin+un+peso|sin+dinero), no+tengo+efectivo, sin+un+peso,
        aeropuerto+extranjero, muy+malit*, ha+empeorado, está+(muy+)?grave, en+la+uci, cerca+del+hospital,
        tirad*+(en|a|de|por), (botad*|abandonad*|atrapad*|atascad*|encerrad*|atorad*|quedad*|colgad*|sol*+en|dorm*|
        durm*|pasar+la+noche|atrapó) .. (aeropuerto|estación|carretera|autopista|terminal|calle|noche|frío|ascensor|
        elevador|túnel|tren|suelo|lluvia|oscuridad|calor|extranjero|frontera|andén|arcén|pista|nieve|avión|
        gasolinera|sótano|garaje|banco|coche), en+el+arcén, en+la+pista, en+mitad+de+la+nada, en+medio+de+la+nada,
        de+noche+.. (sol*|niñ*|calle|carretera|bebé), en+la+calle+.. (noche|frío|niñ*|bebé|maletas),
        toda+la+noche+.. (aeropuerto|estación|suelo|calle|fuera), sin+(hotel|comida|agua|luz|corriente|electricidad|
        calefacción|gas|agua+caliente|medicación|medicinas|medicamento*|insulina|oxígeno|dinero|efectivo|un+peso|
        un+euro|un+duro|techo|recursos|ingresos|trabajo|poder+(comer|dormir)|baño|comer|aire+acondicionado|
        suministro), (llevamos|llevo|horas|días) .. sin+(luz|agua|gas|corriente|calefacción|electricidad|
        suministro), no+hay+(luz|agua|gas|calefacción|corriente), se+(ha+ido|fue)+la+luz, corte+de+(luz|agua|gas|
        suministro|corriente|electricidad), cortaron+(la+luz|el+agua|el+gas|luz), cortar+(la+luz|el+agua|el+gas),
        antes+del+corte, apagón .. (ascensor*|oxígeno|bebé|mayor*|horas), calefacción+.. (funcionar|rota|averiada|
        sin|no+va|grados|frío), caldera+.. (rota|averiada|grados|frío|bebé|estropeada), (5|6|7|8|9|10|11|12|13|14|
        cinco|seis|siete|ocho|nueve|diez|once|doce|bajo)+(grados|cero), menos+(dos|tres|cuatro|cinco|seis|siete|
        ocho|2|3|4|5|6|7|8)+grados, frío+.. (niñ*|bebé|casa|abuel*|madre), congelad*+(de+frío|en+casa), tiritando,
        hipotermia, ola+de+calor, golpe+de+calor, 40+grados, insulina*, inhalador, asma*, asmátic*, epilep*,
        epilépt*, diabét*, diabetes, glucosa, diális*, quimio*, cáncer, oncolog*, tumor, oxígeno, respirador,
        concentrador, ventilador+(mecánico|médico), sonda, suero, alimentación+(por+sonda|enteral), leche+(especial|
        de+fórmula|maternizada|para+(mi|el)+bebé|infantil), ostomía, catéter, incontinencia, sin+pañales,
        corazón+(delicado|enfermo), cardíac*, cardiópata, enferm*+(del+corazón|crónic*|grave|terminal|renal),
        anticoagulant*, tensión+arterial, hipertens*, marcapasos, trasplant*, medicament*, medicina, medicinas,
        medicación, tratamiento+(de|médico|vital|urgente|oncológico|para), receta+.. (urgente|médica|farmacia),
        farmacia+.. (urgente|guardia|pastillas|medic*), pastillas+(del|de+la|para|de+mi), antidepresiv*, analgésic*,
        (una|es+una)+emergencia, urgencia+médica, urgente .. (medic*|insulina|hijo|madre|bebé), cuidados+paliativos,
        paliativ*, moribund*, muriéndose, muriendo+.. (madre|padre|abuel*), lecho+de+muerte, encamad*, postrad*,
        cama+articulada, dependiente*, dependencia, gran+dependiente, cuidador*, paralít*, parálisis, paraplé*,
        tetraplé*, discapaci*, minusval*, movilidad+reducida, silla*+de+ruedas, andador, muletas, salvaescaleras,
        cieg*, invidente*, baja+visión, perro+guía, soy+sord*, autis*, tea, síndrome, alzheimer, demencia,
        parkinson, esclerosis, neumonía, bronqu*, EPOC, epoc, {_WHO} .. (enferm*|fiebre|hospital*|ingresad*|
        encamad*|prematur*|mayor|quimio|oxígeno|diabétic*|respirador|discapaci*), estoy+(muy+)?enferm*, fiebre,
        recién+operad*, operad*+(de|hace), operación+(de+mañana|mañana|el+lunes|programada|urgente), embaraz*,
        parto, contracciones, a+punto+de+dar+a+luz, recién+nacid*, prematur*, (un|mi|nuestro|con|el|de)+(un+|el+|
        mi+)?(bebé|bebe), bebé+de, bebés, lactante, biberon*, biberón, meses+.. (bebé|hija|hijo|niña|niño), (dos|
        tres|cuatro|2|3|4)+(niñ*|hij*|peques|criaturas), con+(los+|mis+|dos+|tres+)?(niños|niñas|hijos|peques|
        críos), niñ*+pequeñ*, menores, madre+soltera, padre+soltero, famili*+vulnerable, vulnerable*, pensionista*,
        soy+jubilad*, somos+.. jubilad*, pensión+(mínima|de|no), en+paro, desemplead*, desahuci*, desalojo,
        desalojan, echan+de+casa, subsidio, bono+social, ayuda+social, ingreso+mínimo, banco+de+alimentos,
        no+(me+queda|tengo|llego|nos+queda|alcanza|me+alcanza) .. (comida|comer|fin+de+mes|dinero+para|alquiler|
        renta|leche|pañales), para+comer, dar+de+comer, ni+para+comer, (pagar|debo|vence) .. (alquiler|renta|
        hipoteca), alquiler+.. (mañana|pagar|no+puedo|hoy|vence), nómina+.. (bloquead*|retenid*|congelad*), (cuenta|
        tarjeta|dinero|ahorros) .. (congelad*|bloquead*|retenid*|embargad*) .. (comer|comida|efectivo|hostal|
        extranjero|alquiler|hijos|medic*|renta|hotel), números+rojos, sin+techo, (madre|padre|mamá|papá|abuela|
        abuelo|suegra|suegro|marido|esposo|mujer|esposa|tía|tío|señora|señor|vecina|vecino|matrimonio|tengo) (de+|
        tiene+|con+|de+casi+)?(70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|
        ochenta|noventa|setenta)+(años)?, persona*+(mayor|mayores|dependiente*|vulnerable*|enferma*|
        con+discapacidad), adult*+mayor*, tercera+edad, ancian*, viejit*, señora+mayor, señor+mayor,
        residencia+de+(mayores|ancianos), geriátrico, teleasistencia, botón+(de+emergencia*|de+pánico|rojo),
        vive+sola, vive+solo, viven+solos, viajaba+sol*, viaja+sol*, menor+.. sol*, (hijo|hija|niño|niña|menor|
        adolescente) .. (sola|solo|solito|solita), estoy+sol*+(con|en|de+noche), funeral*, entierro, sepelio,
        velatorio, velorio, cremación, luto, soy+viuda, soy+viudo, (madre|padre|abuela|abuelo|hermano|hermana|
        marido|mujer|esposo|esposa|hijo|hija) .. (muriendo|muriéndose|agoniz*|murió|fallec*|falleció|
        última+voluntad), (4|3|2|1|5|6|7|8|9)+(%+)?(de+)?batería, batería+al, sin+batería+.. (noche|carretera|sol*|
        niñ*), desesperad*, por+dios, se+lo+(suplico|ruego), lo+suplico, os+lo+ruego, hospital+.. (cita|operación|
        ingres*|tratamiento|autoriza|quimio|consulta), al+hospital, ascensor* .. (silla|piso|mayor*|embaraz*|abuel*|
        atrapad*|planta), señora+atrapada, atrapad*, casa+de+acogida, violencia+de+género, refugio+.. (mujeres|
        maltrat*)""",
}  # fmt: skip

NOT_HARM: Final = """
    (nadie|ningún|ninguna|sin) .. (herid*|heridos|lesion*|muert*|víctimas|daños+personales), (no|sin|ningún|ninguna|
    nada) (de|hay|es|hubo)? (peligro*|fuego|humo|incendio|estafa|fraude|abogad*|emergencia|policía|violencia|
    heridos|explosión|demanda), ilesos, ileso, ilesa, (precio*|tarifa*|comisión|comisiones|cuota|peaje*|coste) ..
    (robo|estafa|atraco|timo|abuso|ladrones|sablazo|criminal|ilegal), (robo|estafa|atraco|timo) .. (precio*|tarifa*|
    comisión), (un|vaya|menudo|es+un|puro|qué|auténtico|verdadero|a|esto+es+un)+(robo|atraco|timo), a+mano+armada,
    (vaya|menuda|pura|qué|una|auténtica)+(estafa), (sois|son|seréis|panda+de|banda+de|manada+de|partida+de|
    cuadrilla+de|pandilla+de)+(unos+|todos+)?(ladrones|estafadores|timadores|sinvergüenzas|chorizos|delincuentes|
    mafiosos), ladrones+de+guante, (me|nos)+(mata|matan|matas|muero|morimos)+(de+(risa|hambre|sed|sueño|ganas|
    vergüenza|aburrimiento|frío|calor|pena|amor|celos|la)|la+(cola|espera|curiosidad|risa)), (cola|espera|calor|app|
    música|internet|wifi|aburrimiento|lag|sueño|tráfico|calor|lunes) .. (mata|matan|matando|matar|muero|mortal),
    muero+(de|por), me+muero, muert*+(de+(risa|hambre|sed|sueño|frío|asco|vergüenza|cansancio|miedo|aburrimiento|
    envidia|ganas)), aburrimiento+mortal, de+muerte, matar+(el+tiempo|el+gusanillo|dos+pájaros|el+hambre|
    por+un+café|por), mataría+por, batería+(muerta|agotada|descargada), móvil+(muerto|murió), muerto+el+perro,
    línea+muerta, (fuego|fuegos)+(artificiales|lento|cruzado|sagrado|de+artificio), juegos+artificiales,
    armas+de+fuego, a+fuego+lento, cuerpo+de+bomberos+inaugur*, calendario+de+bomberos, humo+(líquido|y+espejos),
    venden+humo, vender+humo, vende+humo, vendehumos, puro+humo, echando+humo+(de|con|estoy), echo+humo, sin+humo,
    ahumad*, (estoy|me+tienen|me+tenéis)+que+(ardo|exploto|reviento|muerdo|echo+chispas),  chispa+(de|del|
    de+la), ni+chispa,  explosión+de+(sabor*|color*|alegría), explot*+(de+risa|de+alegría|de+rabia|laboral*|
    de+la+risa|la+burbuja), explotación, explotados, cabeza+(fría|alta|hueca|de+turco|loca), dolor+de+cabeza,
    dolores+de+cabeza, dolor*+de+cabeza, quebradero*, rompecabezas, romper*+la+cabeza, ni+pies+ni+cabeza,
    pies+ni+cabeza, (a|de+primera|de+segunda|echar+una|echadme+una|échame+una|échenme+una|echar|segunda|la|en|por|
    entre)+mano+(a|de|alzada|derecha|me|para|tengo|por|amiga)?, de+la+mano, mano+(de+obra|a+mano|dura|libre|
    izquierda), manos+(libres|a+la+obra|arriba), manos+.. cabeza, a+mano, hecho+a+mano, equipaje+de+mano,
    bolso+de+mano, dedos+cruzados, dedo+en+la, cruzo+los+dedos, brazo+(a+torcer|derecho|robótico), de+brazos,
    brazos+(abiertos|cruzados), cuesta+un+(ojo|riñón|brazo), un+ojo+de+la+cara, ojo+(con|que|al|crítico|a+los),
    mucho+ojo, a+ojo, ojos+(abiertos|cerrados), en+un+abrir+y+cerrar, cara+(a+cara|dura|de+tonto|bonita|nueva|
    o+cruz), tarde+y+caro, la+cara+(dura|de|amable), más+cara, muy+cara, tan+cara, carísim*, es+cara,
    demasiado+cara, qué+cara, vaya+cara, qué+poca+(vergüenza|cara), de+cara+(al|a), dar+la+cara, dan+la+cara,
    dé+la+cara, cara+de, frente+(a|al), en+frente, hacer+frente, boca+(abierta|a+boca|abajo|arriba|del+metro),
    boca+.. abierta, a+pedir+de+boca, pie+(de+foto|de+página|a+cabeza), a+pie, de+pie, en+pie, pies+(en+el+suelo),
    de+espaldas, a+mis+espaldas, dar+la+espalda, por+la+espalda, espalda+(mojada|baja+de), cuello+(de+botella|alto),
    cuello+.. camisa, piel+(de+gallina|sintética|de+plátano|seca), pelos+de+punta, pecho+(al+descubierto|palomo),
    a+pecho, al+pie+de+la+letra, codo+(con+codo|a+codo), hablar+por+los+codos, corazón+(roto|partido|de+oro|sangra),
    uñas+(de+gel|pintadas), lengua+(materna|de+signos), nariz+(roja|tapada), narices, hasta+las+narices,
    en+la+punta, se+me+rompi*+el+corazón, rojo+(y|vino|sangre+camiseta), tarjeta+roja, roja+(talla|camiseta|falda|
    directa), puntos+(de+fidelidad|de+recogida|acumulados|canje*|de+venta|del+club|del+programa|de+carga|de+lealtad|
    que|extra|a+favor|por), mis+puntos, los+puntos+.. (caduc*|cuenta|canje*|sumad*), sangre+(fría|azul|nueva|
    caliente), sudor+y+sangre, hierve+la+sangre, mala+sangre, chupasangre, donar+sangre, sangrante,
    herid*+(sensibilidad|orgullo|de+muerte+ilusión), orgullo+herido, golpe+(de+suerte|de+estado|bajo|de+efecto|
    de+gracia|maestro|de+calor+de), de+golpe, golpe+.. bolsillo, de+un+golpe, empuj*+(las+ventas|a+comprar|
    a+cambiar), empujón, cayó+(la+web|el+servidor|la+app|el+sistema|la+red|internet|la+llamada|la+página|la+línea|
    en+saco), caída+(del|de+la|de+línea|de+red|de+servicio|de+servidor*|general|de+internet|masiva|libre|
    de+tensión), se+(ha+)?(caído|cayó) .. (web|app|sistema|internet|red|servidor*|página|línea|llamada|wifi|señal|
    conexión|servicio|plataforma), baja+(de+la+línea|el+precio|en+el+servicio|definitiva|voluntaria|del+servicio|
    temporal), (darme|dar|dado|dé|date|darnos|darse|pedir|solicitar|solicit*|pedido|tramitar|quiero|dan|den|di|dio|
    daré|darse|proceso)+(la+|de+)?(de+)?baja, de+baja+(el|la|mi|del|de|en|por|y|a|una|este|ese|sin|desde|porque|
    todo|ya|hoy|como|para|cuando|antes|definitiva), dado+de+baja, baja+calidad, planta+baja, temporada+baja,
    precio+baja, (estoy|esto)+que+me+subo, pierna+suelta, (media|medias)+piernas, (legal|legales)+(tal|mola|
    y+divertido), es+legal, tío+legal, aviso+legal, texto+legal, términos+legales, información+legal,
    depósito+legal, nota+legal, poca+demanda, mucha+demanda, alta+demanda, por+la+demanda, bajo+demanda, a+demanda,
    oferta+y+demanda, demanda+(de+usuarios|alta|mucho|turística|laboral|de+mercado|de+luz|eléctrica),
    vídeo+bajo+demanda, justicia+(social|divina|poética|para), sin+juicio, a+mi+juicio, buen+juicio,
    perder+el+juicio, muela*+del+juicio, ley+(de+murphy|del+mínimo|seca|de+vida|de+la+selva|del+silencio|
    del+embudo), murphy, consumo+(de+datos|de+luz|de+agua|eléctrico|mensual|energético|responsable|real|de+gas|
    medio|del|estimado|anual|excesivo|de+combustible), fiscal+(domicilio|datos|número|cédula+fiscal), (datos|
    domicilio|dirección|identificación|régimen|certificado|residencia|situación|código|constancia|factura) (fiscal|
    fiscales), película+de+policía, policías+y+ladrones, inspección+(técnica|del+vehículo|visual), falsa+(alarma|
    modestia|monea), falsas+(esperanzas|promesas), falso+(techo|amigo+lingüístico|positivo), hack*+de+vida,
    hackatón, clon+(humano|de+star), pirata*+(del+caribe|informático+peli|de+playa), tiburón, tiro+(al+plato|libre|
    de+tres|con+arco|de+cámara), tiros+(libres|a+puerta), a+tiro+de, de+tiro, sin+tiro, ni+a+tiros, ni+de+tiros,
    dos+tiros, el+tiro+.. culata, bomba+(de+agua|de+calor|de+baño|informativa), bombas+de+baño, (es|pasarlo|pasamos|
    lo+pasamos|pasé|está)+(la+)?bomba, la+bomba, notición+bomba, bombazo, quemar+(calorías|grasa|etapas),
    quemad*+(con|de+tanto+trabajar|por+el+estrés|del+curro), estoy+quemad*, quem*+a+lo+bonzo, voy+a+explotar,
    parto+(de+la+base|de+risa|de+la+risa|el+lunes|mañana|hacia), me+parto, de+parto+programa, rompe+el+hielo,
    romper+el+hielo, vuelo+(a|de|cancel*|con|directo|retras*|desde|hacia|para|número|mañana|del|anulado|era|sale|
    que|y|ib|se|chárter|interno|nacional|internacional),  volar+(a|con|en|desde|de|el|mañana|hoy|barato|
    por+primera), os+espero+en+(casa|mi), te+espero+(en|con)+(casa|ganas|ilusión), vas+a+ver+que, vais+a+ver+que,
    vamos+a+ver, a+ver+si, tirad*+(de+precio|de+la+risa|la+toalla), dinero+tirado, está+tirado, enfermo+de+(amor|
    la+saga), ciego+de, a+ciegas, cita+a+ciegas, oídos+sordos, sordo+a, cáncer+(signo|horóscopo|de+la+sociedad),
    signo+cáncer, bebé+(tiburón|yoda|mío+te), jubilado+el+(móvil|ordenador), vive+solo+para,
    medicina+(familiar+estudio|natural+blog), congelado+(el+plan|la+pantalla), (pantalla|imagen|app|vídeo|
    aplicación|ordenador) .. congelad*, productos+congelados, alimentos+congelados, congelados, pizza+congelad*,
    desesperad*+por+(ver|comprar|la+nueva), lo+ruego+.. entradas, tea+(time|party), atrapad*+(en+un+bucle|en+bucle|
    en+azul|en+el+libro|por+la+serie), atrapasueños"""
