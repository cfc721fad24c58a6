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
    """#
