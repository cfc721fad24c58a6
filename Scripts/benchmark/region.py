"""Shapes of an invented region: borders, towns of quarters, street networks, blobs.

All coordinates are metres (EPSG:25832). Every function draws from the generator it is given in a fixed order: the
order of the draws, and of the floating-point operations, is what keeps the named sizes identical byte for byte.
"""

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree
from scipy.spatial import Voronoi, cKDTree

TOWN_AREA_PER_NODE = 6667.0  # square metres of town for each street node: blocks of about 80 m
BORDER_SEGMENT = 55.0  # metres between two vertices of a quarter's border
ARTERIAL_EVERY = 7  # every seventh grid line is a street without gaps
EDGES_PER_NODE = 1.3  # a mean degree of 2.6


def rotation(angle):
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def lengths(vectors):
    return np.hypot(*vectors.T)


def left_normals(vectors):
    return np.stack([-vectors[:, 1], vectors[:, 0]], 1)


def displaced_line(start, end, segments, amplitude, rng):
    """The interior points of a line broken into `segments` (a power of two) by midpoint displacement."""
    points = np.array([start, end])
    while len(points) - 1 < segments:
        before, after = points[:-1], points[1:]
        direction = after - before
        offset = rng.uniform(-1, 1, len(direction)) * amplitude
        middle = (before + after) / 2 + left_normals(direction) * offset[:, None]
        refined = np.empty((len(points) + len(middle), 2))
        refined[0::2] = points
        refined[1::2] = middle
        points = refined
    return points[1:-1]


def town_quarters(count, quarter_area, centre, rng):
    """A town of `count` quarters: (seeds of the quarters and of the cells around them, the quarters' open rings).

    Quarters are the innermost Voronoi cells of a jittered triangular lattice; a border is broken once and shared by
    its two quarters, vertex by vertex. The first `count` seeds belong to the quarters.
    """
    seeds = _lattice_seeds(count, quarter_area, rng)
    voronoi = Voronoi(seeds)
    borders, borders_of = _borders(voronoi, count, rng)
    for _ in range(5):
        rings = [_ring(voronoi.vertices, borders, borders_of[quarter]) for quarter in range(count)]
        crossing = [quarter for quarter in range(count) if not _is_valid_ring(rings[quarter])]
        if not crossing:
            break
        for quarter in crossing:
            _straighten(voronoi.vertices, borders, borders_of[quarter])
    return seeds + centre, [ring + centre for ring in rings]


def _lattice_seeds(count, quarter_area, rng):
    spacing = np.sqrt(quarter_area * 2 / np.sqrt(3))
    radius = np.sqrt(count * quarter_area / np.pi) + 4 * spacing
    reach = int(np.ceil(radius / spacing)) + 2
    column, row = np.meshgrid(np.arange(-reach, reach + 1), np.arange(-reach, reach + 1))
    column, row = column.ravel(), row.ravel()
    lattice = np.stack([(column + (row % 2) * 0.5) * spacing, row * spacing * np.sqrt(3) / 2], 1)
    seeds = lattice + rng.uniform(-0.28, 0.28, (len(column), 2)) * spacing
    angle = rng.uniform(0, np.pi)
    stretch = rng.uniform(0.8, 1.0)
    turned = seeds @ rotation(angle)
    distance = np.hypot(turned[:, 0] * stretch, turned[:, 1] / stretch)
    return seeds[np.argsort(distance, kind="stable")]


def _borders(voronoi, count, rng):
    """Borders by ridge number, each [first vertex, last vertex, points between], and the ridges of each quarter."""
    borders, borders_of = {}, [[] for _ in range(count)]
    for ridge, (cells, ends) in enumerate(zip(voronoi.ridge_points, voronoi.ridge_vertices)):
        if min(cells) >= count or -1 in ends:
            continue
        first, last = voronoi.vertices[ends[0]], voronoi.vertices[ends[1]]
        length = np.hypot(*(last - first))
        segments = 1 << max(0, int(np.round(np.log2(max(length, 1) / BORDER_SEGMENT))))
        borders[ridge] = [ends[0], ends[1], displaced_line(first, last, segments, 0.09, rng)]
        for cell in cells:
            if cell < count:
                borders_of[cell].append(ridge)
    return borders, borders_of


def _ring(vertices, borders, ridges):
    """The ring that a quarter's borders close to, counter-clockwise, without the repeated first vertex."""
    remaining = {ridge: borders[ridge] for ridge in ridges}
    start, end, between = remaining.pop(ridges[0])
    chain = [vertices[start][None], between]
    while end != start:
        for ridge, (first, last, between) in remaining.items():
            if first == end:
                chain += [vertices[first][None], between]
                end = last
                break
            if last == end:
                chain += [vertices[last][None], between[::-1]]
                end = first
                break
        remaining.pop(ridge)
    ring = np.concatenate(chain)
    following = np.roll(ring, -1, axis=0)
    doubled_area = np.sum(ring[:, 0] * following[:, 1] - following[:, 0] * ring[:, 1])
    return ring if doubled_area > 0 else ring[::-1]


def _is_valid_ring(ring):
    return shapely.is_valid(shapely.polygons(np.vstack([ring, ring[:1]])))


