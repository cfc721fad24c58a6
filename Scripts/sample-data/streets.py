"""The streets: main roads from the plan, residential streets from lattices."""

import math

import plan
import shapes
from names import StreetNames
from network import Street, cut, main_component

ROAD_STEP = 65.0
CLEAR_OF_BARRIER, CLEAR_OF_BORDER, CLEAR_OF_ROAD = 42.0, 32.0, 46.0


class Ground:
    """What the residential streets keep clear of."""

    def __init__(self, borders, quarters, roads):
        self.barriers = [borders.rail, borders.river]
        self.rings = {identifier: rings for identifier, _, rings in quarters}
        self.roads = [road.points for road in roads]

    def free(self, point, quarter):
        """Whether a crossroads may lie here."""
        ring = next((ring for ring in self.rings[quarter] if shapes.inside(point, ring)), None)
        return (
            ring is not None
            and shapes.distance_to_line(point, ring) > CLEAR_OF_BORDER
            and all(shapes.distance_to_line(point, line) > CLEAR_OF_BARRIER for line in self.barriers)
            and all(shapes.distance_to_line(point, line) > CLEAR_OF_ROAD for line in self.roads))

    def blocked(self, a, b, quarter):
        """Whether a piece would cross the river, the railway or the border of its quarter."""
        return any(shapes.crosses(a, b, line) for line in self.barriers + self.rings[quarter])

    def next_road(self, start, towards, reach):
        """Where a ray first meets a main road at no sharp angle, or None."""
        length = math.dist(start, towards)
        end = tuple(s + (t - s) * reach / length for s, t in zip(start, towards))
        hits = []
        for line in self.roads:
            for a, b in zip(line, line[1:]):
                hit = shapes.crossing(start, end, a, b)
                if hit is not None:
                    nx, ny = shapes.normal(a, b)
                    sine = abs(nx * (end[0] - start[0]) + ny * (end[1] - start[1])) / reach
                    hits.append((math.dist(start, hit), hit, sine))
        if not hits or min(hits)[2] < 0.6:
            return None
        return min(hits)[1]


def make_streets(random, borders, quarters):
    """All streets of the town with the footbridge of 2024, cut at crossings; the island stands last."""
    roads = _main_roads([borders.rail, borders.river])
    ground = Ground(borders, quarters, roads)
    names = StreetNames(random)
    lines = list(roads) + _riverside(borders)
    for area in plan.NEIGHBOURHOODS:
        lines += _lattice_streets(random, ground, area, *_square_lattice(random, area), names)
    lines += _lattice_streets(random, ground, plan.COMPASS, *_compass_lattice(plan.COMPASS), names)
    lines += _shortcuts()
    name, highway, points = plan.FOOTBRIDGE
    lines.append(Street(name, highway, _with_bridge_heads(_floats(points), ground.barriers)))
    island = [Street(name, highway, _floats(points)) for name, highway, points in plan.ISLAND]
    pieces = main_component(cut(lines, _heads(lines, ground.barriers))) + cut(island, set())
    for piece in pieces:
        piece.bridge = any(shapes.crosses(a, b, line) for line in ground.barriers
                           for a, b in zip(piece.points, piece.points[1:]))
    return pieces


def _floats(points):
    return [tuple(map(float, point)) for point in points]


def _main_roads(barriers):
    roads = []
    for name, highway, points in plan.MAIN_ROADS:
        placed = [plan.JUNCTIONS.get(p) or plan.NODES[p] if isinstance(p, str) else p for p in points]
        line = shapes.spline(_floats(placed), ROAD_STEP)
        roads.append(Street(name, highway, _with_bridge_heads(line, barriers)))
    return roads


def _with_bridge_heads(points, barriers):
    """The line with a position 30 m before and after each crossing of the river or the railway."""
    heads = []
    for barrier in barriers:
        walked = 0.0
        for a, b in zip(points, points[1:]):
            for c, d in zip(barrier, barrier[1:]):
                hit = shapes.crossing(a, b, c, d)
                if hit is not None:
                    heads += [walked + math.dist(a, hit) - 30, walked + math.dist(a, hit) + 30]
            walked += math.dist(a, b)
    for head in heads:
        place, segment = shapes.along(points, head)
        points = points[:segment + 1] + [place] + points[segment + 1:]
    return points


def _heads(roads, barriers):
    """The bridge heads themselves: roads are cut there, so that the bridge is a piece of its own."""
    found = set()
    for road in roads:
        for index, (a, b) in enumerate(zip(road.points, road.points[1:])):
            if any(shapes.crosses(a, b, barrier) for barrier in barriers):
                found |= {a, b}
    return found


