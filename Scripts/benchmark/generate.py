#!/usr/bin/env python3
"""Invents a region to measure on, the same for the same options.

    generate.py --size M --output bench-data/M
    generate.py --quarters 40 --addresses 50000 --places 800 --seed 7 --output bench-data/mine

Towns of quarters (Voronoi cells with broken, shared borders), a jittered street network in each, roads between the
towns, addresses and places beside the streets, and focus areas that lie across the quarters. It is built in EPSG:25832
and written as GeoJSON (WGS 84, 7 decimals), CSV and OpenStreetMap PBF, with a manifest of counts and checksums. Street
lengths are whole decimetres: every correct program gets equal network distances.
"""

import argparse
import os
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree

import region
import region_files
import region_map
from workloads import CATEGORIES

CATEGORY_SHARES = [0.20, 0.16, 0.10, 0.12, 0.10, 0.06, 0.06, 0.06, 0.04, 0.04, 0.04, 0.02]
CATEGORIES_WITHOUT_CAPACITY = [0, 1]
REGION_CENTRE = np.array([500000.0, 5650000.0])  # EPSG:25832
SHARE_OF_LAND_IN_TOWNS = 0.20
LARGEST_FREE_TOWN = 300  # quarters
SHARE_UNDER_18 = 0.17


@dataclass(frozen=True)
class Size:
    """What to invent: quarters of each town, and totals for the region."""

    name: str
    towns: tuple
    nodes_per_quarter: int
    addresses: int
    places: int
    people_per_address: float
    seed: int
    has_whole_map: bool = False  # bends, buildings and places in net.osm.pbf, not only streets

    @property
    def quarter_area(self):
        return self.nodes_per_quarter * region.TOWN_AREA_PER_NODE


SIZES = {
    "T": Size("T", (25,), 400, 12_000, 350, 2.1, 14, has_whole_map=True),
    "S": Size("S", (20,), 400, 10_000, 300, 6.0, 11),
    "M": Size("M", (150,), 1000, 200_000, 5_000, 8.0, 12),
    "L": Size("L", (300, *[150] * 4, *[60] * 20, *[25] * 60, *[8] * 175), 500, 3_000_000, 100_000, 3.6, 13),
}


def parse_size():
    """The size asked for, and the folder to write to."""
    parser = argparse.ArgumentParser(
        description="Invents a region to measure on.",
        epilog="The other options change single values of the named size.",
    )
    parser.add_argument("--size", choices=SIZES, default="S", help="a named size (default: S)")
    parser.add_argument("--quarters", type=int, help=f"quarters, in towns of at most {LARGEST_FREE_TOWN}")
    parser.add_argument("--addresses", type=int)
    parser.add_argument("--places", type=int)
    parser.add_argument("--nodes-per-quarter", type=int, help="street nodes for each quarter; it sets the area, too")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--output", required=True, metavar="DIR")
    options = parser.parse_args()

    changes = {
        name: getattr(options, name)
        for name in ["addresses", "places", "nodes_per_quarter", "seed"]
        if getattr(options, name) is not None
    }
    if options.quarters is not None:
        full, rest = divmod(options.quarters, LARGEST_FREE_TOWN)
        changes["towns"] = (LARGEST_FREE_TOWN,) * full + ((rest,) if rest else ())
    limits = {"addresses": 1, "places": len(CATEGORIES), "nodes_per_quarter": 20, "seed": 0}
    for name, least in limits.items():
        if changes.get(name, least) < least:
            parser.error(f"--{name.replace('_', '-')} must be at least {least}")
    if options.quarters is not None and options.quarters < 1:
        parser.error("--quarters must be at least 1")
    if changes:
        changes["name"] = os.path.basename(os.path.normpath(options.output))
    return replace(SIZES[options.size], **changes), options.output


@dataclass
class Streets:
    nodes: np.ndarray  # x and y of each node
    edges: np.ndarray  # pairs of node numbers
    decimetres: np.ndarray  # length of each edge
    town_edges: int  # so many edges lie in towns; the others are roads between them


