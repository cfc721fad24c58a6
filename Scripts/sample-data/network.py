"""Lines made into a network: cut where they meet, near crossroads joined, loose parts dropped."""

import math
from dataclasses import dataclass

import shapes


@dataclass
class Street:
    """One line: its name, class and positions; `bridge` where it crosses the river or the railway."""

    name: str
    highway: str
    points: list
    bridge: bool = False


def cut(streets, heads):
    """All lines cut where they cross or share a position and at bridge heads; short tails dropped."""
    cuts = _crossings(streets)
    seen, shared = set(), set(heads)
    for street in streets:
        for point in street.points:
            (shared if point in seen else seen).add(point)
    pieces = []
    for index, street in enumerate(streets):
        line = [street.points[0]]
        for segment, end in enumerate(street.points[1:]):
            start = street.points[segment]
            stops = sorted(cuts.get((index, segment), ()), key=lambda point: math.dist(start, point))
            for point in stops + [end]:
                if point != line[-1]:
                    line.append(point)
                if (point in stops or point in shared) and len(line) > 1:
                    pieces.append(Street(street.name, street.highway, line))
                    line = [point]
        if len(line) > 1:
            pieces.append(Street(street.name, street.highway, line))
    return _without_tails(_merged(pieces))


def _crossings(streets):
    """The proper crossings of all pieces, by street and segment; found with a grid of 100 m squares."""
    grid = {}
    for index, street in enumerate(streets):
        for segment, (a, b) in enumerate(zip(street.points, street.points[1:])):
            for column in range(int(min(a[0], b[0]) // 100), int(max(a[0], b[0]) // 100) + 1):
                for row in range(int(min(a[1], b[1]) // 100), int(max(a[1], b[1]) // 100) + 1):
                    grid.setdefault((column, row), []).append((index, segment, a, b))
    cuts, done = {}, set()
    for square in grid.values():
        for first, (i, s, a, b) in enumerate(square):
            for j, t, c, d in square[first + 1:]:
                if (i, s, j, t) in done or (i == j and abs(s - t) <= 1):
                    continue
                done.add((i, s, j, t))
                point = None if {a, b} & {c, d} else shapes.crossing(a, b, c, d)
                if point is not None:
                    cuts.setdefault((i, s), []).append(point)
                    cuts.setdefault((j, t), []).append(point)
    return cuts


def _merged(pieces):
    """Crossroads nearer than 9 m become one, and pieces that shrink to nothing go."""
    home = {}

    def root(point):
        return _root(home, point)

    for piece in pieces:
        if shapes.length(piece.points) < 9:
            first, last = root(piece.points[0]), root(piece.points[-1])
            if first != last and not _is_tail(pieces, piece):
                home[last] = first
    result = []
    for piece in pieces:
        line = [root(piece.points[0])] + piece.points[1:-1] + [root(piece.points[-1])]
        if line[0] != line[-1] or len(line) > 3:
            result.append(Street(piece.name, piece.highway, line))
    return result


def _is_tail(pieces, piece):
    """Whether one end of a piece touches no other piece."""
    for end in (piece.points[0], piece.points[-1]):
        if sum(end in (other.points[0], other.points[-1]) for other in pieces) == 1:
            return True
    return False


def _without_tails(pieces):
    """Drops what was drawn a little beyond the last crossing: up to 12 m of a road, up to 45 m of a path."""
    def longest(piece):
        return 45 if piece.highway in ("path", "footway") else 12

    return [piece for piece in pieces
            if not (shapes.length(piece.points) < longest(piece) and _is_tail(pieces, piece))]


def main_component(pieces):
    """The largest connected part of the network."""
    home, sizes = {}, {}
    for piece in pieces:
        home[_root(home, piece.points[0])] = _root(home, piece.points[-1])
    for piece in pieces:
        part = _root(home, piece.points[0])
        sizes[part] = sizes.get(part, 0) + 1
    largest = max(sizes, key=lambda point: (sizes[point], point))
    return [piece for piece in pieces if _root(home, piece.points[0]) == largest]


def _root(home, point):
    """The representative of a point in a forest of joined points."""
    home.setdefault(point, point)
    while home[point] != point:
        point = home[point]
    return point
