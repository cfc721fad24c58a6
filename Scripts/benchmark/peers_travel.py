"""The peers' programs on the street network: W5, W6, W9, W10b."""

import os

import numpy as np

from peer_input import category_numbers, coordinates, read_areas, read_frame, read_network
from peer_kit import digest, peer
from workloads import CATEGORIES, MAP_FILE

# W5: nearest place and places in reach along streets

NEAR = 15_000  # decimetres; what is as far or farther is not near
WITHIN = 12_000  # decimetres; what is as far counts
SOURCES_AT_ONCE = 64  # scipy fills a row of all nodes for each of them


class Walk:
    """Addresses and places on the nodes of the network, and the tables of nodes and categories to fill."""

    def __init__(self, folder, phases, addresses=None, places=None):
        from scipy.spatial import cKDTree

        if addresses is None:
            addresses, places = read_frame(folder, "addresses"), read_frame(folder, "places")
        self.category = category_numbers(places.category)
        addresses, places = coordinates(addresses.geometry), coordinates(places.geometry)
        phases.mark("load points")
        self.x, self.y, self.start, self.end, self.decimetres = read_network(folder)
        phases.mark("load network")
        nodes = cKDTree(np.stack([self.x, self.y], 1))
        self.address_node = nodes.query(addresses, workers=-1)[1].astype(np.int32)
        self.place_node = nodes.query(places, workers=-1)[1].astype(np.int32)
        phases.mark("snap")
        self.near = np.full((len(self.x), len(CATEGORIES)), -1, np.int32)
        self.counts = np.zeros((len(self.x), len(CATEGORIES)), np.int32)

    def set_near(self, category, decimetres):
        self.near[:, category] = np.where(decimetres < NEAR, np.rint(np.minimum(decimetres, NEAR)), -1)

    def near_values(self):
        of_addresses = self.near[self.address_node]
        return {
            "near": digest(self.near),
            "reached": int((self.near >= 0).sum()),
            "near_sum": int(self.near[self.near >= 0].sum(dtype=np.int64)),
            "addr_sum": np.where(of_addresses < 0, NEAR, of_addresses).sum(0, dtype=np.int64).tolist(),
            "snap": digest(self.address_node),
        }

    def values(self):
        return {
            **self.near_values(),
            "cnt": digest(self.counts),
            "cnt_sum": int(self.counts.sum(dtype=np.int64)),
            "addr_cnt": self.counts[self.address_node].sum(0, dtype=np.int64).tolist(),
        }


def street_graph(size, start, end, decimetres):
    """The network as scipy has it."""
    from scipy.sparse import coo_matrix

    rows, columns = np.concatenate([start, end]), np.concatenate([end, start])
    weights = np.concatenate([decimetres, decimetres]).astype(float)
    return coo_matrix((weights, (rows, columns)), shape=(size, size)).tocsr()


def nearest_with_scipy(walk, phases):
    """Fills the nearest; returns the network as scipy has it."""
    from scipy.sparse.csgraph import dijkstra

    graph = street_graph(len(walk.x), walk.start, walk.end, walk.decimetres)
    phases.mark("build")
    for category in range(len(CATEGORIES)):
        sources = np.unique(walk.place_node[walk.category == category])
        walk.set_near(category, dijkstra(graph, indices=sources, min_only=True, limit=NEAR))
    phases.mark("nearest")
    return graph


@peer("W5", "scipy")
def walk_with_scipy(folder, phases):
    walk = Walk(folder, phases)
    count_with_scipy(walk, nearest_with_scipy(walk, phases), phases)
    return walk.values()


def count_with_scipy(walk, graph, phases):
    """Fills the counts."""
    from scipy.sparse.csgraph import dijkstra

    here = np.zeros_like(walk.counts)  # places at each node
    np.add.at(here, (walk.place_node, walk.category), 1)
    sources = np.flatnonzero(here.any(1))
    for first in range(0, len(sources), SOURCES_AT_ONCE):
        some = sources[first : first + SOURCES_AT_ONCE]
        source, node = np.nonzero(np.isfinite(dijkstra(graph, indices=some, limit=WITHIN)))
        np.add.at(walk.counts, node, here[some[source]])
    phases.mark("count")