@dataclass
class Region:
    quarter_rings: list
    quarter_towns: list
    quarter_seeds: np.ndarray
    town_centres: list
    town_radii: list
    streets: Streets


def place_towns(size, rng):
    """Centres and radii of towns that do not overlap."""
    centres, radii = [], []
    half_width = np.sqrt(sum(size.towns) * size.quarter_area / SHARE_OF_LAND_IN_TOWNS) / 2
    for quarters in size.towns:
        radius = np.sqrt(quarters * size.quarter_area / np.pi) * 1.3 + 1500
        while True:
            offset = rng.uniform(-half_width, half_width, 2) if len(size.towns) > 1 else 0
            centre = REGION_CENTRE + offset
            if all(np.hypot(*(centre - other)) > radius + reach for other, reach in zip(centres, radii)):
                break
        centres.append(centre)
        radii.append(radius)
    return centres, radii


def build_region(size, rng):
    centres, radii = place_towns(size, rng)
    rings, towns, seeds, nodes, edges = [], [], [], [], []
    first_node = [0]
    for town, (quarters, centre, radius) in enumerate(zip(size.towns, centres, radii)):
        town_seeds, town_rings = region.town_quarters(quarters, size.quarter_area, centre, rng)
        rings += town_rings
        towns += [town] * quarters
        seeds.append(town_seeds[:quarters])
        town_nodes, town_edges = region.street_network(town_seeds, quarters, centre, radius, rng)
        nodes.append(town_nodes)
        edges.append(town_edges + first_node[-1])
        first_node.append(first_node[-1] + len(town_nodes))
    edges_in_towns = sum(map(len, edges))
    if len(centres) > 1:
        more_nodes, more_edges = region.link_roads(nodes, centres, first_node, rng)
        nodes += more_nodes
        edges += more_edges
    streets = number_streets(np.concatenate(nodes), np.concatenate(edges), edges_in_towns, rng)
    return Region(rings, towns, np.concatenate(seeds), centres, radii, streets)


