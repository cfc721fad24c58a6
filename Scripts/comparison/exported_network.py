"""Quartier's own network, read back from its GeoJSON, with the same rules computed by networkx and shapely.

A position gets onto every piece of street within the snapping limit by a straight leg to its nearest point, if the leg
meets no barrier; a trip takes the least of leg + streets + leg. Costs are whole milliseconds, rounded down as
Quartier's. What differs is only what GeoJSON leaves out: positions have seven decimals of a degree, about a
centimetre, and of an edge only the whole cost is there, not that of its pieces.
"""

import json
import math

import networkx
import numpy as np
import osmium
import shapely

SNAPPING = 100.0  # metres
LEG = 900.0  # milliseconds per metre: 4 km/h
LONGEST = 7_200_000  # milliseconds
BARRIERS = {
    "railway": {"rail", "light_rail", "subway", "narrow_gauge"},
    "waterway": {"river", "canal", "riverbank"},
    "highway": {"motorway", "trunk"},
    "natural": {"water", "coastline"},
    "landuse": {"reservoir"},
}
BARRIERS_IN_TUNNELS = {"coastline", "riverbank", "reservoir"}


def is_barrier(tags):
    in_tunnel = tags.get("tunnel", "no") != "no"
    for key, values in BARRIERS.items():
        value = tags.get(key)
        if value in values and (not in_tunnel or value in BARRIERS_IN_TUNNELS):
            return True
    return False


def read_barriers(path, to_metres):
    """The lines that legs may not meet."""
    members = set()
    for relation in osmium.FileProcessor(path, osmium.osm.RELATION):
        if relation.tags.get("type") == "multipolygon" and is_barrier(relation.tags):
            members.update(member.ref for member in relation.members if member.type == "w")
    lines = []
    for way in osmium.FileProcessor(path).with_locations().with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)):
        if way.id in members or is_barrier(way.tags):
            degrees = np.array([(node.lon, node.lat) for node in way.nodes if node.location.valid()])
            if len(degrees) > 1:
                lines.append(shapely.linestrings(np.stack(to_metres.transform(degrees[:, 0], degrees[:, 1]), 1)))
    return lines


class ExportedNetwork:
    def __init__(self, path, barriers, to_metres):
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        self.graph = networkx.DiGraph()
        self.edges = []  # from, to, milliseconds forward and backward (None: closed)
        self.metres = sum(feature["properties"]["metres"] for feature in features)
        pieces, self.piece_places = [], []  # edge, share of the edge's length before the piece and with it
        for number, feature in enumerate(features):
            properties = feature["properties"]
            start, end = properties["from"], properties["to"]
            costs = [
                None if properties[name] is None else round(properties[name] * 1000)
                for name in ("seconds_forward", "seconds_backward")
            ]
            self.edges.append((start, end, *costs))
            for tail, head, cost in ((start, end, costs[0]), (end, start, costs[1])):
                if cost is not None and cost < self.graph.get_edge_data(tail, head, {"cost": math.inf})["cost"]:
                    self.graph.add_edge(tail, head, cost=cost)
            degrees = np.array(feature["geometry"]["coordinates"])
            shape = np.stack(to_metres.transform(degrees[:, 0], degrees[:, 1]), 1)
            lengths = np.hypot(*(shape[1:] - shape[:-1]).T)
            ends = np.cumsum(lengths) / max(lengths.sum(), 1e-9)
            for piece, (after, length) in enumerate(zip(ends, lengths)):
                pieces.append(shapely.linestrings(shape[piece : piece + 2]))
                self.piece_places.append((number, after - length / max(lengths.sum(), 1e-9), after))
        self.pieces = np.array(pieces)
        self.tree = shapely.STRtree(self.pieces)
        self.barriers = shapely.STRtree(barriers)

    def describe(self):
        return self.graph.number_of_nodes(), len(self.edges), self.metres

    def attachments(self, position):
        """(edge, how far along it, milliseconds of the leg)"""
        point = shapely.points(position)
        near = self.tree.query(point, predicate="dwithin", distance=SNAPPING)
        legs = shapely.shortest_line(point, self.pieces[near])
        is_barred = np.zeros(len(near), bool)
        is_barred[np.unique(self.barriers.query(legs, predicate="intersects")[0])] = True
        for piece, leg, barred in zip(near, legs, is_barred):
            if barred:
                continue
            edge, before, after = self.piece_places[piece]
            foot = shapely.points(shapely.get_coordinates(leg)[1])
            share = shapely.line_locate_point(self.pieces[piece], foot, normalized=True)
            yield edge, before + (after - before) * share, math.floor(shapely.length(leg) * LEG)

    def nearest_attachment(self, position):
        """Only the nearest street, barriers or not, and no time for the leg: what most routers do."""
        point = shapely.points(position)
        piece = self.tree.nearest(point)
        edge, before, after = self.piece_places[piece]
        share = shapely.line_locate_point(self.pieces[piece], point, normalized=True)
        return [(edge, before + (after - before) * share, 0)]

    def seconds(self, origin, destination, attach=None):
        """nan where there is no way, or none within two hours."""
        attach = attach or self.attachments
        graph, best = self.graph, math.inf
        starts, ends = list(attach(origin)), list(attach(destination))
        for node, edge, cost in self.seeds(starts, leaving=True):
            self.lower("origin", node, cost)
        for node, edge, cost in self.seeds(ends, leaving=False):
            self.lower(node, "destination", cost)
        if "origin" in graph and "destination" in graph:
            try:
                best = networkx.dijkstra_path_length(graph, "origin", "destination", "cost")
            except networkx.NetworkXNoPath:
                pass
        graph.remove_nodes_from(["origin", "destination"])
        for edge, place, leg in starts:
            for other, other_place, other_leg in ends:
                cost = 0 if other_place == place else self.edges[edge][2 if other_place > place else 3]
                if other == edge and cost is not None:
                    best = min(best, leg + other_leg + math.floor(cost * abs(other_place - place)))
        return best / 1000 if best <= LONGEST else math.nan

    def seeds(self, attachments, leaving):
        for edge, place, leg in attachments:
            start, end, forward, backward = self.edges[edge]
            to_start, to_end = (backward, forward) if leaving else (forward, backward)
            # Who is at an end of a one-way is at its node.
            to_start, to_end = 0 if place == 0 else to_start, 0 if place == 1 else to_end
            if to_start is not None:
                yield start, edge, leg + math.floor(to_start * place)
            if to_end is not None:
                yield end, edge, leg + math.floor(to_end * (1 - place))

    def lower(self, tail, head, cost):
        if cost < self.graph.get_edge_data(tail, head, {"cost": math.inf})["cost"]:
            self.graph.add_edge(tail, head, cost=cost)
