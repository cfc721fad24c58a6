"""The sound mini-town into which the faults are planted: three quarters side by side, three places."""

import json

import output

PROJECT = """\
# A mini-town with one planted fault: see expected.txt. Licence: CC0-1.0.
version: 1
town:
  name: "Kleinmuster"
  ags: "01999001"
  crs: "EPSG:25832"
period: "2024"
language: de
understanding:
  text: "Alle, die hier leben, gehören dazu."
  adopted_by: "Gemeinderat"
  adopted_on: "2023-05-11"
  goals:
    - { id: "treffpunkt", text: "Ein Treffpunkt in der Nähe.", indicators: [coverage_share] }
layers:
"""
LAYERS = {
    "quartiere": ("quarters", "{ id: id, name: name }"),
    "schwerpunkte": ("focus_areas",
                     "{ id: id, name: name, basis: grundlage, role: rolle, date: datum, reason: begruendung, "
                     "review: pruefung }"),
    "orte": ("places",
             "{ id: id, name: name, category: kategorie, capacity: plaetze, hours: zeiten, "
             "wheelchair: rollstuhl, funded_until: gefoerdert_bis }"),
    "zellen": ("population", "{ id: id }"),
    "strassen": ("streets", "{ id: id, name: name }"),
    "haltestellen": ("stops", "{ id: id, name: name, mode: art, departures_weekday: abfahrten }"),
}
GROUPS = """\
groups:
  - { id: "all", column: "einwohner", name: { de: "Alle Einwohnerinnen und Einwohner", en: "All residents" } }
  - { id: "foreign", column: "auslaender",
      name: { de: "Menschen mit ausländischer Staatsangehörigkeit", en: "People with foreign citizenship" } }
"""


def box(west, south, east, north):
    """A closed counter-clockwise ring, in metres."""
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": [[output.position(point) for point in ring] for ring in rings]}


def street(*points):
    return {"type": "LineString", "coordinates": [output.position(point) for point in points]}


def quarter(number, ring):
    return output.feature({"id": f"Q{number}", "name": f"Quartier {number}"}, polygon(ring))


def place(number, point, category, **columns):
    properties = dict(id=f"P{number}", name=f"Ort {number}", kategorie=category, plaetze=40,
                      zeiten="Mo-Fr 09:00-17:00", rollstuhl="yes", gefoerdert_bis="2026-12-31")
    properties.update(columns)
    return output.feature(properties, output.point_geometry(point))


def focus_area(number, ring, **columns):
    properties = dict(id=f"S{number}", name=f"Schwerpunkt {number}", grundlage="council_decision", rolle="Gemeinderat",
                      datum="2023-05-11", begruendung="Beschluss zur Stadtentwicklung", pruefung="2028-05-11")
    properties.update(columns)
    return output.feature(properties, polygon(ring))


def cell(number, west, south, residents, foreign):
    return output.feature(dict(id=f"Z{number}", einwohner=residents, auslaender=foreign),
                          polygon(box(west, south, west + 100, south + 100)))


