"""What the sample town remembers: notes, a file for each, and what became of participation."""

import offers

BOTH_OFFICES = ("offices:", '  urban_development: "Stadtplanung"', '  integration: "Büro für Integration"')

# first year, file, kind, title, day, further keys, text
NOTES = (
    (2022, "2022-vermutung-nordstadt", "assumption", "In der Nordstadt ist abends wenig zu erreichen", "2022-10-05",
     ('quarters: ["Nordstadt"]', "indicators: [coverage_share, open_access]"),
     "Vor den Zahlen aufgeschrieben, in der Runde der Jugendtreffs: Tagsüber ist viel da, **abends** trifft man sich "
     "draußen."),
    (2022, "2022-thema-raeume", "topic", "Räume, die Gruppen selbst öffnen können", "2022-11-20",
     BOTH_OFFICES + ("public: true",),
     "Wer einen Schlüssel hat, kann einladen. Das bleibt Thema, bis es in jedem Quartier einen solchen Raum gibt."),
    (2023, "2023-erprobung-sprachcafe", "trial", "Ein Sprachcafé ohne Anmeldung", "2023-04-01",
     ('places: ["P180"]', 'until: "2024-12-31"') + BOTH_OFFICES + ("public: true", "shareable: true"),
     "Erprobt wird,\n\n- ob Menschen kommen, die keinen Kurs besuchen,\n- ob die Zeiten passen: *Nachmittage und "
     "samstags*,\n- wer danach den Raum offen hält."),
    (2023, "2023-vermutung-bahnhofsviertel", "assumption", "Im Bahnhofsviertel begegnet man sich beim Einkaufen",
     "2023-09-12", ('quarters: ["02"]', "indicators: [coverage_share]", "public: true"),
     "Viele kennen sich vom Markt und aus der Bücherei, weniger aus Treffpunkten."),
    (2024, "2024-gelernt-sprachcafe", "learnt", "Samstags kommen Familien, die sonst niemand erreicht", "2024-06-15",
     ('places: ["P180"]', 'trial: "2023-erprobung-sprachcafe"', "public: true", "shareable: true"),
     "Es brauchte einen Raum zu ebener Erde und jemanden, der *draußen* einlädt. Die Förderung endet, das Gelernte "
     "nicht."),
    (2024, "2024-massnahme-schluessel", "measure", "Schlüssel der Nachbarschaftstreffs für mehrere Gruppen",
     "2024-03-14", ('goal: "treffpunkt"', 'decision: "Rat der Stadt Musterstadt, 14. März 2024"') + BOTH_OFFICES
     + ('  others: ["Hausmeisterdienst"]', "status: running", "public: true"),
     "Drei Gruppen teilen sich den Schlüssel und einen Kalender:\n\n1. Übergabe am Anfang des Halbjahrs\n2. ein "
     "gemeinsamer Abend im Monat\n3. Gespräch darüber, was gut ging und was nicht"),
    (2024, "2024-massnahme-jugendtreff", "measure", "Den Jugendtreff Nordstadt abends wieder öffnen", "2024-10-02",
     ('places: ["P025"]', "goal: \"Jugendliche haben abends einen Ort\"", "offices:",
      '  integration: "Büro für Integration"', "status: proposed"),
     "Noch nicht beschlossen. Zu klären ist, wer den Abend trägt."),
    (2024, "2024-antwort-abends", "answer", "Gibt es einen Ort, der nach 18 Uhr offen sein könnte?", "2024-09-18",
     ('question: "open_evening/quarter/03"', 'circle: "Runder Tisch Nordstadt"', "state: open", "public: true"),
     "Genannt wurden das Bürgerhaus und die Schulaula. Offen ist, wer aufschließt."),
    (2024, "2024-antwort-eigener-anteil", "answer", "Was müsste die Verwaltung selbst anders machen?", "2024-11-06",
     ('question: "own_part/town"', 'circle: "Arbeitskreis der Ämter"', "state: settled"),
     "Stadtplanung und Integrationsarbeit laden künftig gemeinsam ein."),
)

PARTICIPATION = (
    dict(id="B01", datum="2022-05-14", quartier="Nordstadt", form="aufsuchend", rolle="gefragt", sprachen="de;ar;tr",
         ergebnis="Eine Bank und Licht am Weg zum Kiefernpark", was_daraus_wurde="umgesetzt",
         begruendung="im Haushalt 2023", zustaendig="Tiefbauamt", beantwortet_am="2022-09-01", sichtbar="öffentlich"),
    dict(id="B02", datum="2022-11-08", form="Gesprächsrunde", rolle="angehört", sprachen="de",
         ergebnis="Das Integrationsverständnis gemeinsam schreiben", was_daraus_wurde="umgesetzt",
         zustaendig="Büro für Integration", beantwortet_am="2023-05-20", sichtbar="öffentlich"),
    dict(id="B03", datum="2023-06-17", quartier="07", form="Fest", rolle="gefragt", sprachen="de;uk;en",
         ergebnis="Sprachcafé auch am Sonntag", was_daraus_wurde="nicht übernommen",
         begruendung="Sonntags fehlt Personal", zustaendig="Stadtplanung", beantwortet_am="2023-10-10",
         sichtbar="öffentlich"),
    dict(id="B04", datum="2023-09-21", ort="P029", form="Werkstatt", rolle="mitentschieden", sprachen="de;fa",
         ergebnis="Küche im Bürgerhaus für alle öffnen", was_daraus_wurde="teilweise umgesetzt",
         begruendung="donnerstags, mit Vereinbarung", zustaendig="Kulturamt", beantwortet_am="2024-02-01",
         sichtbar="öffentlich"),
    dict(id="B05", datum="2024-04-20", quartier="02", form="aufsuchend", rolle="gefragt", sprachen="de;ar;ro",
         ergebnis="Überdachter Platz am Markt", was_daraus_wurde="offen", zustaendig="Stadtplanung",
         sichtbar="öffentlich"),
    dict(id="B06", datum="2024-06-05", form="online", rolle="gefragt", sprachen="de",
         ergebnis="Öffnungszeiten aller Treffpunkte an einer Stelle nachlesen", was_daraus_wurde="offen",
         zustaendig="Büro für Integration", sichtbar="öffentlich"),
    dict(id="B07", datum="2024-09-10", quartier="03", form="Werkstatt", rolle="mitentschieden", sprachen="de;tr",
         ergebnis="Jugendliche planen den Abend im Jugendtreff selbst", was_daraus_wurde="offen",
         zustaendig="Jugendamt", sichtbar="intern"),
)
COLUMNS = ("id", "datum", "quartier", "ort", "form", "rolle", "sprachen", "ergebnis", "was_daraus_wurde",
           "begruendung", "zustaendig", "beantwortet_am", "sichtbar")


def notes_of_year(year):
    """The files of the notes that there are at the end of a year: name and text."""
    files = {}
    for first, name, kind, title, day, keys, body in NOTES:
        if first <= year:
            front = ("---", f"kind: {kind}", f'title: "{title}"', f'date: "{day}"') + keys + ("---", "", body, "")
            files[f"notizen/{name}.md"] = "\n".join(front)
    return files


def participation_of_year(year):
    """The table at the end of a year; what was answered later is open."""
    rows = []
    for record in PARTICIPATION:
        if int(record["datum"][:4]) > year:
            continue
        if int(record.get("beantwortet_am", "0")[:4] or 0) > year:
            record = dict(record, beantwortet_am="", was_daraus_wurde="offen", begruendung="")
        rows.append(record)
    return offers.table(COLUMNS, rows)
