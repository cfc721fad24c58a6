"""The peers' programs on the layers: W1, W2, W3, W4."""

import numpy as np

from peer_input import (
    AREA_LAYERS,
    METRIC_CRS,
    category_numbers,
    column,
    coordinates,
    path_of,
    read_areas,
    read_frame,
    read_points,
    read_unchecked_areas,
)
from peer_kit import digest, peer
from workloads import CATEGORIES

SMALLEST_PIECE = 0.01  # square metres
BUFFER_RADIUS = 500  # metres
QUADRANT_SEGMENTS = 16
NEAR, FAR = 500, 1000  # metres
LAYERS = ["quarters", "focus", "addresses", "places"]


# W1: read, project, make valid


@peer("W1", "gpd")
def read_with_geopandas(folder, phases):
    import geopandas

    phases.mark("import")
    values = {}
    for name in LAYERS:
        frame = geopandas.read_file(path_of(folder, name))
        phases.mark("read")
        frame = frame.to_crs(METRIC_CRS)
        phases.mark("project")
        values[name] = {"n": len(frame)}
        if name in AREA_LAYERS:
            values[name]["invalid"] = int((~frame.is_valid).sum())
            frame["geometry"] = frame.make_valid()
            values[name]["area"] = float(frame.area.sum())
            phases.mark("valid")
        else:
            values[name]["sx"] = float(frame.geometry.x.sum())
            values[name]["sy"] = float(frame.geometry.y.sum())
    return values


@peer("W1", "fast")
def read_with_orjson(folder, phases):
    import orjson  # noqa: F401
    import pyproj  # noqa: F401
    import shapely

    phases.mark("import")
    values = {}
    for name in LAYERS:
        if name in AREA_LAYERS:
            _, areas = read_unchecked_areas(folder, name)
            invalid = int((~shapely.is_valid(areas)).sum())
            total = float(shapely.area(shapely.make_valid(areas)).sum())
            values[name] = {"n": len(areas), "area": total, "invalid": invalid}
        else:
            _, x, y = read_points(folder, name)
            values[name] = {"n": len(x), "sx": float(x.sum()), "sy": float(y.sum())}
        phases.mark(name)
    return values


# W2: overlay, dissolve, union, buffer


def overlay_values(quarter, focus, area, districts, district_area, district_length, union, catchment, served):
    return {
        "pieces": len(quarter),
        "area": float(area.sum()),
        "pairhash": digest(np.sort(quarter.astype(np.int64) * 100000 + focus)),
        "districts": districts,
        "darea": float(district_area),
        "dlen": float(district_length),
        "union": float(union),
        "catch": float(catchment),
        "catchq": float(served),
    }


@peer("W2", "gpd")
def overlay_with_geopandas(folder, phases):
    import geopandas  # noqa: F401

    phases.mark("import")
    quarters, focus, places = (read_frame(folder, name) for name in ["quarters", "focus", "places"])
    phases.mark("load")
    return overlay_of_frames(quarters, focus, places, phases)


def overlay_of_frames(quarters, focus, places, phases):
    import geopandas

    pieces = geopandas.overlay(
        quarters[["qid", "geometry"]], focus[["fid", "geometry"]], how="intersection", keep_geom_type=True
    )
    pieces["area"] = pieces.area
    pieces = pieces[pieces["area"] > SMALLEST_PIECE]
    pieces["share"] = pieces["area"] / pieces.qid.map(quarters.set_index("qid").area)
    phases.mark("overlay")
    districts = quarters.dissolve("district")
    phases.mark("dissolve")
    union = focus.union_all()
    phases.mark("union")
    meeting_places = places[places.category == "begegnung"]
    catchment = meeting_places.buffer(BUFFER_RADIUS, QUADRANT_SEGMENTS).union_all()
    phases.mark("buffer+union")
    served = quarters.geometry.intersection(catchment).area
    phases.mark("catchment in quarters")
    return overlay_values(
        pieces.qid.values, pieces.fid.values, pieces["area"], len(districts), districts.area.sum(),
        districts.length.sum(), union.area, catchment.area, served.sum(),
    )  # fmt: skip


