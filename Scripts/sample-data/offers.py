"""What is offered at the places: courses, meetings, counselling, with their funding; and the slots of rooms."""

import csv
import io

# category: offers as (name, kind, for whom, hours, funding, who decides). Funding: p permanent, n not recorded,
# o one-off, else the last day.
PROGRAMME = {
    "neighbourhood_centre": [
        ("Offener Nachbarschaftstreff", "Treffen", "alle", "Mo,We 15:00-18:00", "2025-12-31", "Land;Stadt"),
        ("Kochen über Grenzen", "Treffen", "alle", "Th 17:00-20:00", "2025-06-30", "Stiftung"),
        ("Hausaufgabenhilfe", "Lernen", "Kinder;Jugendliche", "Mo-Th 14:00-16:00", "2026-07-31", "Stadt"),
    ],
    "community_centre": [
        ("Bürgerfrühstück", "Treffen", "", "Sa 09:30-11:30", "n", ""),
        ("Tanznachmittag", "Treffen", "Ältere", "Su 15:00-18:00", "p", "Stadt"),
    ],
    "youth_centre": [
        ("Offener Treff", "Treffen", "Jugendliche", "Tu-Fr 14:00-20:00", "p", "Stadt"),
        ("Mitternachtssport", "Sport", "Jugendliche", "Fr 21:00-23:30", "2025-03-31", "Land"),
    ],
    "library": [
        ("Vorlesen in zwei Sprachen", "Lernen", "Kinder;Familien", "Sa 10:30-11:30", "p", "Stadt"),
        ("Dialog in Deutsch", "Sprache", "Erwachsene", "We 16:00-17:30", "2026-12-31", "Stadt"),
    ],
    "place_of_worship": [
        ("Begegnungscafé", "Treffen", "alle", "Su 11:30-13:00", "n", ""),
    ],
    "sports_centre": [
        ("Sport ohne Anmeldung", "Sport", "alle", "Sa 14:00-16:00", "2026-03-31", "Bund"),
    ],
    "senior_centre": [
        ("Erzählcafé", "Treffen", "Ältere", "We 14:30-16:30", "n", ""),
    ],
    "counselling": [
        ("Migrationsberatung", "Beratung", "Zugewanderte", "Mo,We 09:00-13:00", "2024-12-31", "Bund"),
        ("Sozialberatung", "Beratung", "alle", "Th 14:00-18:00", "p", "Kreis"),
    ],
    "cultural_centre": [
        ("Chor der vielen Stimmen", "Kultur", "alle", "Th 19:00-21:00", "2025-12-31", "Stiftung;Stadt"),
    ],
    "club": [
        ("Offener Vereinsabend", "Treffen", "", "We 18:00-21:00", "n", ""),
    ],
    "social_facility": [
        ("Kleiderkammer", "Hilfe", "alle", "Tu 10:00-13:00", "n", ""),
    ],
    "music_school": [
        ("Instrumente für alle", "Kultur", "Kinder", "Mo-Fr 13:00-17:00", "2027-07-31", "Land"),
    ],
    "language_school": [
        ("Integrationskurs", "Sprache", "Erwachsene", "Mo-Fr 08:30-12:30", "2025-12-31", "Bund"),
    ],
    "school": [
        ("Elterncafé", "Treffen", "Familien", "Fr 08:00-10:00", "2026-07-31", "Land"),
    ],
    "park": [
        ("Fest der Nachbarn", "Fest", "alle", "", "o", "Stadt"),
    ],
}
# Of these categories only every so many-th place has the offers.
EVERY = {"place_of_worship": 3, "sports_centre": 3, "school": 4, "club": 3, "park": 4, "senior_centre": 2}
KINDS = {"Stadt Musterstadt": "städtisch", "Kirchenkreis Lohau": "Kirche", "Freie Gemeinde Lohau": "Kirche",
         "privat": "Unternehmen", "Jobcenter": "sonstige"}
COLUMNS = ("id", "name", "art", "orte", "zeiten", "fuer_wen", "sprachen", "traeger", "traegerart", "hauptamt",
           "ehrenamt", "finanzierung", "finanziert_bis", "entscheidet", "nachfolge", "offen_fuer_neue", "rueckhalt",
           "quelle", "stand")


def operator_kind(operator):
    """The kind of an operator of the sample town, as its office writes it."""
    return KINDS.get(operator, "Verein")


