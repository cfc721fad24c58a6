"""Releases two years of a small town and has others read the feed of changes: libxml2 by a schema of RFC 4287 (atom.rng), and
feedparser, a reader of feeds, in its strict mode.

Run by `Scripts/check-outputs`, in a virtual environment with requirements.txt:

    python Scripts/outputs/feed.py QUARTIER

QUARTIER is the built program. Ends with 1 where the feed is read otherwise than it was meant.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import feedparser
from lxml import etree

here = pathlib.Path(__file__).parent
sample = here.parent.parent / "SampleData/faults/Q514-cells-cut"
failures = []


def check(holds, text):
    print(("ok      " if holds else "WRONG   ") + text)
    if not holds:
        failures.append(text)


def releases(quartier, folder):
    """Runs and releases the town for two years; the second has more residents. Its name and the role need escaping."""
    for name in ["quartiere.geojson", "orte.geojson", "zellen.geojson"]:
        shutil.copy(sample / name, folder / name)
    project = (sample / "quartier.yaml").read_text(encoding="utf-8").replace('"Kleinmuster"', "'Klein & \"Muster\" <ß>'")
    project += '\nnotify:\n  feed: { file: "feed.xml", releases: "shelf", url: "https://stadt.example/feed.xml?a=1&b=2" }\n'
    cells = folder / "zellen.geojson"
    for year in ["2024", "2025"]:
        (folder / "quartier.yaml").write_text(project.replace('period: "2024"', f'period: "{year}"'), encoding="utf-8")
        subprocess.run([quartier, "run", "-o", "out", "--overwrite", "-q"], cwd=folder, check=True)
        subprocess.run(
            [quartier, "publish", "out", "--to", "shelf", "--role", "Amt <für> \"Alles\" & mehr", "-q",
             "--date", f"{int(year) + 1}-03-01"], cwd=folder, check=True)
        cells.write_text(
            re.sub(r'"einwohner": ?\d+', '"einwohner": 900', cells.read_text(encoding="utf-8")), encoding="utf-8")


def complaints(schema, tree):
    """What libxml2 finds; empty where the feed is valid."""
    schema.validate(tree)
    return [error.message for error in schema.error_log]


def spoilt(tree):
    """Feeds that are not valid, so that the schema is known to see it."""
    atom = "{http://www.w3.org/2005/Atom}"
    for name, spoil in [
        ("no id", lambda feed: feed.remove(feed.find(atom + "id"))),
        ("two titles", lambda feed: feed.append(etree.fromstring(etree.tostring(feed.find(atom + "title"))))),
        ("a day without time", lambda feed: setattr(feed.find(atom + "updated"), "text", "2026-03-01")),
        ("a time without zone", lambda feed: setattr(feed.find(atom + "updated"), "text", "2026-03-01T00:00:00")),
        ("an id that is no IRI", lambda feed: setattr(feed.find(f"{atom}entry/{atom}id"), "text", "2025")),
        ("an entry without content", lambda feed: feed.find(atom + "entry").remove(
            feed.find(f"{atom}entry/{atom}content"))),
        ("markup in a text", lambda feed: etree.SubElement(feed.find(atom + "title"), atom + "b")),
    ]:
        copy = etree.fromstring(etree.tostring(tree))
        spoil(copy)
        yield name, copy


def main():
    schema = etree.RelaxNG(etree.parse(str(here / "atom.rng")))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        releases(str(pathlib.Path(sys.argv[1]).resolve()), folder)
        content = (folder / "feed.xml").read_bytes()
    tree = etree.fromstring(content)
    found = complaints(schema, tree)
    check(not found, f"feed.xml is what RFC 4287 asks for {found[:3]}")
    for name, other in spoilt(tree):
        check(bool(complaints(schema, other)), f"the schema refuses {name}")
    feed = feedparser.parse(content, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    check(not feed.bozo and feed.version == "atom10", f"feedparser reads it as Atom {feed.get('bozo_exception', '')}")
    check('Klein & "Muster" <ß>' in feed.feed.title, "feedparser reads the name of the town as it was written")
    ids = [entry.id for entry in feed.entries]
    check(ids == ["tag:stadt.example,2026-03-01:2025"], f"one entry with its id {ids}")
    entry = feed.entries[0]
    check(entry.author == 'Amt <für> "Alles" & mehr' and ", jetzt " in entry.content[0].value, "its author and its changes")
    check(entry.updated_parsed[:3] == (2026, 3, 1), "its day")
    sys.exit(1 if failures else 0)


main()