@peer("W2", "shapely")
def overlay_with_shapely(folder, phases):
    import shapely

    phases.mark("import")
    quarter_features, quarters = read_areas(folder, "quarters")
    _, focus = read_areas(folder, "focus")
    place_features, x, y = read_points(folder, "places")
    phases.mark("load")
    i, j = shapely.STRtree(quarters).query(focus, predicate="intersects")
    shapely.prepare(quarters)
    area = shapely.area(shapely.intersection(quarters[j], focus[i]))
    kept = area > SMALLEST_PIECE
    share = area / shapely.area(quarters)[j]  # noqa: F841  (a part of the work, though not of the comparison)
    phases.mark("overlay")
    district = column(quarter_features, "district")
    order = np.argsort(district, kind="stable")
    groups = np.split(quarters[order], np.flatnonzero(np.diff(district[order])) + 1)
    districts = [shapely.coverage_union_all(group) for group in groups]
    phases.mark("dissolve")
    union = shapely.union_all(focus)
    phases.mark("union")
    is_meeting_place = column(place_features, "category") == "begegnung"
    points = shapely.points(x[is_meeting_place], y[is_meeting_place])
    catchment = shapely.union_all(shapely.buffer(points, BUFFER_RADIUS, quad_segs=QUADRANT_SEGMENTS))
    phases.mark("buffer+union")
    parts = shapely.get_parts(catchment)
    quarter, part = shapely.STRtree(parts).query(quarters, predicate="intersects")
    served = shapely.area(shapely.intersection(quarters[quarter], parts[part]))
    phases.mark("catchment in quarters")
    return overlay_values(
        j[kept], i[kept], area[kept], len(districts), shapely.area(districts).sum(),
        shapely.length(districts).sum(), shapely.area(union), shapely.area(catchment), served.sum(),
    )  # fmt: skip


def sedona_with_views(folder, names):
    import sedonadb

    connection = sedonadb.connect()
    for name in names:
        connection.create_data_frame(read_frame(folder, name)).to_view(name)
    return connection


@peer("W2", "sedonadb")
def overlay_with_sedonadb(folder, phases):
    import geopandas  # noqa: F401
    import sedonadb  # noqa: F401

    phases.mark("import")
    connection = sedona_with_views(folder, ["quarters", "focus"])
    phases.mark("load")
    query = f"""
        select count(*) as pieces, sum(area) as area from (
            select ST_Area(ST_Intersection(q.geometry, f.geometry)) as area
            from quarters q join focus f on ST_Intersects(q.geometry, f.geometry)
        ) where area > {SMALLEST_PIECE}"""
    row = connection.sql(query).to_pandas().iloc[0]
    phases.mark("overlay")
    return {"pieces": int(row["pieces"]), "area": float(row["area"])}


# W3: addresses and places in quarters


def table_values(table):
    return {
        "assigned": int(table[:, 0].sum()),
        "pop": int(table[:, 1].sum()),
        "foreign": int(table[:, 2].sum()),
        "places": int(table[:, 4:].sum()),
        "table": digest(table),
    }


@peer("W3", "gpd")
def assign_with_geopandas(folder, phases):
    import geopandas  # noqa: F401

    phases.mark("import")
    quarters, addresses, places = (read_frame(folder, name) for name in ["quarters", "addresses", "places"])
    phases.mark("load")
    return table_values(assign_frames(quarters, addresses, places, phases)[0])


def assign_frames(quarters, addresses, places, phases):
    """(table, quarter of each address or -1)"""
    import geopandas
    import pandas

    joined = geopandas.sjoin(addresses, quarters[["qid", "geometry"]], predicate="within")
    people = joined.groupby("qid")[["pop", "foreign", "u18"]].sum()
    counts = joined.groupby("qid").size()
    quarter_of_address = joined.qid.reindex(range(len(addresses)), fill_value=-1).values
    phases.mark("join")
    joined = geopandas.sjoin(places, quarters[["qid", "geometry"]], predicate="within")
    by_category = pandas.crosstab(joined.qid, joined.category)
    phases.mark("join places")
    table = np.zeros((len(quarters), 4 + len(CATEGORIES)), np.int64)
    table[counts.index, 0] = counts
    table[people.index, 1:4] = people.values
    for number, name in enumerate(CATEGORIES):
        if name in by_category:
            table[by_category.index, 4 + number] = by_category[name]
    return table, quarter_of_address


