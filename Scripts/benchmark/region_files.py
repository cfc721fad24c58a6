"""Writes the layers of an invented region: GeoJSON in WGS 84 with 7 decimals, CSV, and a manifest with checksums."""

import hashlib
import json
import os

import numpy as np
from pyproj import Transformer

from workloads import CATEGORIES, MAP_FILE

FOCUS_KINDS = ["wohnen", "ankommen", "stadtumbau"]
QUARTERS_PER_DISTRICT = 6
COLLECTION_HEAD = '{"type":"FeatureCollection","features":[\n'
COLLECTION_TAIL = "\n]}\n"
FILES = [
    "quarters.geojson",
    "focus.geojson",
    "addresses.geojson",
    "places.geojson",
    "nodes.csv",
    "edges.csv",
    "grid100m.csv",
    MAP_FILE,
]


def to_degrees(points):
    transformer = Transformer.from_crs(25832, 4326, always_xy=True)
    longitude, latitude = transformer.transform(points[:, 0], points[:, 1])
    return np.round(np.stack([longitude, latitude], 1), 7)


def position(point):
    return "[%.7f,%.7f]" % tuple(point)


def ring_text(ring):
    degrees = to_degrees(np.vstack([ring, ring[:1]]))
    degrees[-1] = degrees[0]
    return "[" + ",".join(map(position, degrees.tolist())) + "]"


def part_text(part):
    return "[" + ",".join(map(ring_text, part)) + "]"


def create(folder, name):
    return open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n")


def write_collection(folder, name, features):
    """Writes features, given as text, one a line."""
    with create(folder, name) as file:
        file.write(COLLECTION_HEAD)
        for number, feature in enumerate(features):
            file.write(",\n" + feature if number else feature)
        file.write(COLLECTION_TAIL)


def write_quarters(folder, built):
    write_collection(
        folder,
        "quarters.geojson",
        (
            '{"type":"Feature","id":%d,"properties":{"qid":%d,"name":"Quartier %d Südstadt/Höhe","district":%d,'
            '"town":%d},"geometry":{"type":"Polygon","coordinates":[%s]}}'
            % (number, number, number, number // QUARTERS_PER_DISTRICT, town, ring_text(ring))
            for number, (ring, town) in enumerate(zip(built.quarter_rings, built.quarter_towns))
        ),
    )


def write_focus_areas(folder, areas):
    def geometry(parts):
        if len(parts) == 1:
            return '{"type":"Polygon","coordinates":%s}' % part_text(parts[0])
        return '{"type":"MultiPolygon","coordinates":[%s]}' % ",".join(map(part_text, parts))

    write_collection(
        folder,
        "focus.geojson",
        (
            '{"type":"Feature","id":%d,"properties":{"fid":%d,"kind":"%s"},"geometry":%s}'
            % (number, number, FOCUS_KINDS[number % len(FOCUS_KINDS)], geometry(parts))
            for number, parts in enumerate(areas)
        ),
    )


def write_addresses(folder, addresses, residents, foreign, minors):
    degrees = to_degrees(addresses)
    rows = zip(residents.tolist(), foreign.tolist(), minors.tolist(), degrees[:, 0].tolist(), degrees[:, 1].tolist())
    write_collection(
        folder,
        "addresses.geojson",
        (
            '{"type":"Feature","properties":{"aid":%d,"pop":%d,"foreign":%d,"u18":%d},'
            '"geometry":{"type":"Point","coordinates":[%.7f,%.7f]}}' % (number, *row)
            for number, row in enumerate(rows)
        ),
    )


def write_places(folder, places, category, capacity):
    write_collection(
        folder,
        "places.geojson",
        (
            '{"type":"Feature","properties":{"pid":%d,"category":"%s","capacity":%d,"name":"Träger %d"},'
            '"geometry":{"type":"Point","coordinates":%s}}'
            % (number, CATEGORIES[category[number]], capacity[number], number, position(point))
            for number, point in enumerate(to_degrees(places).tolist())
        ),
    )


def write_streets(folder, streets):
    with create(folder, "nodes.csv") as file:
        file.write("node,lon,lat\n")
        file.writelines("%d,%.7f,%.7f\n" % (n, *point) for n, point in enumerate(to_degrees(streets.nodes).tolist()))
    with create(folder, "edges.csv") as file:
        file.write("u,v,len_dm\n")
        rows = zip(streets.edges.tolist(), streets.decimetres.tolist())
        file.writelines("%d,%d,%d\n" % (*nodes, length) for nodes, length in rows)


def write_grid(folder, addresses, residents):
    """Residents on the 100 m cells of EPSG:3035, as the census publishes them; returns the number of cells."""
    east, north = Transformer.from_crs(25832, 3035, always_xy=True).transform(addresses[:, 0], addresses[:, 1])
    cell = (np.floor(north / 100).astype(np.int64) << 32) | np.floor(east / 100).astype(np.int64)
    cells, cell_of_address = np.unique(cell, return_inverse=True)
    counts = np.bincount(cell_of_address, residents).astype(int)
    with create(folder, "grid100m.csv") as file:
        file.write("Gitter_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n")
        for key, count in zip(cells.tolist(), counts.tolist()):
            row, column = key >> 32, key & 0xFFFFFFFF
            name = f"CRS3035RES100mN{row}00E{column}00"
            file.write(f"{name};{column * 100 + 50};{row * 100 + 50};{count}\n")
    return len(cells)


def checksum(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder, size, built, counts):
    vertices = [len(ring) for ring in built.quarter_rings]
    streets = built.streets
    manifest = {
        "size": size.name,
        "quarters": len(vertices),
        "focus": counts["focus"],
        "addresses": size.addresses,
        "places": size.places,
        "nodes": len(streets.nodes),
        "edges": len(streets.edges),
        "mean_edge_m": float(streets.decimetres.mean() / 10),
        "degree": 2 * len(streets.edges) / len(streets.nodes),
        "verts_q": [int(np.min(vertices)), float(np.mean(vertices)), int(np.max(vertices))],
        "cells": counts["cells"],
        "pop": counts["residents"],
        "files": {
            name: {
                "bytes": os.path.getsize(os.path.join(folder, name)),
                "sha256": checksum(os.path.join(folder, name)),
            }
            for name in FILES
        },
    }
    with create(folder, "manifest.json") as file:
        json.dump(manifest, file, indent=1)
