"""Writes a small town whose texts are what no clerk would type: what reports must carry without harm, and legibly.

    python Scripts/reports/hostile_town.py FOLDER

Four quarters in a square of two kilometres; each hostile text names a quarter or a place, and stands among offers, rooms,
participation and notes. FOLDER/quartier.yaml opens it.
"""

import csv
import json
import pathlib
import sys

# Each is harmless only where it is written by its context.
HOSTILE = [
    "<script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\">",
    "=HYPERLINK(\"https://example.org\";\"hier\")",
    "Treff \u202eredrum\u202c \u200frechts\u200e",  # the marks that turn the direction of reading
    "Name ohne Ende " + "Donaudampfschiff" * 625,  # 10,000 characters in one word
    "lange Reihe " * 833,  # 10,000 characters in many
    "Zitat \"\u0301\u0308 und '\u0301 >\u0338 <\u0338",  # marks that combine with signs of HTML
    "Stapel " + "a" + "\u0301" * 300,  # a heap of marks on one letter
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Familie \U0001f3f3\ufe0f\u200d\U0001f308",
    "CON",
    "../x",
    "]]> -- }} {{{name}}} &amp; %s \\",
]

# The south-western corner in degrees, and how far a kilometre goes.
WEST, SOUTH = 9.0, 53.0
KILOMETRE_EAST, KILOMETRE_NORTH = 0.014904, 0.008986

CRS = "EPSG:25832"


def point(east, north):
    """Kilometres from the corner as degrees."""
    return [round(WEST + east * KILOMETRE_EAST, 7), round(SOUTH + north * KILOMETRE_NORTH, 7)]


def square(east, north, side):
    corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    return {"type": "Polygon", "coordinates": [[point(east + x, north + y) for x, y in corners]]}


def feature(identifier, geometry, **properties):
    return {"type": "Feature", "properties": {"id": identifier, **properties}, "geometry": geometry}


def quarters():
    """The ids are names that a system of files keeps for itself, or that lead out of a folder."""
    identifiers = ["CON", "../x", "nul.html", "a/b"]
    names = [HOSTILE[0], HOSTILE[4], HOSTILE[6], HOSTILE[3]]
    corners = [(0, 0), (1, 0), (0, 1), (1, 1)]
    return [
        feature(identifier, square(*corner, 1), name=name)
        for identifier, name, corner in zip(identifiers, names, corners)
    ]


def cells():
    """Twenty residents on each hundred metres."""
    return [
        feature(f"Z{x:02}{y:02}", square(x / 10, y / 10, 0.1), einwohner=20, auslaender=(x + y) % 7)
        for x in range(20) for y in range(20)
    ]


