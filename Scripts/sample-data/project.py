"""The project file quartier.yaml of each year."""

UNDERSTANDING = """\
understanding:               # the town's own words; reports open with them
  text: >-
    Integration heißt für uns, dass alle, die in Musterstadt leben, hier mitreden, mitmachen und einander begegnen
    können, gleich wie lange sie schon da sind. Sie ist Sache der ganzen Stadt und braucht Zeit, Räume und Menschen,
    die bleiben.
  adopted_by: "Rat der Stadt Musterstadt"
  adopted_on: "2023-05-11"
  goals:
    - id: "treffpunkt"
      text: "Wer hier wohnt, hat einen Treffpunkt in der Nähe der eigenen Wohnung."
      indicators: [coverage_share]
    - id: "beratung"
      text: "Beratung und Bildung sind aus allen Quartieren erreichbar."
      indicators: [nearest_time]
    - id: "alltag"
      text: "Orte des Alltags wie Spielplätze, Schulen und Läden bringen Menschen zusammen."
      indicators: [coverage_share, nearest_time]
"""
NO_UNDERSTANDING = """\
understanding:               # not yet written: reports open with three questions instead
  text: ""
"""

EARLIER = """\
earlier: "../{before}/quartier.yaml"   # the date before: reports say where differences come from
"""

CONFIRMATION = """\
  # Until somebody confirmed the list of organised meeting places, the public edition leaves reach of them out.
  places_confirmed_on: "{year}-11-30"
  places_confirmed_by: "Stadtplanung"
"""

TEMPLATE = """\
# Musterstadt, an invented town: the state at the end of {year}.
# Made by Scripts/make-sample-data; what changed from year to year stands in ../README.md. Licence: CC0-1.0.
version: 1
town:
  name: "Musterstadt"
  ags: "01999000"            # a key that no municipality has
  crs: "EPSG:25832"          # ETRS89 / UTM zone 32N: all areas and distances are computed in metres here
period: "{year}"
{earlier}language: de

{understanding}
layers:
  - kind: quarters           # required
    file: "quartiere.geojson"
    source: "plan"
    columns: {{ id: id, name: name }}
  - kind: focus_areas        # set by different offices on different grounds
    file: "schwerpunkte.geojson"
    source: "plan"
    columns: {{ id: id, name: name, basis: grundlage, role: rolle, date: datum, reason: begruendung, review: pruefung }}
  - kind: places             # required
    file: "orte.geojson"
    source: "orte"
    columns: {{ id: id, name: name, category: kategorie, capacity: plaetze, hours: zeiten, operator: traeger,
               operator_kind: traegerart, languages: sprachen, wheelchair: rollstuhl, funded_until: gefoerdert_bis,
               address: adresse }}
  - kind: offers             # a place stays when an offer in it ends
    file: "angebote.csv"
    source: "orte"
    columns: {{ id: id, name: name, kind: art, places: orte, hours: zeiten, for_whom: fuer_wen, languages: sprachen,
               operator: traeger, operator_kind: traegerart, staff: hauptamt, volunteers: ehrenamt,
               funding: finanzierung, funded_until: finanziert_bis, decided_by: entscheidet, succession: nachfolge,
               newcomers: offen_fuer_neue, backing: rueckhalt, source: quelle, date: stand }}
  - kind: room_slots         # who holds the key of a room at which hours of the week
    file: "raumzeiten.csv"
    source: "orte"
    columns: {{ place: ort, room: raum, hours: zeiten, key_holder: schluessel, valid_from: gueltig_von,
               valid_until: gueltig_bis, agreement: vereinbarung }}
  - kind: participation      # what became of what people said
    file: "beteiligung.csv"
    columns: {{ id: id, date: datum, quarter: quartier, place: ort, format: form, role: rolle, languages: sprachen,
               result: ergebnis, outcome: was_daraus_wurde, reason: begruendung, office: zustaendig,
               answered_on: beantwortet_am, visibility: sichtbar }}
  - kind: population         # cells of the European 100 m grid
    file: "zellen.geojson"
    source: "zellen"
    columns: {{ id: id }}
  - kind: streets
    file: "strassen.geojson"
    source: "strassen"
    columns: {{ id: id, name: name }}     # highway, surface, width … are read as OpenStreetMap's tags
  - kind: barriers           # nobody walks from a door straight across these
    file: "barrieren.geojson"
    source: "strassen"
    columns: {{ id: id, name: name }}
  - kind: stops              # departures per hour, both directions together
    file: "haltestellen.geojson"
    source: "strassen"
    columns: {{ id: id, name: name, mode: art, departures_weekday: abfahrten_werktag,
               departures_saturday: abfahrten_samstag, departures_sunday: abfahrten_sonntag }}
  - kind: area               # any other named areas
    name: "Fördergebiete"
    file: "foerdergebiete.geojson"
    source: "plan"
    columns: {{ id: id, name: name }}

groups:                      # the first is always all residents
  - {{ id: "all", column: "einwohner", name: {{ de: "Alle Einwohnerinnen und Einwohner", en: "All residents" }} }}
  - {{ id: "foreign", column: "auslaender",
       name: {{ de: "Menschen mit ausländischer Staatsangehörigkeit", en: "People with foreign citizenship" }} }}
  - {{ id: "under18", column: "unter18", name: {{ de: "Unter 18 Jahre", en: "Under 18" }} }}
  - {{ id: "aged65", column: "ab65", name: {{ de: "65 Jahre und älter", en: "65 and over" }} }}

categories:
  - {{ id: "language_cafe", name: {{ de: "Sprachcafé", en: "Language café" }},
       kind: meeting_place, encounter: organised }}
  # Nobody has recorded one yet: it reads "none recorded".
  - {{ id: "womens_centre", name: {{ de: "Frauentreff", en: "Women's centre" }},
       kind: meeting_place, encounter: organised }}

travel:                         # on the streets; the figures are times
  profiles: [walking, wheelchair, bicycle]
  minutes: [5, 10, 15]
  snapping: 100                 # metres: what lies farther from every street is "not connected"

thresholds:
  distances: [300, 500, 1000]   # metres, straight line: for towns without streets
  border: 50                    # metres: a place this near outside a border is "near the border"
  minimum_overlap: 1.0          # m²: smaller gaps, overlaps and pieces are not reported

notes: "notizen"                # a folder: assumptions, trials, measures, answers to questions

report:
  languages: [de, en]
  title: "Quartiersbericht Musterstadt {year}"
{confirmation}
sources:
{sources}"""

