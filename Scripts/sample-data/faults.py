"""The planted faults: one folder each, named after the diagnostic that must be found."""

import output
from minitown import (MiniMap, MiniTown, as_json, box, cell, focus_area, place, polygon, property_of, quarter, street)

FAULTS = []


def fault(name, severity, where, also=()):
    """Registers a fault: folder name (code and name), severity, file with feature index, necessary consequences."""
    def register(plant):
        FAULTS.append((name, severity, where, also, plant))
        return plant
    return register


def make_all():
    """Folder name → files, sorted by name."""
    folders = {}
    for name, severity, where, also, plant in sorted(FAULTS, key=lambda entry: entry[0]):
        files = plant().files()
        lines = [f"{name[:4]} {severity} {where}"] + [f"also {consequence}" for consequence in also]
        files["expected.txt"] = "\n".join(lines) + "\n"
        folders[name] = files
    return folders


def simple(name, severity, where, plant, also=()):
    """Registers a fault that is one expression."""
    fault(name, severity, where, also)(plant)


def columns_fault(name, severity, layer, index, columns, also=()):
    """Registers a fault that is a wrong value in one feature."""
    more = () if layer in ("quartiere", "orte") else (layer,)
    fault(name, severity, f"{layer}.geojson:{index}", also)(
        lambda: property_of(MiniTown(*more), layer, index, **columns))


# Q1xx: file and text


simple("Q101-file-unreadable", "error", "orte.geojson", lambda: MiniTown().edit("orte.geojson", lambda text: None))
simple("Q102-file-empty", "error", "orte.geojson", lambda: MiniTown().edit("orte.geojson", lambda text: ""))


@fault("Q103-not-utf8", "error", "orte.geojson")
def not_utf8():
    town = property_of(MiniTown(), "orte", 1, name="Bücherei")
    return town.edit("orte.geojson", lambda text: text.encode("latin-1"))


simple("Q104-json-syntax", "error", "orte.geojson",
       lambda: MiniTown().replace("orte.geojson", '"name":"Ort 2",', '"name":"Ort 2",,'))
simple("Q105-json-too-deep", "error", "orte.geojson",
       lambda: MiniTown().replace("orte.geojson", '"plaetze":40', '"plaetze":' + "[" * 3000 + "]" * 3000))
simple("Q106-duplicate-key", "error", "orte.geojson:1",
       lambda: MiniTown().replace("orte.geojson", '"name":"Ort 2"', '"name":"Ort 2","name":"Ort Zwei"'))
simple("Q107-not-geo-json", "error", "orte.geojson",
       lambda: MiniTown().edit("orte.geojson", lambda text: '{"orte":["Bücherei","Schule"]}\n'))
