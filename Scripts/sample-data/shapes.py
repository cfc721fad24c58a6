"""Plane geometry on lists of (x, y) tuples in metres."""

import math


def spline(points, step):
    """A Catmull-Rom curve through all points, sampled about every `step` metres; the points stay as they are."""
    curve = [points[0]]
    for index in range(len(points) - 1):
        before = points[max(index - 1, 0)]
        start, end = points[index], points[index + 1]
        after = points[min(index + 2, len(points) - 1)]
        pieces = max(1, round(math.dist(start, end) / step))
        for piece in range(1, pieces):
            curve.append(tuple(_blend(piece / pieces, *axis) for axis in zip(before, start, end, after)))
        curve.append(end)
    return curve


def _blend(t, a, b, c, d):
    return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def closed_spline(points, step):
    """A closed Catmull-Rom curve; the first position stands at the end again."""
    count = len(points)
    wide = spline([points[-1]] + points + points[:2], step)
    first = wide.index(points[0])
    last = len(wide) - 1 - wide[::-1].index(points[0]) if count > 1 else len(wide) - 1
    return wide[first:last + 1]


def roughen(points, random, amplitude):
    """The line with its inner positions moved sideways by up to `amplitude` metres, as parcel borders do."""
    rough = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:]):
        nx, ny = normal(before, after)
        shift = amplitude * (2 * random.random() - 1)
        rough.append((here[0] + shift * nx, here[1] + shift * ny))
    return rough + [points[-1]]


def normal(start, end):
    """The unit vector to the left of the direction from start to end."""
    length = math.dist(start, end)
    return (start[1] - end[1]) / length, (end[0] - start[0]) / length


def offset(points, distance):
    """The line moved to its left by `distance` metres; good for gentle curves only."""
    moved = []
    for index, point in enumerate(points):
        nx, ny = normal(points[max(index - 1, 0)], points[min(index + 1, len(points) - 1)])
        moved.append((point[0] + distance * nx, point[1] + distance * ny))
    return moved


def length(points):
    """The length of a line in metres."""
    return sum(math.dist(a, b) for a, b in zip(points, points[1:]))


def along(points, distance):
    """The position `distance` metres along a line, and the index of the piece it lies on."""
    for index, (a, b) in enumerate(zip(points, points[1:])):
        piece = math.dist(a, b)
        if distance <= piece and piece > 0:
            t = distance / piece
            return (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])), index
        distance -= piece
    return points[-1], len(points) - 2


def signed_area(ring):
    """Half the cross sum of a closed ring: positive when it runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def inside(point, ring):
    """Whether a point lies inside a closed ring (even-odd rule)."""
    x, y = point
    result = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            result = not result
    return result


def distance_to_segment(point, start, end):
    """The distance of a point from a straight piece, in metres."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    if square == 0:
        return math.dist(point, start)
    t = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square
    t = min(1.0, max(0.0, t))
    return math.hypot(point[0] - start[0] - t * dx, point[1] - start[1] - t * dy)


def distance_to_line(point, points):
    """The distance of a point from a line, in metres."""
    return min(distance_to_segment(point, a, b) for a, b in zip(points, points[1:]))


def crossing(a, b, c, d):
    """Where the pieces a–b and c–d cross properly, or None."""
    denominator = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if denominator == 0:
        return None
    t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / denominator
    u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / denominator
    if 0 <= t <= 1 and 0 <= u <= 1:
        return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])
    return None


def crosses(a, b, points):
    """Whether the piece a–b crosses a line."""
    return any(crossing(a, b, c, d) is not None for c, d in zip(points, points[1:]))
