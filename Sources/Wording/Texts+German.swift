/// The German texts. See ``Catalogue`` for the form of a line; words: Difu's and ours, agreed before code.
let germanTexts = #"""
    # statuses, units, levels
    status.valid = Wert
    status.estimated = geschätzt
    status.no_data = nicht erfasst
    status.suppressed = geschützt (kleine Zahl)
    status.unreliable = unsicher
    status.not_connected = nicht ans Wegenetz angeschlossen (prüfen)
    status.not_reachable = hier nicht erreichbar
    status.not_applicable = hier nicht sinnvoll
    status.cannot_tell = nicht beurteilbar
    unit.persons = Personen
    unit.share = Anteil
    unit.m = Meter (Luftlinie)
    unit.places = Orte
    unit.ratio = Verhältnis
    level.town = Stadt
    level.quarter = Quartier
    level.focus_area = Schwerpunktbereich
    level.area = Gebiet
    target.meeting_places = Treffpunkte (alle)
    target.services = Angebote und Dienste (alle)
    # method sheets
    sheet.says = Was es sagt
    sheet.says_not = Was es nicht sagt
    sheet.formula = Formel
    sheet.limits = Grenzen
    sheet.unit = Einheit
    sheet.version = Version der Methode
    sheet.references = Quellen
    indicator.residents.title = Einwohnerinnen und Einwohner
    indicator.residents.says = Wie viele Menschen in dem Gebiet wohnen, für alle und für jede Gruppe.
    indicator.residents.says_not = Es sagt nicht, wie lange sie dort wohnen, wie sie leben oder wozu sie sich zählen.
    indicator.residents.formula = Summe w·P über die Punkte oder Zellen; w ist der Flächenanteil einer geschnittenen
     Zelle im Gebiet, sonst 1.
    indicator.residents.limits = Schneidet eine Grenze eine Zelle, wird nach Fläche aufgeteilt: „geschätzt“. Wer außerhalb
     aller Quartiere wohnt, zählt nicht zur Stadt und wird gesondert genannt.
    indicator.group_share.title = Anteil der Gruppe
    indicator.group_share.says = Welcher Teil der Einwohnerinnen und Einwohner des Gebiets zu der Gruppe gehört.
    indicator.group_share.says_not = Es sagt nichts über Zusammenleben, Bedarf oder Teilhabe. Staatsangehörigkeit ist nicht
     Einwanderungsgeschichte.
    indicator.group_share.formula = p = Σ w·P_g / Σ w·P
    indicator.group_share.limits = Bei wenigen Einwohnerinnen und Einwohnern schwankt der Anteil stark; ohne sie ist er
     nicht sinnvoll.
    indicator.location_quotient.title = Anteil im Vergleich zur Gesamtstadt
    indicator.location_quotient.says = Wie sich der Anteil der Gruppe im Gebiet zu ihrem Anteil in der ganzen Stadt
     verhält; 1 heißt gleich.
    indicator.location_quotient.says_not = Kein Maß für Zusammenleben und keine Bewertung eines Quartiers.
    indicator.location_quotient.formula = LQ = p_i / P mit p_i Anteil im Gebiet, P Anteil in der Stadt
    indicator.location_quotient.limits = Ist die Gruppe in der Stadt klein, bedeutet ein hoher Wert wenige Menschen.
    indicator.place_count.title = Erfasste Orte
    indicator.place_count.says = Wie viele Treffpunkte und Angebote in dem Gebiet erfasst sind.
    indicator.place_count.says_not = Nicht, ob sie genutzt werden oder ausreichen; nicht erfasst heißt nicht, dass es
     keine gibt.
    indicator.place_count.formula = Anzahl der Orte, deren Punkt im Gebiet liegt
    indicator.place_count.limits = Hängt an der Vollständigkeit der Liste. Orte knapp jenseits einer Grenze stehen
     gesondert.
    indicator.nearest_distance.title = Entfernung zum nächsten Ort (Luftlinie)
    indicator.nearest_distance.says = So nah oder näher haben es die Hälfte der Menschen zum nächsten erfassten Ort
     dieser Art, in Metern Luftlinie.
    indicator.nearest_distance.says_not = Nicht den Fußweg: Fluss, Bahn und Straßen verlängern ihn. Nicht, ob der Ort
     genutzt wird.
    indicator.nearest_distance.formula = mit P gewichteter Median von min_j c_ij; liegt die Hälfte genau zwischen zwei
     Werten, gilt der kleinere
    indicator.nearest_distance.limits = Von Zellen wird ab der Mitte gemessen: „geschätzt“. Orte außerhalb der Stadt
     zählen mit, soweit sie erfasst sind.
    indicator.places_within.title = Orte im Umkreis (Luftlinie)
    indicator.places_within.says = Wie viele erfasste Orte dieser Art ein Mensch im Mittel im Umkreis hat.
    indicator.places_within.says_not = Nicht, ob dort Platz ist, ob geöffnet ist oder ob jemand hingeht.
    indicator.places_within.formula = Σ w·P_g·O(T) / Σ w·P_g, O(T) Zahl der Orte mit c ≤ T
    indicator.places_within.limits = Die Schwelle entscheidet mit; deshalb stehen mehrere nebeneinander.
    indicator.coverage_share.title = Anteil mit einem Ort im Umkreis (Luftlinie)
    indicator.coverage_share.says = Welcher Teil der Menschen mindestens einen erfassten Ort dieser Art im Umkreis hat.
    indicator.coverage_share.says_not = Möglichkeit ist nicht Nutzung; und Luftlinie ist nicht Fußweg.
    indicator.coverage_share.formula = Σ w·P_g·1[min_j c_ij ≤ T] / Σ w·P_g, Schwelle eingeschlossen
    indicator.coverage_share.limits = Die Schwelle entscheidet mit; von Zellen wird ab der Mitte gemessen.
    # output folder
    Q705.message = Der Ausgabeordner enthält anderes als Ergebnisse von Quartier; er wird nicht ersetzt.
    Q705.remedy = Einen anderen Ordner mit --output angeben oder diesen selbst leeren.
    # coordinate reference systems and the command transform
    crs.error.unknown = Das Koordinatensystem „{detail}“ ist nicht bekannt.
    crs.error.refused = Das Koordinatensystem „{detail}“ wird nicht angenommen: {reason}.
    crs.error.notMetric = Das Koordinatensystem „{detail}“ ist keine Abbildung in Metern.
    crs.error.gridMissing = Für die Datumsumstellung fehlt das Gitter {detail}; unter Debian bringt das Paket proj-data die
      freien Gitter mit, andere stehen auf cdn.proj.org.
    crs.error.ballpark = Für {detail} ist keine Datumsumstellung bekannt; ohne sie lägen Orte bis zu einigen hundert Metern
      falsch.
    crs.error.noOperation = Von {detail} führt keine Umrechnung.
    crs.error.failed = Die Koordinatenumrechnung ist gescheitert: {detail}.
    crs.refusal.projString = aus Daten werden keine PROJ-Zeichenketten gelesen
    crs.refusal.link = Verweisen wird nicht gefolgt
    crs.refusal.form = nötig ist ein Code wie EPSG:25832, WKT oder PROJJSON
    crs.refusal.tooLong = der Text ist länger als 100 000 Bytes
    crs.refusal.malformed = der Text enthält Steuerzeichen oder ist zu tief geschachtelt
    crs.refusal.embeddedFile = der Text enthält PROJ-Zeichenketten oder nennt Dateien
    crs.refusal.kind = es ist kein ebenes geographisches oder abgebildetes System
    crs.refusal.axes = seine Achsen zeigen nicht nach Osten und Norden
    transform.systems = Von {from} nach {to}, immer Ost vor Nord
    transform.operation = Verfahren: {operation}
    transform.accuracy = Genauigkeit: {metres} m
    transform.accuracyUnknown = Genauigkeit: unbekannt
    transform.grids = Gitter: {grids}
    transform.noGrids = Gitter: keines nötig
    transform.missingGrids = Nicht installiert: {grids}
    transform.fallback = Achtung: das genauere Verfahren fehlt, dieses steht auf Wunsch an seiner Stelle.
    transform.ballpark = Achtung: die Datumsumstellung bleibt aus, Orte können einige hundert Meter falsch liegen.
    transform.malformedLine = Zeile {line} besteht nicht aus zwei Zahlen: „{text}“.
    # place categories
    category.community_centre = Gemeinschaftshaus
    category.neighbourhood_centre = Nachbarschaftstreff
    category.youth_centre = Jugendzentrum
    category.womens_centre = Frauenzentrum
    category.senior_centre = Seniorenzentrum
    category.cultural_centre = Kulturzentrum
    category.place_of_worship = Gebetshaus
    category.sports_centre = Sportstätte
    category.club = Vereinshaus
    category.music_school = Musikschule
    category.library = Bibliothek
    category.park = Park
    category.playground = Spielplatz
    category.cafe = Café
    category.market = Markt
    category.allotment = Kleingartenanlage
    category.swimming_pool = Schwimmbad
    category.school = Schule
    category.kindergarten = Kindertagesstätte
    category.shop = Einkaufen
    category.doctor = Arztpraxis
    category.pharmacy = Apotheke
    category.town_hall = Rathaus
    category.language_school = Sprachschule
    category.job_centre = Jobcenter
    category.social_facility = Soziale Einrichtung
    category.counselling = Beratung
    category.refugee_accommodation = Unterkunft für Geflüchtete
    category.shelter = Schutzunterkunft
    # findings
    severity.note = Hinweis
    severity.warning = Warnung
    severity.error = Fehler
    diagnostic.feature = Objekt {index}
    # project file
    Q601.message = Die Projektdatei lässt sich nicht lesen: {problem.*}.
    Q601.remedy = Die genannte Stelle berichtigen; „quartier init“ schreibt eine Vorlage.{excerpt}
    problem.syntax = kein gültiges YAML ({detail})
    problem.too_large = sie ist größer als {limit} Bytes
    problem.too_deep = sie ist tiefer als {limit} Ebenen geschachtelt
    problem.nul = sie enthält ein NUL-Zeichen, ist also keine Textdatei
    problem.anchors = Anker (&) und Verweise (*) werden nicht angenommen; ein Text, der so beginnt, gehört in
     Anführungszeichen
    problem.key_not_text = ein Schlüssel muss ein einfacher Text sein
    problem.unreadable = sie ist beschädigt {detail}
    Q602.message = Der Schlüssel „{key}“ ist unbekannt.
    Q602.remedy = {hint.*}
    Q603.message = Der Schlüssel „{key}“ fehlt oder ist leer.
    Q603.remedy = Ergänzen; „quartier init“ schreibt eine Vorlage mit allen Schlüsseln.
    Q604.message = „{key}“: {reason.*}.
    Q604.remedy = {hint.*}
    hint.did_you_mean = Gemeint war vielleicht „{suggestion}“. Möglich: {allowed}.
    hint.allowed = Möglich: {allowed}.
    hint.value = Den Wert berichtigen; „quartier init“ schreibt eine Vorlage.
    reason.expected_mapping = hier stehen Schlüssel mit Werten (name: …)
    reason.expected_list = hier steht eine Liste ([…] oder Zeilen mit „- “)
    reason.expected_numbers = hier steht eine Liste von Zahlen ([300, 500])
    reason.expected_number = hier steht eine Zahl mit Dezimalpunkt
    reason.expected_text = hier steht ein einfacher Text
    reason.expected_date = hier steht ein Datum in der Form 2024-12-31
    reason.expected_flag = hier steht true oder false
    reason.expected_address = hier steht eine Adresse, die mit https:// oder http:// beginnt
    reason.expected_file = hier steht eine Datei, kein Ordner
    reason.empty = der Wert ist leer
    reason.control_character = der Text enthält Steuerzeichen
    reason.not_listed = dieser Wert ist hier nicht möglich oder steht doppelt
    reason.out_of_range = die Zahl muss größer als 0 und höchstens {limit} sein
    reason.not_ascending = die Zahlen müssen aufsteigen
    reason.no_language = es fehlt ein Text für de oder en
    reason.version = Version {value} ist nicht bekannt, nur Version 1
    reason.identifier = „{value}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern, _ und -, am Anfang kein Strich
    reason.id_twice = die Kennung „{value}“ steht zweimal da
    reason.first_group = die erste Gruppe sind immer alle Einwohnerinnen und Einwohner, mit der Kennung „all“
    reason.category = diese Art von Orten ist nicht bekannt; eigene stehen unter „categories“
    reason.source = diese Quelle steht nicht unter „sources“
    reason.one_layer = von der Art „{kind}“ gibt es nur eine Ebene
    reason.review_before_date = die Prüfung liegt vor dem Datum der Festlegung
    Q605.message = Das Integrationsverständnis der Stadt steht nicht in der Projektdatei.
    Q605.remedy = Unter „understanding“ eintragen; bis dahin öffnen drei Fragen dazu den Bericht.
    Q606.message = Es fehlt eine Ebene der Art „{kind}“.
    Q606.remedy = Unter „layers“ eine Datei dafür angeben: Quartiere (quarters) und Orte (places) sind nötig, alles
     andere nicht.
    Q607.message = „{value}“ ist kein amtlicher Gemeindeschlüssel: {reason.*}.
    Q607.remedy = Den AGS mit 8 oder den Regionalschlüssel mit 12 Ziffern in Anführungszeichen angeben.
    reason.key_not_digits = er besteht nur aus Ziffern
    reason.key_leading_zero_lost = die führende Null ist verloren gegangen
    reason.key_wrong_length = er hat 8 oder 12 Ziffern
    reason.key_unknown_land = er beginnt mit dem Land, 01 bis 16
    Q608.message = Der Schlüssel „{key}“ steht mehrfach da.
    Q608.remedy = Alle bis auf einen löschen oder umbenennen.
    Q609.message = Die Datei „{file}“ liegt außerhalb des Projektordners.
    Q609.remedy = Die Datei in den Ordner der Projektdatei legen oder mit ganzem Pfad (/…) angeben.
    # findings on columns and values
    Q401.message = Die Spalte „{column}“ gibt es in der Datei nicht.
    Q401.remedy = {hint.*}
    Q402.message = Ohne Kennung: {count} Objekte; sie werden nach ihrer Stelle in der Datei benannt.
    Q402.remedy = Eine Spalte mit bleibenden Kennungen angeben (columns: id), sonst sind Jahre nicht vergleichbar.
    Q403.message = Die Kennung „{id}“ kommt mehrfach vor.
    Q403.remedy = Jedem Objekt eine eigene Kennung geben.
    Q404.message = Der Name fehlt.
    Q404.remedy = Den Namen in der Datei ergänzen; bis dahin steht die Kennung im Bericht.
    Q405.message = In der Spalte „{column}“ fehlt der Wert.
    Q405.remedy = Ergänzen; ein fehlender Wert zählt als „nicht erfasst“, nicht als 0.
    Q406.message = Der Wert in der Spalte „{column}“ ist keine Zahl.
    Q406.remedy = Eine Zahl eintragen oder das Feld leer lassen; Zeichen wie „–“ sind keine 0.
    Q407.message = Der Wert in der Spalte „{column}“ ist negativ.
    Q407.remedy = Prüfen; in Rasterdaten der Statistik stehen -1 und -9 oft für „unbewohnt“ und „geheim“.
    Q408.message = Der Wert in der Spalte „{column}“ ist keine ganze Zahl.
    Q408.remedy = Prüfen, ob es Personen sind und kein Anteil.
    Q409.message = Die Gruppe „{group}“ ist hier größer als die Zahl aller Einwohnerinnen und Einwohner.
    Q409.remedy = Die Spalten vergleichen; bei geschützten Statistikdaten sind kleine Abweichungen möglich.
    Q410.message = Die Art des Ortes fehlt.
    Q410.remedy = In der Datei ergänzen; ohne Art zählt der Ort bei keiner.
    Q411.message = Die Art „{category}“ ist nicht bekannt.
    Q411.remedy = Unter „categories“ aufnehmen oder umbenennen. {hint.*}
    Q412.message = Die Öffnungszeiten „{value}“ sind ab dem {position}. Zeichen nicht lesbar: {hours.*}.
    Q412.remedy = So schreiben: Mo-Fr 09:00-17:00; Sa 10:00-13:00.
    hours.empty = hier steht nichts
    hours.too_long = der Text ist zu lang
    hours.expected_rule = erwartet werden Wochentage oder Uhrzeiten
    hours.expected_day = erwartet wird ein Wochentag (Mo, Tu, We, Th, Fr, Sa, Su; auch Di, Mi, Do, So)
    hours.expected_time = erwartet wird eine Uhrzeit wie 09:00
    hours.expected_range = erwartet wird ein Ende wie in 09:00-17:00
    hours.time_out_of_range = diese Uhrzeit gibt es nicht
    hours.empty_range = Anfang und Ende sind gleich
    hours.unexpected = dieses Zeichen gehört nicht hierher
    Q413.message = Der Wert in der Spalte „{column}“ ist kein Datum.
    Q413.remedy = In der Form 2024-12-31 oder 31.12.2024 schreiben.
    Q414.message = Die Förderung endete am {date}.
    Q414.remedy = Prüfen, ob es das Angebot noch gibt, und das Datum nachtragen.
    Q415.message = Die Schlüssel in der Spalte „{column}“ haben wohl ihre führenden Nullen verloren.
    Q415.remedy = Die Spalte als Text ausgeben, nicht als Zahl.
    Q416.message = Die Grundlage „{value}“ eines Schwerpunktbereichs ist nicht bekannt.
    Q416.remedy = Möglich: local_knowledge, council_decision, computed.
    Q417.message = Die Prüfung dieses Schwerpunktbereichs war am {date} fällig.
    Q417.remedy = Den Bereich prüfen und ein neues Datum eintragen.
    Q418.message = Die Angabe zum Rollstuhl „{value}“ ist nicht bekannt.
    Q418.remedy = Möglich: yes, limited, no (ja, teilweise, nein).
    Q419.message = In der Spalte „{column}“ stehen Zahlen und Texte gemischt.
    Q419.remedy = Die Spalte vereinheitlichen; bis dahin gilt jeder Wert für sich.
    Q420.message = Die Zahl der Plätze ist nicht lesbar.
    Q420.remedy = Eine ganze Zahl ab 0 eintragen oder das Feld leer lassen.
    # findings on coordinate reference systems
    Q301.message = Es ist nicht bekannt, in welchem Koordinatensystem die Datei steht.
    Q301.remedy = In der Projektdatei bei der Ebene angeben, etwa crs: "EPSG:25832".
    Q302.message = Das Koordinatensystem „{crs}“ ist nicht bekannt.
    Q302.remedy = Einen EPSG-Code angeben, etwa EPSG:25832 (UTM 32) oder EPSG:25833 (UTM 33).
    Q303.message = Die Datei nennt ihr Koordinatensystem in der alten Form (crs); sie wird beachtet.
    Q303.remedy = Nichts zu tun; neue Dateien nach RFC 7946 stehen immer in WGS 84.
    Q304.message = „{crs}“ rechnet nicht in Metern.
    Q304.remedy = Für town: crs ein System in Metern angeben, etwa EPSG:25832.
    Q305.message = Die Koordinaten ({extent}) liegen außerhalb des Gebiets, für das {crs} gilt.
    Q305.remedy = Das Koordinatensystem der Datei prüfen.
    Q306.message = Die Koordinaten ({extent}) sind keine Längen und Breiten in Grad.
    Q306.remedy = Bei der Ebene das Koordinatensystem der Datei angeben, etwa crs: "EPSG:25832".
    Q307.message = Länge und Breite scheinen vertauscht zu sein ({extent}).
    Q307.remedy = In GeoJSON steht die Länge (Ost) vor der Breite (Nord); die Datei neu ausgeben.
    Q308.message = Die Koordinaten ({extent}) passen nicht zu {crs}, aber zu {suggested}: Es geht um die Zonennummer
     vor dem Ostwert.
    Q308.remedy = Bei der Ebene {suggested} angeben.
    Q309.message = Für die Umrechnung von {crs} fehlt die Gitterdatei.
    Q309.remedy = Das Paket proj-data einrichten (apt-get install proj-data).
    Q310.message = Statt einer Gitterdatei wurde eine weniger genaue Umrechnung verwendet.
    Q310.remedy = Die Genauigkeit steht in run.json; mit proj-data wird sie besser.
    Q311.message = Die Koordinaten lassen sich von {crs} nicht umrechnen.
    Q311.remedy = Das Koordinatensystem der Datei und ihre Koordinaten prüfen.
    Q312.message = Die Angabe „{crs}“ wird als Koordinatensystem nicht angenommen.
    Q312.remedy = Angenommen werden EPSG-Codes, WKT und PROJJSON, keine PROJ-Zeichenketten, Adressen oder Dateien.
    Q313.message = Im Koordinatensystem {crs} weichen Längen hier spürbar von denen am Boden ab.
    Q313.remedy = Das System der eigenen Zone nehmen: EPSG:25832 oder EPSG:25833.
    # findings on running and writing
    Q701.message = Die Ausgabe gibt es schon.
    Q701.remedy = Mit --overwrite ersetzen oder mit --output einen anderen Ordner angeben.
    Q702.message = Die Ausgabe lässt sich nicht schreiben.
    Q702.remedy = Rechte und freien Platz prüfen; die alte Ausgabe ist unverändert.
    Q703.message = Der Lauf wurde abgebrochen.
    Q703.remedy = Noch einmal starten; die alte Ausgabe ist unverändert.
    Q704.message = Zwei Rechenwege ergeben nicht dasselbe: {detail}.
    Q704.remedy = Bitte mit der Projektdatei melden; diese Ergebnisse nicht verwenden.
    # draft of a project file (quartier init)
    draft.head = Projektdatei für Quartier. Text nach # ist Erläuterung.
    draft.head.guessed = Was mit „vermutet“ bezeichnet ist, bitte prüfen und den Vermerk dann löschen.
    draft.guessed = vermutet
    draft.town.unnamed = Unsere Stadt
    draft.council = Rat der Stadt
    draft.ags = amtlicher Gemeindeschlüssel, 8 Ziffern in Anführungszeichen
    draft.crs = Koordinatensystem in Metern für alle Flächen und Entfernungen
    draft.period = Jahr oder Stichtag der Daten
    draft.understanding = Was die Stadt unter Integration versteht, wer es beschlossen hat und welche Ziele sie hat.
     Damit beginnt der Bericht.
    draft.layers = Die Daten. Nötig sind quarters und places; jede weitere Ebene öffnet Kapitel im Bericht.
    draft.kind.quarters = Die Quartiere, für die berichtet wird (Flächen)
    draft.kind.focus_areas = Schwerpunktbereiche der Zuwanderung, mit Grundlage, Rolle, Datum, Begründung und Prüfung
     (Flächen)
    draft.kind.places = Treffpunkte und Angebote (Punkte)
    draft.kind.population = Wo Menschen wohnen, mit Zahlen für jede Gruppe (Punkte oder Zellen)
    draft.kind.streets = Straßen und Wege (Linien)
    draft.kind.area = Andere benannte Gebiete, etwa Schulbezirke; name sagt, wie sie heißen
    draft.count = {count} Objekte
    draft.category = Art aller Orte der Datei
    draft.columns.other = weitere Spalten: {columns}
    draft.unused = {file}: passt zu keiner Art von Ebene
    draft.groups = Bevölkerungsgruppen: zuerst immer alle, dann jede Gruppe
    draft.group.all = Alle Einwohnerinnen und Einwohner
    draft.group.foreign = Menschen mit ausländischer Staatsangehörigkeit
    draft.group.under18 = Unter 18 Jahre
    draft.group.65plus = 65 Jahre und älter
    draft.thresholds = Schwellen
    draft.distances = Meter Luftlinie
    draft.border = Meter: So nahe an einer Grenze heißt ein Ort „nahe der Grenze“
    draft.minimum_overlap = m²: Kleinere Lücken und Überlappungen werden nicht gemeldet
    draft.sources = Woher die Daten kommen; layers nennen die Kennung mit source: "stadt"
    """#