@peer("W5", "scipy_nearest")
def walk_to_nearest_with_scipy(folder, phases):
    walk = Walk(folder, phases)
    nearest_with_scipy(walk, phases)
    return walk.near_values()


@peer("W5", "pandana")
def walk_with_pandana(folder, phases):
    import pandana
    from pandas import DataFrame, Series

    phases.mark("import")
    walk = Walk(folder, phases)
    network = pandana.Network(
        Series(walk.x), Series(walk.y), Series(walk.start), Series(walk.end),
        DataFrame({"length": walk.decimetres.astype(float)}),
    )  # fmt: skip
    phases.mark("build")
    network.precompute(WITHIN)
    phases.mark("precompute")
    for category, name in enumerate(CATEGORIES):
        nodes = walk.place_node[walk.category == category].astype(np.int64)
        network.set_pois(name, NEAR, 1, Series(walk.x[nodes]), Series(walk.y[nodes]))
        walk.set_near(category, network.nearest_pois(NEAR, name, num_pois=1)[1].values)
        phases.mark("nearest")
        network.set(Series(nodes), variable=Series(np.ones(len(nodes))), name=name)
        counts = network.aggregate(WITHIN, type="count", decay="flat", name=name)
        walk.counts[:, category] = np.rint(counts).values
        phases.mark("count")
    return walk.values()


# W6: capacity shared among those in reach along streets

SHARED = ["kita", "arzt", "begegnung"]
STEPS = {4_000: 1.0, 8_000: 0.68, 12_000: 0.22}  # decimetres, each included


class Competition:
    """People at the nodes of the network, capacities at some, and the quarter of each address."""

    def __init__(self, folder, phases):
        """Reads everything."""
        from scipy.spatial import cKDTree

        quarters, addresses, places = (read_frame(folder, name) for name in ("quarters", "addresses", "places"))
        phases.mark("load points")
        inside = addresses.sjoin(quarters[["geometry"]], predicate="within")["index_right"]
        self.quarter = inside.reindex(range(len(addresses)), fill_value=-1).values
        self.quarters = len(quarters)
        phases.mark("join")
        self.residents = addresses["pop"].values
        self.category, self.capacity = category_numbers(places.category), places.capacity.values
        x, y, self.start, self.end, self.decimetres = read_network(folder)
        self.nodes = len(x)
        phases.mark("load network")
        tree = cKDTree(np.stack([x, y], 1))
        self.address_node = tree.query(coordinates(addresses.geometry), workers=-1)[1]
        self.place_node = tree.query(coordinates(places.geometry), workers=-1)[1]
        phases.mark("snap")
        self.people = np.bincount(self.address_node, self.residents, minlength=self.nodes)
        self.graph = street_graph(self.nodes, self.start, self.end, self.decimetres)
        phases.mark("build")

    @classmethod
    def of_walk(cls, walk, graph, residents, quarter, quarters, capacity):
        """What W5 has put on the nodes."""
        self = cls.__new__(cls)
        self.residents, self.quarter, self.quarters, self.capacity = residents, quarter, quarters, capacity
        self.category, self.graph, self.nodes = walk.category, graph, len(walk.x)
        self.address_node, self.place_node = walk.address_node, walk.place_node
        self.people = np.bincount(self.address_node, residents, minlength=self.nodes)
        return self

    def pairs(self, name):
        """(node with capacity, node in reach, decimetres, capacity at each node)"""
        from scipy.sparse.csgraph import dijkstra

        rows = np.flatnonzero(self.category == CATEGORIES.index(name))
        capacity = np.bincount(self.place_node[rows], self.capacity[rows], minlength=self.nodes)
        sources = np.unique(self.place_node[rows])
        found = []
        for first in range(0, len(sources), SOURCES_AT_ONCE):
            some = sources[first : first + SOURCES_AT_ONCE]
            costs = dijkstra(self.graph, indices=some, limit=WITHIN)
            source, node = np.nonzero(np.isfinite(costs))
            found.append((some[source], node, costs[source, node]))
        return *(np.concatenate(columns) for columns in zip(*found)), capacity

    def means(self, access):
        """For each category the means of the residents of each quarter, from the access of each node."""
        inside = self.quarter >= 0
        quarter, residents = self.quarter[inside], self.residents[inside]
        people = np.maximum(np.bincount(quarter, residents, minlength=self.quarters), 1)
        return np.stack(
            [
                np.bincount(quarter, residents * column[self.address_node[inside]], minlength=self.quarters) / people
                for column in access
            ]
        )

    def values(self, access, pairs):
        """The values to compare, from the access of each node to each category."""
        means = self.means(access)
        return {
            "pairs": pairs,
            "total": [float((self.people * column).sum()) for column in access],
            "qsum": means.sum(1).tolist(),
            "q0": means[:, 0].tolist(),
            "qmax": means.max(1).tolist(),
        }


