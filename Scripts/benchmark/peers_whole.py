"""The peer's program for everything from files to outputs: W8."""

import os
import tempfile

import numpy as np

from peer_input import coordinates, read_frame
from peer_kit import peer
from peers_layers import assign_frames, overlay_of_frames, reach_of_points, table_values
from peers_travel import NEAR, SHARED, Competition, Walk, count_with_scipy, nearest_with_scipy, share_with_scipy
from workloads import CATEGORIES


@peer("W8", "scipy")
def everything_with_scipy(folder, phases):
    import geopandas  # noqa: F401
    import pandas

    phases.mark("import")
    quarters, focus, addresses, places = (
        read_frame(folder, name) for name in ["quarters", "focus", "addresses", "places"]
    )
    phases.mark("load")
    values = {"W2": overlay_of_frames(quarters, focus, places, phases)}
    table, quarter = assign_frames(quarters, addresses, places, phases)
    values["W3"] = table_values(table)
    residents, count = addresses["pop"].values, len(quarters)
    inside = quarter >= 0
    people = np.bincount(quarter[inside], residents[inside], minlength=count)

    def mean(column, parts):
        """The mean of the residents of each quarter; sums of whole numbers below 2^53 are exact."""
        sums = np.bincount(quarter[inside], (residents * column)[inside], minlength=count)
        return sums / np.maximum(people * parts, 1)

    frame = pandas.DataFrame(table, columns=["addresses", "pop", "foreign", "u18", *CATEGORIES])
    frame.insert(0, "qid", quarters.qid)
    phases.mark("table")
    walk = Walk(folder, phases, addresses, places)
    values["W4"], straight = reach_of_points(
        coordinates(addresses.geometry), coordinates(places.geometry), walk.category, phases
    )
    graph = nearest_with_scipy(walk, phases)
    count_with_scipy(walk, graph, phases)
    values["W5"] = walk.values()
    phases.mark("digest")
    town = Competition.of_walk(walk, graph, residents, quarter, count, places.capacity.values)
    access, pairs = share_with_scipy(town, phases)
    values["W6"] = town.values(access, pairs)
    for number, name in enumerate(CATEGORIES):
        near = walk.near[walk.address_node, number].astype(np.int64)
        frame[f"walk_{name}"] = mean(np.where(near < 0, NEAR, near), 10)
    for number, name in enumerate(CATEGORIES):
        frame[f"within_{name}"] = mean(walk.counts[walk.address_node, number].astype(np.int64), 1)
    for name, means in zip(SHARED, town.means(access)):
        frame[f"per_head_{name}"] = means
    for name, distances in zip(CATEGORIES, straight):
        frame[f"straight_{name}"] = mean(distances.astype(np.int64), 1000)
    phases.mark("table")
    with tempfile.TemporaryDirectory() as output:
        write(frame, quarters, output)
    phases.mark("write")
    values["report"] = {
        "rows": len(frame),
        "columns": list(frame.columns),
        "sums": [frame[name].sum().item() for name in frame.columns],
    }
    return values


def write(frame, quarters, output):
    """The table as CSV, as a page and as a map."""
    frame.to_csv(os.path.join(output, "quarters.csv"), index=False)
    with open(os.path.join(output, "quarters.html"), "w", encoding="utf-8") as page:
        page.write("<h1>Quarters</h1>" + frame.to_html(index=False, float_format="%.2f"))
    quarter_map = quarters[["qid", "geometry"]].merge(frame, on="qid").to_crs(4326)
    quarter_map.to_file(os.path.join(output, "quarters.geojson"), driver="GeoJSON")
