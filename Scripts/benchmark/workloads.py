"""What every program of the benchmark shares: the categories of places, the workloads and their peers.

Imported by the light measuring script, so it imports nothing heavy itself.
"""

from typing import NamedTuple, Optional

# The order is part of the results: columns of W3's table and entries of W4's lists follow it.
CATEGORIES = [
    "haltestelle",
    "spielplatz",
    "supermarkt",
    "kita",
    "arzt",
    "apotheke",
    "grundschule",
    "begegnung",
    "beratung",
    "sprachkurs",
    "jugend",
    "bibliothek",
]

# The streets as an extract of OpenStreetMap.
MAP_FILE = "net.osm.pbf"

# The census of a whole country, and the town it is clipped to: west, south, east, north in EPSG:3035.
CENSUS_FILE = "census.csv"
CENSUS_TOWN = (4_310_000, 3_380_000, 4_322_000, 3_392_000)

WORKLOADS = {
    "W1": "read, project, make valid",
    "W2": "overlay, dissolve, union, buffer",
    "W3": "addresses and places in quarters",
    "W4": "nearest place and places in reach",
    "W5": "nearest place and places in reach along streets",
    "W6": "capacity shared among those in reach along streets (E2SFCA)",
    "W7": "unevenness of shares, queen neighbours, Moran and local Moran with 999 permutations",
    "W8": "everything from files to outputs",
    "W9": "an extract of OpenStreetMap to a walking network",
    "W10b": "buffers around the streets in reach",
    "W11": "the census file of a country clipped to a town",
    "W12": "small counts of a town over five years hidden, by linear programs and by the plain greedy method",
}

# What the native reference does not do: libosmium and GEOS do nearly all of it, or the best known is a library.
WITHOUT_REFERENCE = frozenset({"W7", "W8", "W9", "W10b", "W11", "W12"})


class Peer(NamedTuple):
    """A program of another toolbox that does a workload, or a part of it."""

    workload: str
    name: str
    # The fields of the result it computes; None stands for all of them. A peer that does only a part is compared on
    # these fields and never counts as the best peer.
    fields: Optional[frozenset] = None
    # Sizes it is not run on: what it does there takes unreasonably long, or nobody has seen it finish.
    skipped_sizes: frozenset = frozenset()


PEERS = [
    Peer("W1", "fast"),
    Peer("W1", "gpd"),
    Peer("W2", "shapely"),
    Peer("W2", "gpd"),
    Peer("W2", "sedonadb", frozenset({"pieces", "area"}), frozenset({"L"})),
    Peer("W3", "shapely"),
    Peer("W3", "gpd"),
    Peer("W3", "sedonadb", frozenset({"assigned", "pop", "foreign"})),
    Peer("W4", "kdtree"),
    Peer("W4", "sjoin_nearest", frozenset({"near_mm"}), frozenset({"L"})),
    Peer("W5", "scipy", skipped_sizes=frozenset({"L"})),
    Peer("W5", "scipy_nearest", frozenset({"near", "reached", "near_sum", "addr_sum", "snap"}), frozenset({"S", "M"})),
    Peer("W5", "pandana", skipped_sizes=frozenset({"L"})),
    Peer("W6", "scipy", skipped_sizes=frozenset({"L"})),
    Peer("W6", "access", skipped_sizes=frozenset({"L"})),
    Peer("W7", "pysal"),
    Peer("W8", "scipy", skipped_sizes=frozenset({"L"})),
    Peer("W9", "pyosmium"),
    Peer("W10b", "shapely", skipped_sizes=frozenset({"L"})),
    Peer("W11", "pandas"),
    Peer("W11", "polars"),
]