def _riverside(borders):
    """Footpaths on both banks."""
    north = shapes.offset(borders.line("river:VA:V3"), -34)
    south = shapes.offset(borders.line("river:V5:V6"), 36)
    return [Street("Stadtufer", "footway", north), Street("Uferweg", "footway", south[2:-2])]


def _shortcuts():
    """Footpaths between quarters that no main road joins."""
    return [Street(name, highway, shapes.spline(_floats(points), ROAD_STEP))
            for name, highway, points in plan.SHORTCUTS]


def _square_lattice(random, area):
    """The crossroads of a slanting lattice that wanders a little, within an ellipse; and their street numbers."""
    turn = math.radians(area["angle"])
    (cx, cy), (dx, dy), (rx, ry) = area["centre"], area["spacing"], area["reach"]
    phase = [random.random() * math.tau for _ in range(4)]
    nodes = {}
    for i in range(-int(rx / dx) - 1, int(rx / dx) + 2):
        for j in range(-int(ry / dy) - 1, int(ry / dy) + 2):
            # Every second column is moved by a third of a block, so that few streets run straight through.
            u, v = i * dx, j * dy + (dy / 3 if i % 3 == 1 else 0)
            if (u / rx) ** 2 + (v / ry) ** 2 > 1:
                continue
            u += area["wander"] * (math.sin(v / 190 + phase[0]) + math.sin(v / 70 + phase[1]))
            v += area["wander"] * (math.sin(u / 230 + phase[2]) + math.sin(u / 90 + phase[3]))
            nodes[i, j] = (cx + u * math.cos(turn) - v * math.sin(turn), cy + u * math.sin(turn) + v * math.cos(turn))
    return nodes, lambda i, j: (i + 1, j), lambda i, j: (i, j + 1)


def _compass_lattice(area):
    """The crossroads of rings and spokes."""
    nodes, spokes = {}, area["spokes"]
    for i in range(spokes):
        for j, radius in enumerate(area["rings"]):
            angle = math.tau * (i + 0.35 * j) / spokes
            nodes[i, j] = (area["centre"][0] + 1.15 * radius * math.cos(angle),
                           area["centre"][1] + radius * math.sin(angle))
    return nodes, lambda i, j: ((i + 1) % spokes, j), lambda i, j: (i, j + 1)


def _lattice_streets(random, ground, area, nodes, right, up, names):
    """The pieces between free neighbouring crossroads, and links from them to the main roads."""
    quarter = area["quarter"]
    free = {key for key in nodes if ground.free(nodes[key], quarter)}
    streets = []
    for key in nodes:
        for direction, neighbour in (("right", right(*key)), ("up", up(*key))):
            if neighbour not in nodes:
                continue
            a, b = nodes[key], nodes[neighbour]
            row = (direction, key[1] if direction == "right" else key[0])
            if key in free and neighbour in free:
                if random.random() >= area["gaps"] and not ground.blocked(a, b, quarter):
                    streets.append((row, [a, b], False))
            elif key in free or neighbour in free:
                start, towards = (a, b) if key in free else (b, a)
                hit = ground.next_road(start, towards, 1.7 * math.dist(a, b))
                if hit is not None and not ground.blocked(start, hit, quarter):
                    streets.append((row, [start, _beyond(start, hit)], True))
    if area.get("stubs"):
        streets += _stubs(random, ground, quarter, streets)
    return [Street(names.of((area["quarter"], area["centre"]), row, area["endings"], random), area["highway"], points)
            for row, points, _ in _spread(streets)]


def _beyond(start, hit):
    """A point one metre past the hit, so that the pieces cross properly; the rest is cut off later."""
    length = math.dist(start, hit)
    return tuple(h + (h - s) / length for s, h in zip(start, hit))


def _spread(streets):
    """Drops links that would meet a main road within 25 m of another link."""
    kept, ends = [], []
    for row, points, link in streets:
        if link:
            if any(math.dist(points[1], end) < 25 for end in ends):
                continue
            ends.append(points[1])
        kept.append((row, points, link))
    return kept


def _stubs(random, ground, quarter, streets):
    """Cul-de-sacs into the blocks of the estate, from the middle of every other piece."""
    stubs = []
    for row, (a, b), link in streets:
        if link or random.random() < 0.45:
            continue
        nx, ny = shapes.normal(a, b)
        reach = (42 + 26 * random.random()) * (1 if random.random() < 0.5 else -1)
        middle = ((a[0] + b[0]) / 2 + 0.01 * nx, (a[1] + b[1]) / 2 + 0.01 * ny)
        # It starts a little before the piece so that the two cross properly.
        start = (middle[0] - math.copysign(1, reach) * nx, middle[1] - math.copysign(1, reach) * ny)
        end = (middle[0] + reach * nx, middle[1] + reach * ny)
        if ground.free(end, quarter):
            stubs.append((row, [start, end], False))
    return stubs