def _straighten(vertices, borders, ridges):
    for ridge in ridges:
        first, last, between = borders[ridge]
        part = np.linspace(0, 1, len(between) + 2)[1:-1, None]
        borders[ridge][2] = vertices[first] * (1 - part) + vertices[last] * part


def street_network(seeds, count, centre, radius, rng):
    """Street nodes within the quarters of a town, and pairs of nodes: a connected, jittered, turned grid with gaps."""
    spacing = np.sqrt(TOWN_AREA_PER_NODE)
    reach = int(radius / spacing) + 2
    width = 2 * reach + 1
    column, row = np.meshgrid(np.arange(width), np.arange(width))
    angle = rng.uniform(0, np.pi / 2)
    column, row = column.ravel(), row.ravel()
    grid = np.stack([(column - reach) * spacing, (row - reach) * spacing], 1)
    grid = grid + rng.uniform(-0.3, 0.3, (width * width, 2)) * spacing
    grid = grid @ rotation(angle) + centre
    in_town = cKDTree(seeds).query(grid)[1] < count

    index = np.arange(width * width).reshape(width, width)
    along_rows = np.stack([index[:, :-1].ravel(), index[:, 1:].ravel()], 1)
    along_columns = np.stack([index[:-1].ravel(), index[1:].ravel()], 1)
    edges = np.concatenate([along_rows, along_columns])
    lies_in_row = (edges[:, 1] - edges[:, 0]) == 1
    line = np.where(lies_in_row, row[edges[:, 0]], column[edges[:, 0]])
    arterial = line % ARTERIAL_EVERY == 0
    inside = in_town[edges[:, 0]] & in_town[edges[:, 1]]
    edges, arterial = edges[inside], arterial[inside]
    weight = np.where(arterial, 0.001, 1.0) + rng.uniform(0, 0.5, len(edges))

    adjacency = coo_matrix((weight, (edges[:, 0], edges[:, 1])), shape=(width * width, width * width))
    component = connected_components(adjacency, directed=False)[1]
    kept = in_town & (component == np.bincount(component[in_town]).argmax())
    inside = kept[edges[:, 0]] & kept[edges[:, 1]]
    edges, arterial, weight = edges[inside], arterial[inside], weight[inside]
    edges = (np.cumsum(kept) - 1)[edges]
    nodes = grid[kept]
    return nodes, _thinned(edges, arterial, weight, len(nodes), rng)


def _thinned(edges, arterial, weight, node_count, rng):
    """Keeps a spanning tree and the arterials, and of the rest as many as the wanted mean degree needs."""
    tree = minimum_spanning_tree(
        coo_matrix((weight, (edges[:, 0], edges[:, 1])), shape=(node_count, node_count))
    ).tocoo()
    forward = tree.row.astype(np.int64) * node_count + tree.col
    backward = tree.col.astype(np.int64) * node_count + tree.row
    in_tree = np.isin(edges[:, 0].astype(np.int64) * node_count + edges[:, 1], np.concatenate([forward, backward]))
    kept = in_tree | arterial
    spare = np.flatnonzero(~kept)
    missing = max(0, int(EDGES_PER_NODE * node_count) - kept.sum())
    kept[rng.choice(spare, min(missing, len(spare)), replace=False)] = True
    return edges[kept]


def link_roads(nodes_of, centres, first_node, rng):
    """Roads along the spanning tree of the towns' centres: (more nodes, more edges), one entry for each road."""
    centres = np.array(centres)
    distance = np.hypot(
        centres[:, None, 0] - centres[None, :, 0], centres[:, None, 1] - centres[None, :, 1]
    )
    tree = minimum_spanning_tree(distance).tocoo()
    next_node = first_node[-1]
    nodes, edges = [], []
    for here, there in zip(tree.row, tree.col):
        start_index = lengths(nodes_of[here] - centres[there]).argmin()
        end_index = lengths(nodes_of[there] - nodes_of[here][start_index]).argmin()
        start, end = nodes_of[here][start_index], nodes_of[there][end_index]
        hundreds = max(1, int(np.hypot(*(end - start)) / 100))
        between = displaced_line(start, end, 1 << int(np.ceil(np.log2(hundreds + 1))), 0.1, rng)
        chain = np.concatenate(
            [
                [first_node[here] + start_index],
                next_node + np.arange(len(between)),
                [first_node[there] + end_index],
            ]
        )
        next_node += len(between)
        nodes.append(between)
        edges.append(np.stack([chain[:-1], chain[1:]], 1))
    return nodes, edges


def blob(centre, radius, vertices, rng):
    """A star-shaped outline around a centre, without the repeated first vertex."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, vertices))
    distance = np.ones(vertices)
    for frequency in range(2, 9):
        amplitude = rng.normal(0, 0.35 / frequency)
        distance += amplitude * np.cos(frequency * angle + rng.uniform(0, 6.28))
    distance = np.clip(distance * (1 + rng.normal(0, 0.01, vertices)), 0.25, 2.2) * radius
    return np.stack([centre[0] + distance * np.cos(angle), centre[1] + distance * np.sin(angle)], 1)
