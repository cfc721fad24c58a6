"""Writes the streets of an invented region as an extract of OpenStreetMap: net.osm.pbf.

Edges are chained to ways of 1 to 12 edges with tags of the usual kinds; 3 % are motorways, some are private. A whole map
holds what fills a real extract, too: bends in the streets, a building for each address, places with tags.
"""

import os

import numpy as np
import osmium
from osmium.osm.mutable import Node, Way

import region
from region_files import to_degrees
from workloads import CATEGORIES, MAP_FILE

# Its own seeds: the other files of a region do not depend on this one.
WAY_SEED, MAP_SEED = 5, 6
HIGHWAYS = {
    "residential": 0.32,
    "footway": 0.20,
    "service": 0.12,
    "path": 0.08,
    "tertiary": 0.08,
    "secondary": 0.05,
    "living_street": 0.04,
    "unclassified": 0.04,
    "cycleway": 0.03,
    "steps": 0.01,
    "motorway": 0.03,
}
MOST_EDGES_OF_A_WAY = 12
MOST_BENDS = 4
BEND = 0.04  # how far a bend lies beside its edge, as a share of the edge's length
BUILDING_SIDES = 9, 16  # metres
PLACE_TAGS = dict(
    zip(
        CATEGORIES,
        [
            {"highway": "bus_stop", "public_transport": "platform"},
            {"leisure": "playground"},
            {"shop": "supermarket"},
            {"amenity": "kindergarten"},
            {"amenity": "doctors"},
            {"amenity": "pharmacy"},
            {"amenity": "school"},
            {"amenity": "community_centre"},
            {"amenity": "social_facility"},
            {"amenity": "language_school"},
            {"amenity": "community_centre", "community_centre": "youth_centre"},
            {"amenity": "library"},
        ],
    )
)


def chained(streets, longest):
    """Walks along unused edges: (first edge, edges, nodes) of each way, at most longest[first edge] edges."""
    count = len(streets.edges)
    order = np.argsort(streets.edges.T.ravel(), kind="stable")
    first = np.searchsorted(streets.edges.T.ravel()[order], np.arange(len(streets.nodes) + 1)).tolist()
    edges_at = (order % count).tolist()
    starts, ends = streets.edges.T.tolist()
    used = bytearray(count)
    for seed in range(count):
        if used[seed]:
            continue
        used[seed] = 1
        edges, nodes = [seed], [starts[seed], ends[seed]]
        while len(edges) < longest[seed]:
            here = nodes[-1]
            free = next((edge for edge in edges_at[first[here] : first[here + 1]] if not used[edge]), None)
            if free is None:
                break
            used[free] = 1
            edges.append(free)
            nodes.append(ends[free] if starts[free] == here else starts[free])
        yield seed, edges, nodes


def bends_of(streets, rng):
    """(positions, where each edge's begin): the bends of the edges from start to end."""
    counts = rng.integers(0, MOST_BENDS + 1, len(streets.edges))
    first = np.concatenate([[0], np.cumsum(counts)])
    edge = np.repeat(np.arange(len(counts)), counts)
    part = (np.arange(len(edge)) - first[edge] + 1) / (counts[edge] + 1)
    start, end = streets.nodes[streets.edges[edge, 0]], streets.nodes[streets.edges[edge, 1]]
    aside = rng.normal(0, BEND, len(edge))[:, None] * region.left_normals(end - start)
    return start + (end - start) * part[:, None] + aside, first


def building_corners(addresses, rng):
    """The four corners of a building around each address."""
    sides = rng.uniform(*BUILDING_SIDES, (len(addresses), 2)) / 2
    angle = rng.uniform(0, np.pi, len(addresses))
    along = np.stack([np.cos(angle), np.sin(angle)], 1)
    across = region.left_normals(along)
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    return np.stack([addresses + a * sides[:, :1] * along + b * sides[:, 1:] * across for a, b in corners], 1)


class MapWriter:
    """An extract in the making; ids count from 1."""

    def __init__(self, path):
        self.writer = osmium.SimpleWriter(path, overwrite=True)
        self.nodes = 0
        self.ways = 0

    def add_nodes(self, points, tags=None):
        """Returns how many nodes there were before."""
        before = self.nodes
        for row, location in enumerate(to_degrees(points).tolist()):
            self.nodes += 1
            self.writer.add_node(Node(id=self.nodes, location=location, tags=tags[row] if tags else {}, version=1))
        return before

    def add_way(self, nodes, tags):
        self.ways += 1
        self.writer.add_way(Way(id=self.ways, nodes=[node + 1 for node in nodes], tags=tags, version=1))


def write_map(folder, streets, addresses, places, category, is_whole):
    rng = np.random.default_rng(MAP_SEED)
    writer = MapWriter(os.path.join(folder, MAP_FILE))
    writer.add_nodes(streets.nodes)
    if is_whole:
        bends, first_bend = bends_of(streets, rng)
        bends_before = writer.add_nodes(bends)
        corners = building_corners(addresses, rng)
        corners_before = writer.add_nodes(corners.reshape(-1, 2))
        writer.add_nodes(places, [{**PLACE_TAGS[CATEGORIES[kind]], "name": f"Ort {n}"} for n, kind in enumerate(category)])

    def with_bends(edges, nodes):
        result = nodes[:1]
        for edge, start, end in zip(edges, nodes, nodes[1:]):
            bends = range(bends_before + int(first_bend[edge]), bends_before + int(first_bend[edge + 1]))
            result += bends if streets.edges[edge, 0] == start else reversed(bends)
            result.append(end)
        return result

    rng = np.random.default_rng(WAY_SEED)
    longest = rng.integers(1, MOST_EDGES_OF_A_WAY + 1, len(streets.edges)).tolist()
    names, shares = list(HIGHWAYS), list(HIGHWAYS.values())
    kinds = rng.choice(len(names), len(streets.edges), p=shares).tolist()
    for seed, edges, nodes in chained(streets, longest):
        number = writer.ways + 1
        tags = {"highway": names[kinds[seed]], "name": f"Straße {number % 5000}"}
        if number % 11 == 0:
            tags["foot"] = "yes"
        if number % 97 == 0:
            tags["access"] = "private"
        writer.add_way(with_bends(edges, nodes) if is_whole else nodes, tags)
    if is_whole:
        for number in range(len(corners)):
            four = list(range(corners_before + 4 * number, corners_before + 4 * number + 4))
            tags = {"building": "yes", "addr:street": f"Straße {number % 500}", "addr:housenumber": str(number % 90)}
            writer.add_way(four + four[:1], tags)
    writer.writer.close()