_SOURCES = (
    ("plan", "Stadt Musterstadt (erfunden), Stadtplanung"),
    ("orte", "Stadt Musterstadt (erfunden), Verzeichnis der Angebote"),
    ("zellen", "Stadt Musterstadt (erfunden), Melderegister in 100-m-Zellen"),
    ("strassen", "Stadt Musterstadt (erfunden), Straßen, Wege und Haltestellen"),
)


def text(year):
    """The project file of a year. The council adopted its understanding, and an office first confirmed the list of
    organised meeting places, in 2023."""
    sources = "".join(
        f'  - {{ id: "{identifier}", name: "{name}", licence: "CC0-1.0", date: "{year}-12-31" }}\n'
        for identifier, name in _SOURCES)
    understanding = UNDERSTANDING if year >= 2023 else NO_UNDERSTANDING
    confirmation = CONFIRMATION.format(year=year) if year >= 2023 else ""
    earlier = EARLIER.format(before=year - 1) if year >= 2023 else ""
    return TEMPLATE.format(
        year=year, earlier=earlier, confirmation=confirmation, understanding=understanding, sources=sources)


# What if: see Documentation/Scenario.md. Only of the last year.
CHANGES = """\
# What if: the youth centre of Nordstadt opens in the evening again, a neighbourhood centre opens in Weststadt, and the
# language café of Lerchenfeld ends with its funding. Read by: quartier compare quartier.yaml aenderung.yaml
title: "Abends offen in der Nordstadt, ein Treff in der Weststadt, kein Sprachcafé mehr"
changes:
  - kind: hours                  # other hours of a place (or of an offer: offer instead of place)
    place: "P025"                # by id or name
    hours: "Tu-Fr 14:00-22:00; Sa 14:00-20:00"
  - kind: new_place
    name: "Nachbarschaftstreff Weststadt"
    category: "neighbourhood_centre"
    lon: 9.5240                  # or x and y in metres of the project's system
    lat: 54.3030
    hours: "Mo-Fr 15:00-21:00"
  - kind: place_closes
    place: "P180"
  - kind: offer_ends
    offer: "A001"
"""