@peer("W3", "shapely")
def assign_with_shapely(folder, phases):
    import shapely

    phases.mark("import")
    _, quarters = read_areas(folder, "quarters")
    address_features, address_x, address_y = read_points(folder, "addresses")
    place_features, place_x, place_y = read_points(folder, "places")
    people = [column(address_features, name) for name in ["pop", "foreign", "u18"]]
    category = category_numbers(column(place_features, "category"))
    phases.mark("load")
    shapely.prepare(quarters)
    tree = shapely.STRtree(shapely.points(address_x, address_y))
    quarter, address = tree.query(quarters, predicate="contains_properly")
    table = np.zeros((len(quarters), 4 + len(CATEGORIES)), np.int64)
    table[:, 0] = np.bincount(quarter, minlength=len(quarters))
    for number, values in enumerate(people):
        table[:, 1 + number] = np.bincount(quarter, values[address], minlength=len(quarters))
    phases.mark("join")
    tree = shapely.STRtree(shapely.points(place_x, place_y))
    quarter, place = tree.query(quarters, predicate="contains_properly")
    np.add.at(table, (quarter, 4 + category[place]), 1)
    phases.mark("join places")
    return table_values(table)


@peer("W3", "sedonadb")
def assign_with_sedonadb(folder, phases):
    import geopandas  # noqa: F401
    import sedonadb  # noqa: F401

    phases.mark("import")
    connection = sedona_with_views(folder, ["quarters", "addresses"])
    phases.mark("load")
    query = """
        select sum(n) as assigned, sum(pop) as pop, sum(foreigners) as foreigners from (
            select q.qid, count(*) as n, sum(a.pop) as pop, sum(a."foreign") as foreigners
            from quarters q join addresses a on ST_Contains(q.geometry, a.geometry) group by q.qid
        )"""
    row = connection.sql(query).to_pandas().iloc[0]
    phases.mark("join")
    return {"assigned": int(row["assigned"]), "pop": int(row["pop"]), "foreign": int(row["foreigners"])}


# W4: nearest place and places in reach


def read_address_and_place_frames(folder):
    addresses, places = read_frame(folder, "addresses"), read_frame(folder, "places")
    return addresses.geometry, places.geometry, category_numbers(places.category)


def millimetres(distances):
    return int(np.rint(distances * 1000).sum())


@peer("W4", "kdtree")
def reach_with_kdtree(folder, phases):
    from scipy.spatial import cKDTree  # noqa: F401

    phases.mark("import")
    addresses, places, category = read_address_and_place_frames(folder)
    addresses, places = coordinates(addresses), coordinates(places)
    phases.mark("load")
    return reach_of_points(addresses, places, category, phases)[0]


def reach_of_points(addresses, places, category, phases):
    """(values, distance of each address and category in whole millimetres)"""
    from scipy.spatial import cKDTree

    distances, near, far = [], [], []
    totals = np.zeros((len(addresses), 2), np.int32)
    for number in range(len(CATEGORIES)):
        tree = cKDTree(places[category == number])
        distances.append(np.rint(tree.query(addresses, workers=-1)[0] * 1000))
        phases.mark("nearest")
        for position, (radius, sums) in enumerate([(NEAR, near), (FAR, far)]):
            counts = tree.query_ball_point(addresses, radius, return_length=True, workers=-1)
            sums.append(int(counts.sum()))
            totals[:, position] += counts
        phases.mark("count")
    nearest = [int(column.sum()) for column in distances]
    return {"near_mm": nearest, "c500": near, "c1000": far, "tothash": digest(totals)}, distances


@peer("W4", "sjoin_nearest")
def reach_with_sjoin_nearest(folder, phases):
    import geopandas

    phases.mark("import")
    addresses, places, category = read_address_and_place_frames(folder)
    phases.mark("load")
    addresses = geopandas.GeoDataFrame(geometry=addresses)
    nearest = []
    for number in range(len(CATEGORIES)):
        of_category = geopandas.GeoDataFrame(geometry=places[category == number])
        joined = geopandas.sjoin_nearest(addresses, of_category, distance_col="distance")
        joined = joined[~joined.index.duplicated()]  # an address may have two equally near places
        nearest.append(millimetres(joined["distance"].values))
        phases.mark("nearest")
    return {"near_mm": nearest}
