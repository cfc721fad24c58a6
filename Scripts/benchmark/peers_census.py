"""The peers' programs on a census file: W11."""

import os

import numpy as np

from peer_kit import digest, peer
from workloads import CENSUS_FILE, CENSUS_TOWN

WEST, SOUTH, EAST, NORTH = CENSUS_TOWN
NONE, SUPPRESSED = -1, -9


def census_values(x, y, shares, signs):
    """The fields of W11 from the columns of the town's cells, the shares as text."""
    order = np.lexsort((x, y))
    hundredths = [
        {"–": NONE, ".": SUPPRESSED}.get(text) if text in ("–", ".") else round(float(text.replace(",", ".")) * 100)
        for text in shares
    ]
    table = np.stack([y - 50, x - 50, np.array(hundredths)], 1).astype(np.int64)[order]
    unreliable = sum(sign == "KLAMMERN" for sign in signs)
    given = table[:, 2][table[:, 2] >= 0]
    return {
        "cells": len(table),
        "counted": len(given) - unreliable,
        "unreliable": unreliable,
        "none": int((table[:, 2] == NONE).sum()),
        "suppressed": int((table[:, 2] == SUPPRESSED).sum()),
        "sum": int(given.sum()),
        "table": digest(table),
    }


@peer("W11", "pandas")
def clip_with_pandas(folder, phases):
    import pandas

    phases.mark("import")
    frame = pandas.read_csv(os.path.join(folder, CENSUS_FILE), sep=";", dtype={"AnteilAuslaender": str})
    phases.mark("read")
    town = frame[
        (frame.x_mp_100m > WEST) & (frame.x_mp_100m < EAST) & (frame.y_mp_100m > SOUTH) & (frame.y_mp_100m < NORTH)
    ]
    values = census_values(
        town.x_mp_100m.to_numpy(), town.y_mp_100m.to_numpy(), town.AnteilAuslaender, town.werterlaeuternde_Zeichen
    )
    phases.mark("clip")
    return values


@peer("W11", "polars")
def clip_with_polars(folder, phases):
    import polars

    phases.mark("import")
    lazy = polars.scan_csv(
        os.path.join(folder, CENSUS_FILE), separator=";", schema_overrides={"AnteilAuslaender": polars.String}
    )
    town = lazy.filter(
        polars.col("x_mp_100m").is_between(WEST, EAST), polars.col("y_mp_100m").is_between(SOUTH, NORTH)
    ).collect()
    phases.mark("read")
    values = census_values(
        town["x_mp_100m"].to_numpy(), town["y_mp_100m"].to_numpy(), town["AnteilAuslaender"],
        town["werterlaeuternde_Zeichen"],
    )  # fmt: skip
    phases.mark("clip")
    return values
