"""Residents in cells of the European 100 m grid, the way a census publishes them."""

import math
from dataclasses import dataclass, field

import plan
import shapes
from mapping import degrees_to_laea, degrees_to_utm, laea_to_degrees, utm_to_degrees
from quarters import quarter_at

# Per quarter: residents at the end of 2022 without those of the accommodations, and the shares of foreign citizens,
# of under 18 and of 65 and over.
QUARTER_FIGURES = {
    "01": (2610, 0.13, 0.11, 0.24),
    "02": (3940, 0.23, 0.16, 0.15),
    "03": (5090, 0.13, 0.18, 0.20),
    "04": (870, 0.06, 0.28, 0.07),
    "05": (0, 0, 0, 0),
    "06": (3290, 0.08, 0.15, 0.27),
    "07": (4330, 0.28, 0.22, 0.19),
    "08": (2360, 0.05, 0.15, 0.30),
    "09": (780, 0.03, 0.17, 0.25),
}
RESIDENTIAL = {"residential": 1.0, "living_street": 1.0, "pedestrian": 1.0, "secondary": 0.6, "tertiary": 0.5}


@dataclass
class Cell:
    """One square: its south-west corner in EPSG:3035, its quarter (by the centre) and its counts."""

    east: int
    north: int
    quarter: str
    weight: float = 0.0
    counts: dict = field(default_factory=lambda: dict(einwohner=0, auslaender=0, unter18=0, ab65=0))

    @property
    def identifier(self):
        return f"CRS3035RES100mN{self.north}E{self.east}"

    def degrees(self):
        """The closed ring, counter-clockwise, longitude and latitude."""
        corners = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
        return [[round(value, 7) for value in laea_to_degrees(self.east + x, self.north + y)] for x, y in corners]


def to_laea(point):
    return degrees_to_laea(*utm_to_degrees(plan.ORIGIN[0] + point[0], plan.ORIGIN[1] + point[1]))


def from_laea(east, north):
    x, y = degrees_to_utm(*laea_to_degrees(east, north))
    return x - plan.ORIGIN[0], y - plan.ORIGIN[1]


def make_cells(random, quarters, streets, barriers):
    """The cells with the counts of 2022, sorted by id. Cells without residents are left out."""
    cells = _weighted_cells(random, quarters, streets, barriers)
    for identifier, (residents, *shares) in QUARTER_FIGURES.items():
        settle(random, [cell for cell in cells if cell.quarter == identifier], residents, shares)
    return cells


def _weighted_cells(random, quarters, streets, barriers):
    """Cells that touch neither the outside nor the works, weighted by the length of homely streets."""
    lengths = {}
    for street in streets:
        homely = RESIDENTIAL.get(street.highway, 0)
        walked, total = 5.0, shapes.length(street.points)
        while homely and walked < total:
            east, north = to_laea(shapes.along(street.points, walked)[0])
            key = (int(east // 100) * 100, int(north // 100) * 100)
            lengths[key] = lengths.get(key, 0) + 10 * homely
            walked += 10
    works = next(rings for identifier, _, rings in quarters if identifier == "05")[0]
    cells = []
    for (east, north), metres in sorted(lengths.items(), key=lambda entry: entry[0][::-1]):
        centre = from_laea(east + 50, north + 50)
        quarter = quarter_at(quarters, centre)
        # Half the diagonal is 70.7 m.
        if quarter in (None, "05") or shapes.distance_to_line(centre, works) < 72:
            continue
        if not all(quarter_at(quarters, from_laea(east + x, north + y)) for x in range(0, 101, 20)
                   for y in range(0, 101, 20)):
            continue
        spread = 0.9 if quarter == "07" else 0.35
        centrality = 1 + 0.8 * math.exp(-math.hypot(*centre) / 900)
        weight = metres * centrality * math.exp(spread * random.gauss(0, 1))
        # A middle on the tracks or in the river stands for people on one of the sides, nobody knows which.
        if all(shapes.distance_to_line(centre, line) > 5 for line in barriers):
            cells.append(Cell(east, north, quarter, weight))
    return cells


def settle(random, cells, residents, shares, everyone_foreign=False):
    """Adds residents to cells by weight (largest remainder), and draws their groups one by one."""
    total = sum(cell.weight for cell in cells)
    exact = [residents * cell.weight / total if total else 0 for cell in cells]
    whole = [int(value) for value in exact]
    order = sorted(range(len(cells)), key=lambda index: (whole[index] - exact[index], index))
    for index in order[:residents - sum(whole)]:
        whole[index] += 1
    for cell, number in zip(cells, whole):
        _draw(random, cell, number, shares, everyone_foreign)


def _draw(random, cell, residents, shares, everyone_foreign):
    foreign, young, old = shares
    # The mix differs from house to house.
    foreign = min(0.9, foreign * math.exp(0.45 * random.gauss(0, 1)))
    old = min(0.9 - young, old * math.exp(0.25 * random.gauss(0, 1)))
    for _ in range(residents):
        age = random.random()
        cell.counts["einwohner"] += 1
        cell.counts["unter18"] += age < young
        cell.counts["ab65"] += age > 1 - old
        cell.counts["auslaender"] += everyone_foreign or random.random() < (foreign if age < 1 - old else foreign / 2)