def number_streets(nodes, edges, town_edges, rng):
    """Numbers the nodes in shuffled blocks, as extracts of OpenStreetMap do, and measures the edges."""
    count = len(nodes)
    order = np.argsort((np.arange(count) // 64) * 1.0 + rng.uniform(0, 40, count), kind="stable")
    number = np.empty(count, np.int64)
    number[order] = np.arange(count)
    edges, nodes = number[edges], nodes[order]
    straight = region.lengths(nodes[edges[:, 0]] - nodes[edges[:, 1]])
    decimetres = np.maximum(10, np.rint(straight * 10 * rng.uniform(1.02, 1.30, len(edges)))).astype(np.int64)
    return Streets(nodes, edges, decimetres, town_edges)


def foreign_shares(quarter_seeds, rng):
    """Share of foreign residents of each quarter: smooth over the map, between 4 and 54 percent."""
    smooth = sum(
        rng.normal() * np.sin(quarter_seeds @ rng.normal(0, 1 / 9000.0, 2) + rng.uniform(0, 6)) for _ in range(8)
    )
    return 0.04 + 0.5 / (1 + np.exp(-(smooth - 0.8 + rng.normal(0, 0.4, len(quarter_seeds)))))


def edge_weights(built):
    """How likely an address lies at each edge: denser towards the centre of a town, hardly any between towns."""
    streets = built.streets
    middle = (streets.nodes[streets.edges[:, 0]] + streets.nodes[streets.edges[:, 1]]) / 2
    distance, town = cKDTree(np.array(built.town_centres)).query(middle)
    weight = np.exp(-1.5 * distance / np.array(built.town_radii)[town])
    weight[streets.town_edges :] *= 0.02
    weight /= weight.sum()
    return weight


def beside_streets(streets, count, nearest, farthest, weight, rng):
    """Points at `nearest` to `farthest` metres from an edge, on either side."""
    edge = rng.choice(len(streets.edges), count, p=weight)
    part = rng.uniform(0.08, 0.92, count)[:, None]
    start, end = streets.nodes[streets.edges[edge, 0]], streets.nodes[streets.edges[edge, 1]]
    direction = end - start
    normal = region.left_normals(direction) / np.maximum(1, region.lengths(direction))[:, None]
    offset = rng.uniform(nearest, farthest, count) * rng.choice([-1, 1], count)
    return start + direction * part + normal * offset[:, None]


def people(size, addresses, built, share, rng):
    """Residents of each address, and how many of them are foreign and under 18."""
    mean = size.people_per_address
    residents = 1 + rng.negative_binomial(1.2, 1.2 / (1.2 + mean - 1), size.addresses)
    quarter = cKDTree(built.quarter_seeds).query(addresses)[1]
    return residents, rng.binomial(residents, share[quarter]), rng.binomial(residents, SHARE_UNDER_18)


def focus_areas(size, quarter_seeds, rng):
    """Areas as lists of parts, a part being its rings: some have a hole, a second part, or cross themselves."""
    count = max(8, int(len(quarter_seeds) * 0.6))
    quarters = rng.choice(len(quarter_seeds), count)
    areas = []
    for number in range(count):
        centre = quarter_seeds[quarters[number]] + rng.normal(0, 0.35, 2) * np.sqrt(size.quarter_area)
        radius = np.sqrt(size.quarter_area) * 0.28 * rng.uniform(0.5, 1.6)
        vertices = int(rng.integers(50, 400))
        outline = region.blob(centre, radius, vertices, rng)
        parts = [[outline]]
        if number % 7 == 3:
            hole = centre + (outline[:: max(1, vertices // 40)] - centre) * 0.3
            parts[0].append(hole[::-1])
        if number % 11 == 5:
            parts.append([region.blob(centre + np.array([radius * 3.2, 0]), radius * 0.4, 60, rng)])
        if number % 50 == 7:
            swapped, other = vertices // 3, vertices // 3 + 5
            outline[[swapped, other]] = outline[[other, swapped]]
            parts[0] = [outline]
        areas.append(parts)
    return areas


def main():
    size, folder = parse_size()
    rng = np.random.default_rng(size.seed)

    built = build_region(size, rng)
    share = foreign_shares(built.quarter_seeds, rng)
    weight = edge_weights(built)
    addresses = beside_streets(built.streets, size.addresses, 9, 24, weight, rng)
    residents, foreign, minors = people(size, addresses, built, share, rng)
    central = weight**1.4
    places = beside_streets(built.streets, size.places, 8, 30, central / central.sum(), rng)
    category = rng.choice(len(CATEGORIES), size.places, p=CATEGORY_SHARES)
    capacity = rng.integers(5, 120, size.places)
    capacity[np.isin(category, CATEGORIES_WITHOUT_CAPACITY)] = 0
    areas = focus_areas(size, built.quarter_seeds, rng)
    if len(np.unique(category)) < len(CATEGORIES):
        raise SystemExit("generate.py: a category has no place at all; take more places or another seed")

    os.makedirs(folder, exist_ok=True)
    region_files.write_quarters(folder, built)
    region_files.write_focus_areas(folder, areas)
    region_files.write_addresses(folder, addresses, residents, foreign, minors)
    region_files.write_places(folder, places, category, capacity)
    region_files.write_streets(folder, built.streets)
    region_map.write_map(folder, built.streets, addresses, places, category, size.has_whole_map)
    cells = region_files.write_grid(folder, addresses, residents)
    counts = {"focus": len(areas), "cells": cells, "residents": int(residents.sum())}
    region_files.write_manifest(folder, size, built, counts)
    print(
        f"{folder}: size {size.name}, seed {size.seed}, {len(built.quarter_rings)} quarters, "
        f"{size.addresses} addresses, {size.places} places"
    )


if __name__ == "__main__":
    main()
