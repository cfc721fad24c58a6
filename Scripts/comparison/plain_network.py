"""Streets as a short script would have them: one plain rule for tags, every node of the map a node, the nearest node
for a position."""

import networkx
import numpy as np
import osmium
from scipy.spatial import cKDTree

SECONDS_PER_METRE = 0.9  # 4 km/h


class Streets:
    """Walkable streets as nodes in metres and edges between neighbouring nodes."""

    def __init__(self, path, to_metres, is_walkable):
        numbers, degrees, edges = {}, [], []
        ways = osmium.FileProcessor(path).with_locations().with_filter(osmium.filter.KeyFilter("highway"))
        for way in ways.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)):
            if not is_walkable(way.tags):
                continue
            last = None
            for node in way.nodes:
                if not node.location.valid():
                    continue
                number = numbers.setdefault(node.ref, len(numbers))
                if number == len(degrees):
                    degrees.append((node.lon, node.lat))
                if last is not None and last != number:
                    edges.append((last, number))
                last = number
        degrees = np.array(degrees)
        self.xy = np.stack(to_metres.transform(degrees[:, 0], degrees[:, 1]), 1)
        self.edges = np.array(edges)
        self.metres = np.hypot(*(self.xy[self.edges[:, 0]] - self.xy[self.edges[:, 1]]).T)

    def describe(self):
        return len(self.xy), len(self.edges), float(self.metres.sum())


def seconds_with_networkx(streets, pairs):
    """Over the nearest nodes, legs to them walked straight; nan where there is no way."""
    graph = networkx.Graph()
    for (start, end), metres in zip(streets.edges.tolist(), streets.metres.tolist()):
        if metres < graph.get_edge_data(start, end, {"metres": np.inf})["metres"]:
            graph.add_edge(start, end, metres=metres)
    legs, nodes = cKDTree(streets.xy).query(pairs)
    found = np.full(len(pairs), np.nan)
    for row, (start, end) in enumerate(nodes.tolist()):
        try:
            metres, _ = networkx.bidirectional_dijkstra(graph, start, end, "metres")
        except networkx.NetworkXNoPath:
            continue
        found[row] = (metres + legs[row].sum()) * SECONDS_PER_METRE
    return found


def seconds_with_pandana(streets, pairs):
    """Between the nearest nodes, as pandana does it: the way to them takes no time."""
    import pandana
    from pandas import DataFrame, Series

    network = pandana.Network(
        Series(streets.xy[:, 0]), Series(streets.xy[:, 1]), Series(streets.edges[:, 0]), Series(streets.edges[:, 1]),
        DataFrame({"metres": streets.metres}),
    )  # fmt: skip
    start, end = (network.get_node_ids(pairs[:, side, 0], pairs[:, side, 1]).values for side in (0, 1))
    metres = np.array(network.shortest_path_lengths(start, end))
    return np.where(metres < 1e6, metres * SECONDS_PER_METRE, np.nan)
