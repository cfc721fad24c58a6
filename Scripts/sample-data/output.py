"""GeoJSON as text: one feature a line, 7 decimals, keys in a fixed order."""

import json

import plan
from mapping import utm_to_degrees


def position(point):
    """A position of the plan (metres) as longitude and latitude, 7 decimals."""
    longitude, latitude = utm_to_degrees(plan.ORIGIN[0] + point[0], plan.ORIGIN[1] + point[1])
    return [round(longitude, 7), round(latitude, 7)]


def line(points):
    """A line, without positions that fall together after rounding."""
    result = []
    for point in map(position, points):
        if not result or point != result[-1]:
            result.append(point)
    return result


def point_geometry(point):
    return {"type": "Point", "coordinates": position(point)}


def line_geometry(points):
    return {"type": "LineString", "coordinates": line(points)}


def area_geometry(rings):
    """A polygon of one ring, or a multipolygon of several without holes."""
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": [line(rings[0])]}
    return {"type": "MultiPolygon", "coordinates": [[line(ring)] for ring in rings]}


def feature(properties, geometry):
    """A feature; its id stands beside its properties, too, as RFC 7946 (section 3.2) asks for."""
    return {"type": "Feature", "id": properties["id"], "properties": properties, "geometry": geometry}


def collection(features):
    """The text of a FeatureCollection."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features)
    return '{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n"