class MiniTown:
    """The sound data. A fault changes features, or later the text of a file."""

    def __init__(self, *more):
        self.features = {
            "quartiere": [quarter(1, box(0, 0, 600, 500)), quarter(2, box(600, 0, 1200, 500)),
                          quarter(3, box(1200, 0, 1800, 500))],
            "orte": [place(1, (200, 250), "neighbourhood_centre"), place(2, (400, 150), "library"),
                     place(3, (900, 290), "school")],
        }
        sound = {
            "schwerpunkte": [focus_area(1, box(300, 100, 900, 400))],
            "zellen": [cell(1, 100, 100, 80, 10), cell(2, 400, 300, 120, 30), cell(3, 700, 200, 60, 5),
                       cell(4, 1000, 100, 90, 12), cell(5, 1300, 300, 70, 8), cell(6, 1500, 100, 40, 4)],
            "strassen": [
                output.feature({"id": "W1", "name": "Hauptstraße"}, street((50, 200), (650, 200))),
                output.feature({"id": "W2", "name": "Hauptstraße"}, street((650, 200), (1750, 200))),
                output.feature({"id": "W3", "name": "Querweg"}, street((650, 200), (650, 450)))],
            "haltestellen": [
                output.feature({"id": "H1", "name": "Hauptstraße", "art": "bus", "abfahrten": "4"},
                               output.point_geometry((600, 205))),
                output.feature({"id": "H2", "name": "Querweg", "art": "bus", "abfahrten": "2"},
                               output.point_geometry((655, 400)))],
        }
        for layer in more:
            self.features[layer] = sound[layer]
        self.project = self._project()
        self.edits = {}
        self.others = {}

    def _project(self):
        text = PROJECT
        for layer in LAYERS:
            if layer in self.features:
                kind, columns = LAYERS[layer]
                text += f'  - kind: {kind}\n    file: "{layer}.geojson"\n    columns: {columns}\n'
        return text + (GROUPS if "zellen" in self.features else "")

    def layer(self, name):
        return self.features[name]

    def add(self, name, content, *kinds):
        """Adds a file that is no GeoJSON (text or bytes), as layers of these kinds."""
        entries = "".join(f'  - kind: {kind}\n    file: "{name}"\n' for kind in kinds)
        start = self.project.find("groups:")
        start = len(self.project) if start < 0 else start
        self.project = self.project[:start] + entries + self.project[start:]
        self.others[name] = content
        return self

    def offers(self, **columns):
        """Adds a table of two sound offers; the columns given replace those of the second."""
        sound = dict(id="A1", name="Nachbarschaftstreff", orte="P1", hauptamt="0,5", ehrenamt="0,5",
                     finanzierung="dauerhaft", finanziert_bis="", entscheidet="Stadt")
        rows = [sound, dict(sound, id="A2", name="Vorlesen", orte="P2;P3", finanzierung="befristet",
                            finanziert_bis="31.12.2026", entscheidet="Land") | columns]
        text = "".join(";".join(f'"{value}"' for value in row) + "\n"
                       for row in [sound.keys()] + [row.values() for row in rows])
        return self.add("angebote.csv", text, "offers").replace(
            "quartier.yaml", '    file: "angebote.csv"\n',
            '    file: "angebote.csv"\n    columns: { id: id, name: name, places: orte, staff: hauptamt, '
            "volunteers: ehrenamt,\n      funding: finanzierung, funded_until: finanziert_bis, "
            "decided_by: entscheidet }\n")

    def rooms(self, **columns):
        """Adds a table of two sound room slots; the columns given replace those of the second."""
        sound = dict(ort="P1", raum="Saal", zeiten="Tu 15:00-18:00", schluessel="offen für alle",
                     gueltig_von="2023-09-01", gueltig_bis="31.07.2025", vereinbarung="nein")
        rows = [sound, dict(sound, ort="P2", raum="", schluessel="eine Gruppe", vereinbarung="ja") | columns]
        text = "".join(";".join(row) + "\n" for row in [sound.keys()] + [row.values() for row in rows])
        return self.add("raumzeiten.csv", text, "room_slots").replace(
            "quartier.yaml", '    file: "raumzeiten.csv"\n',
            '    file: "raumzeiten.csv"\n    columns: { place: ort, room: raum, hours: zeiten, '
            "key_holder: schluessel,\n      valid_from: gueltig_von, valid_until: gueltig_bis, "
            "agreement: vereinbarung }\n")

    def participation(self, **columns):
        """Adds a table of two sound records; the columns given replace those of the second."""
        sound = dict(id="B1", datum="2024-03-05", quartier="Q1", ort="", form="Werkstatt", ergebnis="Eine Bank",
                     folge="umgesetzt", grund="", beantwortet="2024-06-01", sichtbar="öffentlich")
        rows = [sound, dict(sound, id="B2", quartier="", ort="P2", form="aufsuchend") | columns]
        text = "".join(";".join(row) + "\n" for row in [sound.keys()] + [row.values() for row in rows])
        return self.add("beteiligung.csv", text, "participation").replace(
            "quartier.yaml", '    file: "beteiligung.csv"\n',
            '    file: "beteiligung.csv"\n    columns: { id: id, date: datum, quarter: quartier, place: ort, '
            "format: form,\n      result: ergebnis, outcome: folge, reason: grund, answered_on: beantwortet, "
            "visibility: sichtbar }\n")

    def note(self, *keys, text="Was war.", kind="assumption", whole=None):
        """Adds a note: its keys behind kind, title and date, or the whole file."""
        front = ("---", f"kind: {kind}", 'title: "Eine Notiz"', 'date: "2024-06-01"') + keys + ("---", text, "")
        self.others["notizen/notiz.md"] = "\n".join(front) if whole is None else whole
        self.project += 'notes: "notizen"\n'
        return self

    def holidays(self, *rows):
        """Adds a table of school holidays: name, first and last day of each."""
        self.others["ferien.csv"] = "".join(row + "\n" for row in ("name;von;bis",) + rows)
        self.project += 'calendar:\n  school_holidays: "ferien.csv"\n'
        return self

    def edit(self, name, change):
        """Changes the finished text (or bytes) of one file; None leaves the file out."""
        self.edits[name] = change
        return self

    def replace(self, name, old, new):
        """Replaces one piece of text, which must stand in the file, the first time it occurs."""
        def change(text):
            assert old in text, f"{old!r} is not in {name}"
            return text.replace(old, new, 1)
        return self.edit(name, change)

    def files(self):
        """All files: name and content."""
        texts = {"quartier.yaml": self.project}
        for name, features in self.features.items():
            texts[f"{name}.geojson"] = output.collection(features)
        texts |= self.others
        for name, change in self.edits.items():
            texts[name] = change(texts[name])
        return {name: text for name, text in texts.items() if text is not None}