simple("Q108-truncated", "error", "orte.geojson",
       lambda: MiniTown().edit("orte.geojson", lambda text: text[:len(text) * 2 // 3]))
simple("Q109-number-out-of-range", "error", "orte.geojson:1",
       lambda: MiniTown().replace("orte.geojson", as_json(output.position((400, 150))), "[1e999,54.3]"))
simple("Q110-byte-order-mark", "note", "orte.geojson",
       lambda: MiniTown().edit("orte.geojson", lambda text: "\ufeff" + text))
simple("Q111-unpaired-surrogate", "error", "orte.geojson:1",
       lambda: MiniTown().replace("orte.geojson", "Ort 2", "Ort \\ud800 2"))


simple("Q113-member-malformed", "warning", "orte.geojson",
       lambda: MiniTown().replace("orte.geojson", '"features":', '"bbox":[9.55,54.3],"features":'))
simple("Q114-foreign-member", "note", "orte.geojson",
       lambda: MiniTown().replace("orte.geojson", '"features":', '"stand":"2024-12-31","features":'))


@fault("Q115-not-a-collection", "note", "strassen.geojson", also=["Q402 note", "Q525 warning"])
def not_a_collection():
    town = MiniTown("strassen")
    return town.edit("strassen.geojson", lambda text: as_json(town.layer("strassen")[0]["geometry"]) + "\n")


@fault("Q116-properties-null", "note", "strassen.geojson:2", also=["Q402 warning"])
def properties_null():
    town = MiniTown("strassen")
    town.layer("strassen")[2]["properties"] = None
    return town


# Q118 to Q124: maps of OpenStreetMap and grids of heights

simple("Q118-osm-syntax", "error", "karte.osm.pbf",
       lambda: MiniTown().add("karte.osm.pbf", bytes((7919 * index >> 3) % 256 for index in range(2000)), "streets"))
simple("Q119-osm-nodes-missing", "warning", "karte.osm",
       lambda: MiniMap().way(14, (4, 99), highway="footway").town("streets"))
simple("Q120-osm-area-broken", "warning", "karte.osm",
       lambda: MiniMap().node(5, (700, 300)).node(6, (760, 300)).node(7, (760, 360)).way(14, (5, 6, 7))
       .relation(21, (14, 99), type="multipolygon", amenity="school").town("streets"))
simple("Q121-osm-tags-absurd", "warning", "karte.osm",
       lambda: MiniMap().street(13, **{f"k{index}": "x" for index in range(1001)}).town("streets"))


def _grid(columns, rows):
    """A grid of heights over the streets from the west on, squares of 100 m; the ground rises to the east."""
    east, north = output.plan.ORIGIN
    lines = [f"ncols {columns}", f"nrows {rows}", f"xllcorner {east:.0f}", f"yllcorner {north:.0f}", "cellsize 100",
             "NODATA_value -9999"]
    lines += [" ".join(str(10 + column / 10) for column in range(columns)) for _ in range(rows)]
    return "\n".join(lines) + "\n"


simple("Q122-grid-malformed", "error", "hoehen.asc",
       lambda: MiniTown("strassen").add("hoehen.asc", _grid(18, 5).replace("ncols 18", "ncols achtzehn"), "heights"))
simple("Q123-osm-ways-short", "note", "karte.osm",
       lambda: MiniMap().way(14, (4, 4), highway="footway").town("streets"))
simple("Q124-osm-duplicates", "warning", "karte.osm",
       lambda: MiniMap().node(4, (650, 450)).town("streets"))


# Q2xx: geometry


def geometry_fault(name, severity, geometry, also=(), index=2):
    """Registers a fault in the geometry of quarter 3, which no place lies in."""
    def plant():
        town = MiniTown()
        town.layer("quartiere")[index]["geometry"] = geometry
        return town
    fault(name, severity, f"quartiere.geojson:{index}", also)(plant)


def _third(*points):
    """Quarter 3 with another eastern side."""
    return polygon([(1200, 0), *points, (1200, 500), (1200, 0)])


def _changed(geometry, change):
    change(geometry["coordinates"])
    return geometry


@fault("Q201-geometry-missing", "warning", "orte.geojson:1")
def geometry_missing():
    town = MiniTown()
    town.layer("orte")[1]["geometry"] = None
    return town


geometry_fault("Q202-geometry-malformed", "error", {"type": "Polygon", "coordinates": "siehe Karte"})


@fault("Q203-too-few-positions", "error", "strassen.geojson:2")
def too_few_positions():
    town = MiniTown("strassen")
    town.layer("strassen")[2]["geometry"] = street((650, 200))
    return town


geometry_fault("Q204-ring-not-closed", "error",
               _changed(polygon(box(1200, 0, 1800, 500)), lambda rings: rings[0].pop()))
geometry_fault("Q205-geometry-invalid", "warning", _third((1800, 500), (1800, 0)),
               also=["Q206 note", "Q209 note", "Q512 note"])
geometry_fault("Q206-geometry-repaired", "note",
               polygon(box(1200, 0, 1800, 500), [(1800, 200), (1850, 300), (1750, 300), (1800, 200)]),
               also=["Q205 warning", "Q209 note", "Q502 warning", "Q512 note"])
geometry_fault("Q207-z-ignored", "note",
               _changed(polygon(box(1200, 0, 1800, 500)), lambda rings: [p.append(12.5) for p in rings[0]]))
geometry_fault("Q208-empty-elements", "note",
               {"type": "MultiPolygon", "coordinates": [polygon(box(1200, 0, 1800, 500))["coordinates"], []]})
geometry_fault("Q209-winding-order", "note", polygon(box(1200, 0, 1800, 500)[::-1]))


@fault("Q210-wrong-kind", "error", "schwerpunkte.geojson:1")
def wrong_kind():
    town = MiniTown("schwerpunkte")
    town.layer("schwerpunkte").append(focus_area(2, box(950, 100, 1150, 400)))
    town.layer("schwerpunkte")[1]["geometry"] = output.point_geometry((1050, 250))
    return town


geometry_fault("Q212-duplicate-positions", "note", _third((1800, 0), (1800, 0), (1800, 500)))


# Q3xx: coordinate reference systems


def layer_crs(layer, code):
    """A mini-town in whose project file one layer names its reference system."""
    line = f'    file: "{layer}.geojson"\n'
    return MiniTown().replace("quartier.yaml", line, line + f'    crs: "{code}"\n')


simple("Q301-crs-missing", "error", "quartier.yaml",
       lambda: MiniTown().replace("quartier.yaml", '  crs: "EPSG:25832"\n', ""))
simple("Q302-crs-unknown", "error", "quartier.yaml", lambda: layer_crs("orte", "EPSG:99999"))
simple("Q303-crs-old-member", "note", "orte.geojson",
       lambda: MiniTown().replace(
           "orte.geojson", '"features":',
           '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":'))
simple("Q304-crs-not-metric", "error", "quartier.yaml",
       lambda: MiniTown().replace("quartier.yaml", '"EPSG:25832"', '"EPSG:4326"'))


@fault("Q305-outside-area-of-use", "warning", "orte.geojson", also=["Q503 warning"])
def outside_area_of_use():
    town = layer_crs("orte", "EPSG:4258")
    town.layer("orte").append(place(4, (900, 150), "shop"))
    # A lost digit: 5.43° N lies outside Europe, for which ETRS89 is meant.
    town.layer("orte")[3]["geometry"]["coordinates"][1] = 5.4301
    return town




def _in_metres(town, layer, east_added=0.0):
    """Writes the points of a layer in metres of EPSG:25832."""
    points = {"orte": [(200, 250), (400, 150), (900, 290)]}[layer]
    for item, (x, y) in zip(town.layer(layer), points):
        item["geometry"]["coordinates"] = [output.plan.ORIGIN[0] + x + east_added, output.plan.ORIGIN[1] + y]
    return town


simple("Q306-coordinates-look-projected", "error", "orte.geojson", lambda: _in_metres(MiniTown(), "orte"))


@fault("Q307-coordinates-swapped", "warning", "orte.geojson", also=["Q503 warning", "Q509 warning"])
def coordinates_swapped():
    town = MiniTown()
    for item in town.layer("orte"):
        item["geometry"]["coordinates"].reverse()
    return town


simple("Q308-zone-prefix", "warning", "orte.geojson",
       lambda: _in_metres(layer_crs("orte", "EPSG:25832"), "orte", east_added=32e6),
       also=["Q503 warning", "Q509 warning"])
simple("Q312-crs-refused", "error", "quartier.yaml", lambda: layer_crs("orte", "+proj=utm +zone=32 +ellps=GRS80"))
# 9.55° E lies 5.45° from the central meridian of zone 33: lengths are 1.1 ‰ too long.
simple("Q313-scale-distortion", "note", "quartiere.geojson",
       lambda: MiniTown().replace("quartier.yaml", '"EPSG:25832"', '"EPSG:25833"'))


# Q4xx: columns and values


simple("Q401-column-missing", "error", "orte.geojson",
       lambda: MiniTown().replace("quartier.yaml", "wheelchair: rollstuhl", "wheelchair: barrierefrei"))
simple("Q402-id-missing", "warning", "orte.geojson", lambda: property_of(MiniTown(), "orte", 1, id=None))
columns_fault("Q403-id-duplicate", "error", "orte", 1, {"id": "P1"})
columns_fault("Q404-name-missing", "warning", "quartiere", 2, {"name": None})
columns_fault("Q405-value-missing", "warning", "zellen", 1, {"auslaender": None})
columns_fault("Q406-value-not-numeric", "warning", "zellen", 1, {"auslaender": "dreißig"})
columns_fault("Q407-value-negative", "warning", "zellen", 1, {"auslaender": -3})
columns_fault("Q408-value-not-whole", "warning", "zellen", 1, {"auslaender": 30.5})
columns_fault("Q409-group-exceeds-all", "warning", "zellen", 1, {"auslaender": 300})
columns_fault("Q410-category-missing", "warning", "orte", 1, {"kategorie": None})
columns_fault("Q411-category-unknown", "warning", "orte", 1, {"kategorie": "sternwarte"})
columns_fault("Q412-hours-unreadable", "warning", "orte", 1, {"zeiten": "vormittags, bitte klingeln"})
columns_fault("Q413-date-unreadable", "warning", "orte", 1, {"gefoerdert_bis": "Ende nächsten Jahres"})
columns_fault("Q414-funding-ended", "warning", "orte", 1, {"gefoerdert_bis": "2021-06-30"})


@fault("Q415-leading-zeros-lost", "warning", "quartiere.geojson")
def leading_zeros_lost():
    town = MiniTown()
    for index in range(3):
        property_of(town, "quartiere", index, id=1999001 + index)
    return town


columns_fault("Q416-basis-unknown", "warning", "schwerpunkte", 0, {"grundlage": "bauchgefuehl"})
columns_fault("Q417-review-overdue", "warning", "schwerpunkte", 0, {"datum": "2016-05-11", "pruefung": "2019-05-11"})
columns_fault("Q418-wheelchair-unknown", "warning", "orte", 1, {"rollstuhl": "vielleicht"})
columns_fault("Q419-mixed-types", "warning", "orte", 1, {"id": 2})


@fault("Q420-capacity-unreadable", "warning", "orte.geojson:1")
def capacity_unreadable():
    town = MiniTown()
    # All as text, else the column would mix types as well.
    for index, text in enumerate(("40", "etliche", "40")):
        property_of(town, "orte", index, plaetze=text)
    return town


simple("Q421-sensitive-left-out", "note", "karte.osm",
       lambda: MiniMap().node(5, (700, 210), amenity="social_facility", social_facility="shelter",
                              social_facility__for="refugee", name="Unterkunft").town("streets", "places"))
simple("Q422-places-merged", "note", "karte.osm",
       lambda: MiniMap().node(5, (700, 210), amenity="library", name="Stadtbücherei")
       .node(6, (690, 205)).node(7, (710, 205)).node(8, (710, 225)).node(9, (690, 225))
       .way(14, (6, 7, 8, 9, 6), amenity="library", building="yes", name="Stadtbücherei").town("streets", "places"))
simple("Q423-conditional-access", "note", "karte.osm",
       lambda: MiniMap().street(13, access__conditional="no @ (22:00-06:00)").town("streets"))
simple("Q424-measure-unreadable", "note", "strassen.geojson",
       lambda: property_of(MiniTown("strassen"), "strassen", 2, width="schmal"))
simple("Q425-departures-unreadable", "warning", "haltestellen.geojson:1",
       lambda: property_of(MiniTown("strassen", "haltestellen"), "haltestellen", 1, abfahrten="alle 20 Minuten"))


def rooms_fault(name, severity, columns):
    """Registers a fault that is a wrong value in the second room slot."""
    simple(name, severity, "raumzeiten.csv:1", lambda: MiniTown().rooms(**columns))


rooms_fault("Q436-room-place-unknown", "warning", {"ort": "P22"})
rooms_fault("Q437-room-without-place", "warning", {"ort": ""})
rooms_fault("Q438-ends-before-it-starts", "warning", {"gueltig_bis": "31.07.2023"})


simple("Q439-school-holidays-unknown", "note", "quartier.yaml",
       lambda: property_of(MiniTown(), "orte", 1, zeiten="Mo-Fr 09:00-17:00; SH off"))


@fault("Q440-school-holidays-incomplete", "warning", "ferien.csv")
def school_holidays_incomplete():
    town = property_of(MiniTown(), "orte", 1, zeiten="Mo-Fr 09:00-17:00; SH off")
    return town.holidays("Osterferien;2024-04-02;2024-04-19", "Sommerferien;2024-07-22;2024-08-31")


def offers_fault(name, severity, columns, also=()):
    """Registers a fault that is a wrong value in the second offer."""
    simple(name, severity, "angebote.csv:1", lambda: MiniTown().offers(**columns), also)


offers_fault("Q446-word-unknown", "warning", {"entscheidet": "Lnd"})
offers_fault("Q447-offer-place-unknown", "warning", {"orte": "P2;P33"})
offers_fault("Q448-offer-without-place", "warning", {"orte": ""})
offers_fault("Q449-work-unreadable", "warning", {"hauptamt": "140 %"})
offers_fault("Q450-funding-end-missing", "warning", {"finanziert_bis": ""}, also=["Q453 note"])
offers_fault("Q451-funding-contradictory", "warning", {"finanzierung": "dauerhaft"})
simple("Q452-contact-column", "warning", "quartier.yaml",
       lambda: MiniTown().replace("quartier.yaml", "hours: zeiten", "hours: zeiten, operator: ansprechpartner"))
simple("Q453-funding-not-recorded", "note", "angebote.csv",
       lambda: MiniTown().offers(finanzierung="", finanziert_bis=""))


# Q461 to Q469: notes and participation

simple("Q461-note-without-front-matter", "warning", "notizen/notiz.md",
       lambda: MiniTown().note(whole="# Notiz\n\nOhne Angaben.\n"))
simple("Q462-note-unreadable", "error", "notizen/notiz.md", lambda: MiniTown().note('quarters: ["Q1"'))
simple("Q463-quarter-unknown", "warning", "notizen/notiz.md", lambda: MiniTown().note('quarters: ["Quartier 33"]'))
simple("Q464-place-unknown", "warning", "beteiligung.csv:1", lambda: MiniTown().participation(ort="P33"))
simple("Q465-person-named", "warning", "notizen/notiz.md",
       lambda: MiniTown().note("public: true", text="Das regelt Frau Beispiel."))


@fault("Q466-note-file-skipped", "note", "notizen/liste.txt")
def note_file_skipped():
    town = MiniTown().note()
    town.others["notizen/liste.txt"] = "Was noch zu tun ist.\n"
    return town


simple("Q467-office-missing", "note", "notizen/notiz.md",
       lambda: MiniTown().note("offices:", '  integration: "Büro für Integration"', "status: running", kind="measure"))
simple("Q468-answered-beforehand", "warning", "beteiligung.csv:1",
       lambda: MiniTown().participation(beantwortet="2024-01-01"))
simple("Q469-refusal-without-reason", "warning", "beteiligung.csv:1",
       lambda: MiniTown().participation(folge="nicht übernommen"))


# Q5xx: the town's layers together


@fault("Q501-quarters-overlap", "warning", "quartiere.geojson:2")
def quarters_overlap():
    town = MiniTown()
    town.layer("quartiere")[2] = quarter(3, [(1150, 100), (1200, 0), (1800, 0), (1800, 500), (1200, 500), (1150, 400),
                                             (1150, 100)])
    return town


@fault("Q502-quarters-gap", "warning", "quartiere.geojson")
def quarters_gap():
    """A strip of 60 m between two quarters that touch above and below it."""
    town = _with_eastern_corners(80, 420)
    town.layer("quartiere")[2] = quarter(3, [(1200, 0), (1800, 0), (1800, 500), (1200, 500), (1200, 420), (1260, 400),
                                             (1260, 100), (1200, 80), (1200, 0)])
    return town


def _with_eastern_corners(*norths):
    """A mini-town whose quarter 2 has further positions on its eastern side, for quarter 3 to share exactly."""
    town = MiniTown()
    corners = [(1200, north) for north in norths]
    town.layer("quartiere")[1] = quarter(2, [(600, 0), (1200, 0), *corners, (1200, 500), (600, 500), (600, 0)])
    return town


@fault("Q511-quarter-sliver", "warning", "quartiere.geojson")
def quarter_sliver():
    """A wedge between two quarters, 60 cm wide where it opens to the outside."""
    town = _with_eastern_corners(300)
    town.layer("quartiere")[2] = quarter(3, [(1200.6, 0), (1800, 0), (1800, 500), (1200, 500), (1200, 300),
                                             (1200.6, 0)])
    return town


def more_places(*places):
    town = MiniTown()
    town.layer("orte").extend(places)
    return town


simple("Q503-place-outside", "warning", "orte.geojson:3", lambda: more_places(place(4, (900, 1100), "shop")))
simple("Q504-place-near-border", "note", "orte.geojson:3", lambda: more_places(place(4, (900, 530), "shop")))
simple("Q505-place-duplicate", "warning", "orte.geojson:3",
       lambda: more_places(place(4, (400, 150), "library", name="Ort 2")))


@fault("Q506-focus-outside", "warning", "schwerpunkte.geojson:1")
def focus_outside():
    town = MiniTown("schwerpunkte")
    town.layer("schwerpunkte").append(focus_area(2, box(2400, 100, 2700, 400)))
    return town


@fault("Q507-quarter-without-residents", "note", "quartiere.geojson:2")
def quarter_without_residents():
    town = MiniTown("zellen")
    del town.layer("zellen")[4:]
    return town


@fault("Q508-residents-outside", "warning", "zellen.geojson:6")
def residents_outside():
    town = MiniTown("zellen")
    town.layer("zellen").append(cell(7, 900, 700, 55, 6))
    return town


@fault("Q509-layer-far-away", "warning", "strassen.geojson", also=["Q525 warning"])
def layer_far_away():
    town = MiniTown("strassen")
    for item in town.layer("strassen"):
        item["geometry"]["coordinates"] = [[round(lon + 1.2, 7), round(lat - 5.1, 7)]
                                           for lon, lat in item["geometry"]["coordinates"]]
    return town


simple("Q510-chapter-dropped", "note", "quartier.yaml", MiniTown)
geometry_fault("Q512-quarter-in-parts", "note",
               {"type": "MultiPolygon", "coordinates": [polygon(box(1200, 0, 1500, 500))["coordinates"],
                                                        polygon(box(1560, 0, 1800, 500))["coordinates"]]})


@fault("Q514-cells-cut", "note", "zellen.geojson")
def cells_cut():
    town = MiniTown("zellen")
    town.layer("zellen").append(cell(7, 560, 100, 55, 6))
    return town


simple("Q515-sensitive-place", "note", "orte.geojson:3",
       lambda: more_places(place(4, (900, 150), "refugee_accommodation")))


@fault("Q516-layer-empty", "error", "orte.geojson")
def layer_empty():
    town = MiniTown()
    town.layer("orte").clear()
    return town


def more_streets(*points, **columns):
    town = MiniTown("strassen")
    town.layer("strassen").append(output.feature({"id": "W4", "name": "Neuer Weg", **columns}, street(*points)))
    return town


simple("Q521-network-components", "note", "strassen.geojson", lambda: more_streets((1300, 350), (1600, 350)))


def kinds_of_streets(*kinds):
    town = MiniTown("strassen")
    for index, kind in enumerate(kinds):
        property_of(town, "strassen", index, highway=kind)
    return town


simple("Q522-streets-dropped", "note", "strassen.geojson",
       lambda: kinds_of_streets("residential", "residential", "construction"))
simple("Q523-network-empty", "warning", "strassen.geojson",
       lambda: kinds_of_streets("motorway", "motorway", "motorway"))


simple("Q524-residents-not-connected", "warning", "zellen.geojson:1", lambda: MiniTown("strassen", "zellen"))


@fault("Q525-place-not-connected", "warning", "orte.geojson:3")
def place_not_connected():
    town = MiniTown("strassen")
    town.layer("orte").append(place(4, (1000, 400), "shop"))
    return town


simple("Q526-heights-missing", "note", "hoehen.asc",
       lambda: MiniTown("strassen").add("hoehen.asc", _grid(10, 5), "heights"))
# The new way leaves the main street at one end and crosses it farther west.
simple("Q527-lines-not-joined", "note", "strassen.geojson",
       lambda: more_streets((650, 200), (600, 300), (500, 100)))


simple("Q528-map-places-outside", "note", "karte.osm",
       lambda: MiniMap().node(5, (900, 1100), amenity="library", name="Bücherei am Wald").town("streets", "places"))


# Q6xx: project file


def project_fault(name, severity, old, new, also=()):
    """Registers a fault in the project file."""
    simple(name, severity, "quartier.yaml", lambda: MiniTown().replace("quartier.yaml", old, new), also)


project_fault("Q601-project-syntax", "error", '  crs: "EPSG:25832"', '  crs: "EPSG:25832')
project_fault("Q602-key-unknown", "error", "period:", "langauge: de\nperiod:")
project_fault("Q603-key-missing", "error", '  name: "Kleinmuster"\n', "")
project_fault("Q604-value-invalid", "error", "language: de", "language: latein")
project_fault("Q605-understanding-empty", "note", 'text: "Alle, die hier leben, gehören dazu."', 'text: ""')
project_fault("Q607-municipal-key", "error", '"01999001"', '"1999001"')
project_fault("Q608-key-duplicate", "error", "period:", 'period: "2023"\nperiod:')
project_fault("Q609-file-outside-project", "error", 'file: "orte.geojson"', 'file: "../../2024/orte.geojson"')


@fault("Q606-layer-missing", "error", "quartier.yaml")
def layer_missing():
    town = MiniTown()
    start = town.project.index("  - kind: places")
    town.project = town.project[:start]
    del town.features["orte"]
    return town
