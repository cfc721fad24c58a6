"""How the peers read the layers: with geopandas, or with orjson, numpy and shapely.

Imports of the peers stand inside the functions: only what runs costs time and memory.
"""

import os

import numpy as np

from workloads import CATEGORIES

METRIC_CRS = 25832
AREA_LAYERS = ["quarters", "focus"]


def path_of(folder, name):
    return os.path.join(folder, f"{name}.geojson")


# Reading with geopandas


def read_frame(folder, name):
    import geopandas

    frame = geopandas.read_file(path_of(folder, name)).to_crs(METRIC_CRS)
    if name in AREA_LAYERS:
        frame["geometry"] = frame.make_valid()
    return frame


def coordinates(geometry):
    return np.stack([geometry.x.values, geometry.y.values], 1)


def read_network(folder):
    """(x, y, start, end, decimetres): columns of the nodes, columns of the edges"""
    import pandas

    nodes = pandas.read_csv(os.path.join(folder, "nodes.csv"))
    edges = pandas.read_csv(os.path.join(folder, "edges.csv"))
    x, y = transformer().transform(nodes.lon.values, nodes.lat.values)
    return x, y, edges.u.values, edges.v.values, edges.len_dm.values


# Reading with orjson, numpy and shapely: the fastest way known in Python


def read_features(folder, name):
    import orjson

    with open(path_of(folder, name), "rb") as file:
        return orjson.loads(file.read())["features"]


def transformer():
    from pyproj import Transformer

    return Transformer.from_crs(4326, METRIC_CRS, always_xy=True)


def column(features, name):
    return np.array([feature["properties"][name] for feature in features])


def category_numbers(names):
    return np.array([CATEGORIES.index(name) for name in names])


def read_points(folder, name):
    """(features, x, y)"""
    to_metres = transformer()
    features = read_features(folder, name)
    degrees = np.array([feature["geometry"]["coordinates"] for feature in features])
    return features, *to_metres.transform(degrees[:, 0], degrees[:, 1])


def read_unchecked_areas(folder, name):
    """(features, geometries)"""
    import shapely

    to_metres = transformer()

    def geometry(json_geometry):
        if json_geometry["type"] == "Polygon":
            shell, *holes = json_geometry["coordinates"]
            return shapely.Polygon(shell, holes)
        return shapely.MultiPolygon([shapely.Polygon(shell, holes) for shell, *holes in json_geometry["coordinates"]])

    def to_metres_array(degrees):
        return np.stack(to_metres.transform(degrees[:, 0], degrees[:, 1]), 1)

    features = read_features(folder, name)
    geometries = np.array([geometry(feature["geometry"]) for feature in features], object)
    return features, shapely.transform(geometries, to_metres_array)


def read_areas(folder, name):
    """(features, valid geometries)"""
    import shapely

    features, geometries = read_unchecked_areas(folder, name)
    return features, shapely.make_valid(geometries)