@peer("W6", "scipy")
def catchments_of_capacity_with_scipy(folder, phases):
    town = Competition(folder, phases)
    return town.values(*share_with_scipy(town, phases))


def share_with_scipy(town, phases):
    """(access of each node to each category, number of pairs)"""
    access, pairs = [], 0
    for name in SHARED:
        source, node, decimetres, capacity = town.pairs(name)
        pairs += len(source)
        phases.mark("pairs")
        weight = np.select([decimetres <= bound for bound in STEPS], list(STEPS.values()))
        demand = np.bincount(source, town.people[node] * weight, minlength=town.nodes)
        ratio = np.divide(capacity, demand, out=np.zeros(town.nodes), where=demand > 0)
        access.append(np.bincount(node, ratio[source] * weight, minlength=town.nodes))
        phases.mark("catchments")
    return access, pairs


@peer("W6", "access")
def catchments_of_capacity_with_access(folder, phases):
    from access import fca, weights
    from pandas import DataFrame

    phases.mark("import")
    town = Competition(folder, phases)
    access, pairs = [], 0
    people = DataFrame({"people": town.people})
    for name in SHARED:
        source, node, decimetres, capacity = town.pairs(name)
        pairs += len(source)
        phases.mark("pairs")
        found = fca.two_stage_fca(
            people, DataFrame({"capacity": capacity}),
            DataFrame({"origin": node, "dest": source, "cost": decimetres}), max_cost=WITHIN,
            demand_index=True, demand_name="people", supply_index=True, supply_name="capacity",
            weight_fn=weights.step_fn(STEPS),
        )  # fmt: skip
        # Where nobody lives in reach, access divides by zero.
        found = found.replace([np.inf], 0).reindex(range(town.nodes)).fillna(0)
        access.append(found.values)
        phases.mark("catchments")
    return town.values(access, pairs)


# W9: an extract of OpenStreetMap to a walking network

EARTH_RADIUS = 6_371_008.8  # metres: the mean radius of GRS 80
CLOSED_HIGHWAYS = {
    "motorway", "motorway_link", "trunk", "trunk_link", "construction", "proposed", "abandoned", "raceway",
    "bus_guideway", "razed", "no", "platform",
}  # fmt: skip
OPEN_ON_FOOT = {"yes", "designated", "permissive"}


def is_walkable(tags):
    highway, foot = tags.get("highway"), tags.get("foot")
    if highway is None or highway in CLOSED_HIGHWAYS or foot == "no":
        return False
    return tags.get("access") not in ("no", "private") or foot in OPEN_ON_FOOT


def haversine(longitude, latitude, start, end):
    """The lengths in metres between nodes, on a sphere."""
    x, y = np.radians(longitude), np.radians(latitude)
    half = np.sin((y[end] - y[start]) / 2) ** 2
    half += np.cos(y[start]) * np.cos(y[end]) * np.sin((x[end] - x[start]) / 2) ** 2
    return 2 * EARTH_RADIUS * np.arcsin(np.sqrt(half))