def places():
    kinds = ["community_centre", "park", "school"]
    return [
        feature(
            f"P{number}", {"type": "Point", "coordinates": point(0.13 + number % 6 * 0.34, 0.21 + number // 6 * 0.43)},
            name=text, kategorie=kinds[number % 3], zeiten="Mo-Su 09:00-22:00", traeger=text, adresse=text)
        for number, text in enumerate(HOSTILE * 2)
    ]


def streets():
    lines = [
        ([[0, step / 5], [2, step / 5]], [[step / 5, 0], [step / 5, 2]]) for step in range(11)
    ]
    return [
        feature(
            f"W{number}", {"type": "LineString", "coordinates": [point(*corner) for corner in line]},
            name=HOSTILE[number % len(HOSTILE)], highway="residential")
        for number, line in enumerate(line for pair in lines for line in crossed(pair))
    ]


def crossed(pair):
    """Both lines with a corner at each crossing, so that they meet."""
    for (start_east, start_north), (end_east, end_north) in pair:
        yield [
            [start_east + (end_east - start_east) * step / 10, start_north + (end_north - start_north) * step / 10]
            for step in range(11)
        ]


def write_features(path, features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")


def write_table(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows(rows)


def write_tables(folder):
    write_table(
        folder / "offers.csv",
        ["id", "name", "kind", "places", "for_whom", "operator", "funding", "funded_until", "decided_by"],
        [
            [f"A{number}", text, "Treffen", f"P{number}", text, text, "befristet", "2025-06-30", "Land"]
            for number, text in enumerate(HOSTILE)
        ])
    write_table(
        folder / "rooms.csv", ["place", "room", "hours", "key_holder", "valid_until"],
        [[f"P{number}", text, "Mo 18:00-20:00", "eine Gruppe", ""] for number, text in enumerate(HOSTILE)])
    write_table(
        folder / "participation.csv",
        ["id", "date", "place", "format", "role", "result", "outcome", "reason", "office", "visibility"],
        [
            [
                f"B{number}", "2024-05-14", f"P{number}", "Gesprächsrunde", "angehört", text, "nicht übernommen", text,
                text, "öffentlich",
            ]
            for number, text in enumerate(HOSTILE)
        ])


def quoted(text):
    """A string for YAML, which takes JSON's as long as they hold no pairs of surrogates."""
    return json.dumps(text, ensure_ascii=False)


def write_notes(folder):
    folder.mkdir()
    for number, text in enumerate(HOSTILE):
        kind = ["assumption", "learnt", "topic"][number % 3]
        (folder / f"{number:02}.md").write_text(
            f"---\nkind: {kind}\ntitle: {quoted(text)}\ndate: \"2024-03-14\"\nplaces: [P{number}]\npublic: true\n"
            f"---\n\n{text}\n", "utf-8")


def project():
    understanding = quoted(" ".join(HOSTILE))
    goals = "\n".join(
        f"    - {{ id: g{number}, text: {quoted(text)}, indicators: [coverage_share] }}"
        for number, text in enumerate(HOSTILE[:4]))
    return f"""version: 1
town: {{ name: {quoted(HOSTILE[1])}, crs: "{CRS}" }}
period: "2024"
language: de
understanding:
  text: {understanding}
  adopted_by: {quoted(HOSTILE[0])}
  goals:
{goals}
layers:
  - {{ kind: quarters, file: quarters.geojson, source: all, columns: {{ id: id, name: name }} }}
  - kind: places
    file: places.geojson
    source: all
    columns: {{ id: id, name: name, category: kategorie, hours: zeiten, operator: traeger, address: adresse }}
  - {{ kind: population, file: cells.geojson, source: all, columns: {{ id: id }} }}
  - {{ kind: streets, file: streets.geojson, source: all, columns: {{ id: id, name: name }} }}
  - kind: offers
    file: offers.csv
    columns: {{ id: id, name: name, kind: kind, places: places, for_whom: for_whom, operator: operator,
               funding: funding, funded_until: funded_until, decided_by: decided_by }}
  - kind: room_slots
    file: rooms.csv
    columns: {{ place: place, room: room, hours: hours, key_holder: key_holder, valid_until: valid_until }}
  - kind: participation
    file: participation.csv
    columns: {{ id: id, date: date, place: place, format: format, role: role, result: result, outcome: outcome,
               reason: reason, office: office, visibility: visibility }}
groups:
  - {{ id: all, column: einwohner, name: {{ de: "Alle Einwohnerinnen und Einwohner", en: "All residents" }} }}
  - {{ id: foreign, column: auslaender, name: {{ de: {quoted(HOSTILE[7])}, en: {quoted(HOSTILE[8])} }} }}
travel: {{ profiles: [walking], minutes: [5, 10, 15] }}
notes: notes
report:
  languages: [de, en]
  title: {quoted(HOSTILE[6])}
  places_confirmed_on: "2024-11-30"
  places_confirmed_by: {quoted(HOSTILE[0])}
sources:
  - {{ id: all, name: {quoted(HOSTILE[2])}, licence: {quoted(HOSTILE[0])}, date: "2024-12-31" }}
"""


def main(folder):
    folder.mkdir(parents=True)
    write_features(folder / "quarters.geojson", quarters())
    write_features(folder / "places.geojson", places())
    write_features(folder / "cells.geojson", cells())
    write_features(folder / "streets.geojson", streets())
    write_tables(folder)
    write_notes(folder / "notes")
    (folder / "quartier.yaml").write_text(project(), "utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
