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

WORKLOADS = {
    "W1": "read, project, make valid",
    "W2": "overlay, dissolve, union, buffer",
    "W3": "addresses and places in quarters",
    "W4": "nearest place and places in reach",
}


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
]
