"""The quarters as an exact coverage: every border is made once and used by both its sides."""

import random

import plan
import shapes

BORDER_STEP = 70.0


def resolve(points):
    """Node names replaced by their positions."""
    return [tuple(map(float, plan.NODES[point] if isinstance(point, str) else point)) for point in points]


class Borders:
    """The railway, the river and the borders on land as sampled lines."""

    def __init__(self, generator, corrected):
        self.rail = shapes.spline(resolve(plan.RAIL), BORDER_STEP)
        self.river = shapes.spline(resolve(plan.RIVER), BORDER_STEP)
        # Every border is drawn from the same random numbers in every year, so that only the corrected one differs.
        self.lines = {}
        for name, (points, amplitude) in plan.BORDERS.items():
            seed = generator.random()
            if corrected and name in plan.CORRECTED_BORDERS:
                points, amplitude = plan.CORRECTED_BORDERS[name]
            smooth = shapes.spline(resolve(points), BORDER_STEP)
            self.lines[name] = shapes.roughen(smooth, random.Random(seed), amplitude)

    def line(self, name):
        """A border by its name in the plan: `ring`, `-ring` or `river:V3:VA`."""
        if name.startswith("-"):
            return self.line(name[1:])[::-1]
        if ":" not in name:
            return self.lines[name]
        course, start, end = name.split(":")
        points = self.rail if course == "rail" else self.river
        first, last = (points.index(resolve([node])[0]) for node in (start, end))
        return points[first:last + 1] if first < last else points[last:first + 1][::-1]


def make_quarters(borders):
    """For each quarter: id, name and its closed rings, counter-clockwise, in metres."""
    return [(identifier, name, [_ring(borders, walk) for walk in walks]) for identifier, name, walks in plan.QUARTERS]


def _ring(borders, walk):
    ring = []
    for name in walk:
        piece = borders.line(name)
        assert not ring or ring[-1] == piece[0], f"{name} does not start where the border before it ends"
        ring += piece if not ring else piece[1:]
    assert ring[0] == ring[-1], f"{walk} does not close"
    return ring if shapes.signed_area(ring) > 0 else ring[::-1]


def quarter_at(quarters, point):
    """The id of the quarter that holds a point, or None."""
    for identifier, _, rings in quarters:
        if any(shapes.inside(point, ring) for ring in rings):
            return identifier
    return None