def property_of(town, layer, index, **columns):
    """Sets columns of one feature; an id also as the id of the feature, which then may not be null."""
    item = town.layer(layer)[index]
    item["properties"].update(columns)
    if "id" in columns:
        item["id"] = columns["id"]
        if item["id"] is None:
            del item["id"]
    return town


class MiniMap:
    """The streets of the mini-town as a map of OpenStreetMap; a fault adds elements."""

    def __init__(self):
        self.elements = []
        self.node(1, (50, 200)).node(2, (650, 200)).node(3, (1750, 200)).node(4, (650, 450))
        self.streets = [(11, (1, 2), {}), (12, (2, 3), {}), (13, (2, 4), {})]

    def node(self, number, point, **tags):
        longitude, latitude = output.position(point)
        return self._element(f'node id="{number}" lon="{longitude:.7f}" lat="{latitude:.7f}"', "node", "", tags)

    def way(self, number, nodes, **tags):
        return self._element(f'way id="{number}"', "way", "".join(f'<nd ref="{node}"/>' for node in nodes), tags)

    def relation(self, number, members, **tags):
        inner = "".join(f'<member type="way" ref="{way}" role="outer"/>' for way in members)
        return self._element(f'relation id="{number}"', "relation", inner, tags)

    def street(self, number, **tags):
        """Adds tags to one of the streets, 11, 12 or 13."""
        next(street for street in self.streets if street[0] == number)[2].update(tags)
        return self

    def _element(self, head, name, inner, tags):
        inner += "".join(f'<tag k="{key.replace("__", ":")}" v="{value}"/>' for key, value in tags.items())
        self.elements.append((name, f"  <{head}>{inner}</{name}>\n"))
        return self

    def text(self):
        """The file: nodes, ways and relations, as extracts are sorted."""
        for number, nodes, tags in self.streets:
            self.way(number, nodes, highway="residential", **tags)
        ordered = [text for name in ("node", "way", "relation") for kind, text in self.elements if kind == name]
        return '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n' + "".join(ordered) + "</osm>\n"

    def town(self, *kinds, layers=()):
        """A mini-town that uses the map."""
        return MiniTown(*layers).add("karte.osm", self.text(), *kinds)


def as_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