def make_offers(random, places):
    """The offers of the places of 2022, with the days of their funding as they were then known."""
    offers, met = [], {}
    for place in places:
        category = place.columns["kategorie"]
        met[category] = met.get(category, 0) + 1
        if (met[category] - 1) % EVERY.get(category, 1):
            continue
        for name, kind, group, hours, funding, decides in PROGRAMME.get(category, []):
            offers.append(_offer(random, len(offers) + 1, place, name, kind, group, hours, funding, decides))
    last = len(offers)
    posts = [
        dict(name="Integrationsmanagement", art="Beratung", orte="Stelle", fuer_wen="Zugewanderte",
             traeger="Stadt Musterstadt", traegerart="städtisch", hauptamt="1", ehrenamt="0", finanzierung="befristet",
             finanziert_bis="2025-12-31", entscheidet="Land", nachfolge="nein", rueckhalt="ja"),
        dict(name="Spielmobil", art="Treffen", orte="mobil", zeiten="Tu-Fr 14:00-17:00", fuer_wen="Kinder",
             traeger="Stadt Musterstadt", traegerart="städtisch", hauptamt="0,8", ehrenamt="0,2",
             finanzierung="dauerhaft", entscheidet="Stadt", nachfolge="ja", offen_fuer_neue="ja", rueckhalt="ja"),
        dict(name="Lesepaten", art="Lernen", orte=";".join(
            place.columns["id"] for place in places if place.columns["kategorie"] == "library"),
             fuer_wen="Kinder", traeger="Stadt Musterstadt", traegerart="städtisch", hauptamt="0,1", ehrenamt="0,9",
             finanzierung="dauerhaft", entscheidet="Stadt", offen_fuer_neue="ja"),
        dict(name="Nähkurs", art="Kurs", orte=_first(places, "community_centre"), zeiten="Tu 18:00-20:00",
             fuer_wen="Erwachsene", traeger="Frau Beispiel", traegerart="privat", hauptamt="0", ehrenamt="1",
             nachfolge="nein", offen_fuer_neue="ja", rueckhalt="nein"),
    ]
    for number, post in enumerate(posts, last + 1):
        offers.append(dict(post, id=f"A{number:03}", quelle="Umfrage unter den Trägern"))
    return offers


def _first(places, category):
    return next(place.columns["id"] for place in places if place.columns["kategorie"] == category)


def _offer(random, number, place, name, kind, group, hours, funding, decides):
    operator = place.columns["traeger"]
    staff = round(random.random(), 1)
    offer = dict(id=f"A{number:03}", name=name, art=kind, orte=place.columns["id"], zeiten=hours, fuer_wen=group,
                 sprachen=place.columns.get("sprachen", ""), traeger=operator, traegerart=operator_kind(operator),
                 entscheidet=decides, quelle="Umfrage unter den Trägern")
    offer |= {"p": dict(finanzierung="dauerhaft"), "n": {},
              "o": dict(finanzierung="einmalig")}.get(funding, dict(finanzierung="befristet", finanziert_bis=funding))
    if random.random() < 0.7:
        offer |= dict(hauptamt=_share(staff), ehrenamt=_share(1 - staff))
    for column, likely in (("nachfolge", 0.4), ("offen_fuer_neue", 0.8), ("rueckhalt", 0.6)):
        if random.random() < 0.6:
            offer[column] = "ja" if random.random() < likely else "nein"
    return offer


def _share(value):
    return f"{value:.1f}".replace(".", ",").replace(",0", "")


def of_year(offers, places, year):
    """The offers of a year: those whose places there are, with what changed."""
    standing = {place.columns["id"] for place in places}
    result = []
    for offer in offers:
        offer = dict(offer, stand=f"{year}-11-30")
        if not set(offer["orte"].split(";")) <= standing | {"Stelle", "mobil"}:
            continue
        if offer.get("finanzierung") == "einmalig":
            offer["finanziert_bis"] = f"{year}-09-14"
        if year >= 2024 and offer["name"] == "Hausaufgabenhilfe":
            # The council made it permanent.
            offer.update(finanzierung="dauerhaft", finanziert_bis="")
        result.append(offer)
    if year >= 2023:
        result.append(dict(
            id="A090", name="Sprachcafé", art="Sprache", orte="P180", zeiten="Mo,We 15:00-19:00; Sa 10:00-13:00",
            fuer_wen="alle", sprachen="de;en;ar;uk;ru", traeger="Weitblick e. V.", traegerart="Verein", hauptamt="0,3",
            ehrenamt="0,7", finanzierung="befristet", finanziert_bis="2024-12-31", entscheidet="Land",
            nachfolge="nein", offen_fuer_neue="ja", rueckhalt="ja", quelle="Zuwendungsbescheid",
            stand=f"{year}-11-30"))
    return result


def table(columns, rows):
    """Rows as offices export them: semicolons, a line for each."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns])
    return text.getvalue()


# category: slots as (room, hours, who holds the key in 2022, from 2024 on, agreement).
SLOTS = {
    "neighbourhood_centre": [
        ("Gruppenraum", "Fr 18:00-22:00", "eine Gruppe", "mehrere Gruppen", "ja"),
        ("Gruppenraum", "Sa 14:00-20:00", "mehrere Gruppen", "mehrere Gruppen", "nein"),
    ],
    "community_centre": [("Saal", "Su 10:00-14:00", "eine Gruppe", "eine Gruppe", "ja"),
                         ("Küche", "Th 17:00-21:00", "offen für alle", "offen für alle", "")],
    "youth_centre": [("Werkstatt", "Sa 12:00-18:00", "", "eine Gruppe", "")],
}
SLOT_COLUMNS = ("ort", "raum", "zeiten", "schluessel", "gueltig_von", "gueltig_bis", "vereinbarung")


def slots_of_year(places, year):
    """The weekly hours in which rooms are in other hands; from 2024 on some groups share their key with others."""
    return [dict(ort=place.columns["id"], raum=room, zeiten=hours, schluessel=later if year >= 2024 else first,
                 gueltig_von="2021-09-01", gueltig_bis="2025-07-31" if agreement == "ja" else "",
                 vereinbarung=agreement)
            for place in places
            for room, hours, first, later, agreement in SLOTS.get(place.columns["kategorie"], [])]