@peer("W9", "pyosmium")
def network_with_pyosmium(folder, phases):
    import osmium

    phases.mark("import")
    ids, longitude, latitude, sizes = [], [], [], []
    ways = (
        osmium.FileProcessor(os.path.join(folder, MAP_FILE), osmium.osm.WAY | osmium.osm.NODE)
        .with_locations()
        .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
        .with_filter(osmium.filter.KeyFilter("highway"))
    )
    for way in ways:
        if not is_walkable(way.tags):
            continue
        nodes = [node for node in way.nodes if node.location.valid()]
        if len(nodes) < 2:
            continue
        sizes.append(len(nodes))
        for node in nodes:
            ids.append(node.ref)
            longitude.append(node.lon)
            latitude.append(node.lat)
    phases.mark("read")
    ends = np.cumsum(sizes)
    is_first, is_last = np.zeros(len(ids), bool), np.zeros(len(ids), bool)
    is_first[ends - sizes] = True
    is_last[ends - 1] = True
    start = np.flatnonzero(~is_last)
    lengths = haversine(np.array(longitude), np.array(latitude), start, start + 1)
    nodes, node, uses = np.unique(np.array(ids), return_inverse=True, return_counts=True)
    is_junction = uses >= 2
    is_junction[node[is_first | is_last]] = True
    phases.mark("network")
    return {
        "ways": len(sizes),
        "nodes": len(nodes),
        "edges": len(start),
        "length_m": float(lengths.sum()),
        "junctions": int(is_junction.sum()),
        "split_edges": int((is_junction[node] & ~is_first).sum()),
    }


# W10b: buffers around the streets in reach

LIMITS = [4_000, 8_000, 12_000]  # decimetres
STREET_BUFFER = 30  # metres
STREET_QUADRANT_SEGMENTS = 8


@peer("W10b", "shapely")
def catchments_with_shapely(folder, phases):
    import networkx
    import shapely
    from scipy.spatial import cKDTree

    phases.mark("import")
    _, quarters = read_areas(folder, "quarters")
    x, y, start, end, decimetres = read_network(folder)
    nodes = np.stack([x, y], 1)
    phases.mark("load")
    origins = cKDTree(nodes).query(shapely.get_coordinates(shapely.centroid(quarters)))[1]
    phases.mark("snap")
    graph = networkx.Graph()
    graph.add_weighted_edges_from(zip(start.tolist(), end.tolist(), decimetres.tolist()))
    # Each edge leaves both its nodes: the edges at a node stand together.
    tail, head, length = np.concatenate([start, end]), np.concatenate([end, start]), np.tile(decimetres, 2)
    order = np.argsort(tail, kind="stable")
    tail, head, length = tail[order], head[order], length[order]
    phases.mark("build")
    counts = np.zeros((len(origins), len(LIMITS)), np.int64)
    areas = np.zeros(counts.shape)
    cost = np.full(len(nodes), np.inf)
    for row, origin in enumerate(origins):
        found = networkx.single_source_dijkstra_path_length(graph, int(origin), cutoff=LIMITS[-1])
        reached = np.fromiter(found.keys(), np.int64)
        cost[reached] = np.fromiter(found.values(), float)
        phases.mark("reach")
        leaving = np.flatnonzero(np.isin(tail, reached))
        for column, limit in enumerate(LIMITS):
            counts[row, column] = (cost[reached] <= limit).sum()
            arcs = leaving[cost[tail[leaving]] <= limit]
            part = np.minimum(1, (limit - cost[tail[arcs]]) / length[arcs])[:, None]
            first = nodes[tail[arcs]]
            lines = shapely.linestrings(np.stack([first, first + (nodes[head[arcs]] - first) * part], 1))
            buffers = shapely.buffer(lines, STREET_BUFFER, quad_segs=STREET_QUADRANT_SEGMENTS)
            areas[row, column] = shapely.area(shapely.union_all(buffers))
        cost[reached] = np.inf
        phases.mark("buffer+union")
    return {"nodes": counts.sum(0).tolist(), "nodehash": digest(counts), "buf": areas.sum(0).tolist()}
