"""Valhalla's times on foot at 4 km/h."""

import json
import os
import subprocess

import numpy as np


def seconds(extract, folder, degrees):
    """Builds tiles of an extract in a folder and asks for each pair; nan where Valhalla has no route."""
    import valhalla

    tiles, archive, settings = (os.path.join(folder, name) for name in ("tiles", "tiles.tar", "valhalla.json"))
    os.makedirs(tiles, exist_ok=True)
    open(archive, "ab").close()  # the Python package asks for the file, an empty one is passed over
    with open(settings, "w", encoding="utf-8") as file:
        json.dump(valhalla.get_config(tile_extract=archive, tile_dir=tiles), file)
    build = os.path.join(os.path.dirname(valhalla.__file__), "bin", "valhalla_build_tiles")
    subprocess.run([build, "-c", settings, extract], check=True, capture_output=True)
    actor = valhalla.Actor(settings)
    found = np.full(len(degrees), np.nan)
    for row, pair in enumerate(degrees.tolist()):
        request = {
            "locations": [{"lon": longitude, "lat": latitude} for longitude, latitude in pair],
            "costing": "pedestrian",
            "costing_options": {"pedestrian": {"walking_speed": 4}},
            "directions_type": "none",
        }
        try:
            found[row] = actor.route(request)["trip"]["summary"]["time"]
        except RuntimeError:
            pass
    return found
