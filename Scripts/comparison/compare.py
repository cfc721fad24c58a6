#!/usr/bin/env python3
"""Compares Quartier's walking network and times with those of other programs; started by `compare-travel`.

Prints Markdown on standard output, progress on standard error. Ends with 1 if networkx, on Quartier's own network and
by its rules, finds other times than Quartier does.
"""

import argparse
import csv
import io
import json
import os
import subprocess
import sys

import numpy as np
from pyproj import Transformer

import trips
from exported_network import ExportedNetwork, read_barriers
from plain_network import Streets, seconds_with_networkx, seconds_with_pandana

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "benchmark"))
from peers_travel import is_walkable  # noqa: E402

SEED = 20_260
VALHALLA = "Valhalla, pedestrian at 4 km/h"
# Two legs and two parts of edges between positions that GeoJSON rounds to about a centimetre, which is 10 ms each.
ROUNDING = 0.1  # seconds


def say(text):
    print(f"── {text}", file=sys.stderr, flush=True)


def quartier(options, *arguments):
    command = [options.quartier, "network", options.extract, "--quiet", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def quartier_seconds(options, lines):
    rows = list(csv.DictReader(io.StringIO(quartier(options, "--pairs", lines))))
    seconds = [float(row["seconds"]) if row["seconds"] else np.nan for row in rows]
    return np.array(seconds), [row["status"] for row in rows]


def network_row(name, nodes, edges, metres):
    return f"| {name} | {nodes:,} | {edges:,} | {metres / 1000:.1f} |"


def time_row(name, own, others):
    """How the times of a program compare with Quartier's."""
    both = np.isfinite(own) & np.isfinite(others)
    ratios = others[both] / np.maximum(own[both], 1)
    quantiles = " | ".join(f"{value:.3f}" for value in np.quantile(ratios, [0.05, 0.25, 0.5, 0.75, 0.95]))
    only_own, only_other = (np.isfinite(own) & ~both).sum(), (np.isfinite(others) & ~both).sum()
    difference = np.median(np.abs(others[both] - own[both]))
    return f"| {name} | {both.sum()} | {only_own} | {only_other} | {quantiles} | {difference:.1f} |"


def largest_rows(own, others, nearest, degrees, count):
    ratios = np.abs(np.log(np.maximum(others, 1) / np.maximum(own, 1)))
    for row in np.argsort(-np.nan_to_num(ratios, nan=-1))[:count]:
        places = " → ".join(f"{latitude:.5f} {longitude:.5f}" for longitude, latitude in degrees[row].tolist())
        ratio = others[row] / max(own[row], 1)
        yield f"| {row} | {places} | {own[row]:.0f} | {others[row]:.0f} | {ratio:.2f} | {nearest[row]:.0f} |"


def main():
    parser = argparse.ArgumentParser(prog="compare-travel", description=__doc__.splitlines()[0])
    parser.add_argument("extract", help="an extract of OpenStreetMap (.osm.pbf)")
    parser.add_argument("--pairs", type=int, default=1000, help="how many pairs of positions (default: 1000)")
    parser.add_argument("--largest", type=int, default=10, help="how many of the largest differences to list")
    parser.add_argument("--work", default=".build-compare/work", help=argparse.SUPPRESS)
    parser.add_argument("--quartier", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)

    report = json.loads(quartier(options, "--output-format", "json"))
    system = report["reference_system"].split(" ")[0]
    to_metres = Transformer.from_crs(4326, system, always_xy=True)
    streets = Streets(options.extract, to_metres, is_walkable)
    pairs = trips.draw(streets, options.pairs, SEED)
    degrees = np.stack(to_metres.transform(pairs[..., 0], pairs[..., 1], direction="INVERSE"), -1)
    degrees = np.round(degrees, 7)
    pairs = np.stack(to_metres.transform(degrees[..., 0], degrees[..., 1]), -1)
    lines = os.path.join(options.work, "pairs.geojson")
    trips.write_lines(lines, degrees)

    say("Quartier")
    own, statuses = quartier_seconds(options, lines)
    exported = os.path.join(options.work, "network.geojson")
    quartier(options, "--output", exported, "--overwrite")
    say("networkx on Quartier's network")
    network = ExportedNetwork(exported, read_barriers(options.extract, to_metres), to_metres)
    strict = np.array([network.seconds(*pair) for pair in pairs])
    nearest = np.array([network.seconds(*pair, network.nearest_attachment) for pair in pairs])
    say("networkx and pandana on a plain network")
    times = {
        "networkx, Quartier's network and rules": strict,
        "networkx, Quartier's network, nearest street, no leg": nearest,
        "networkx, plain rule, nearest node": seconds_with_networkx(streets, pairs),
    }
    for name, program in [
        ("pandana, plain rule, nearest node, no leg", lambda: seconds_with_pandana(streets, pairs)),
        (VALHALLA, lambda: valhalla(options, degrees)),
    ]:
        try:
            times[name] = program()
        except ModuleNotFoundError as error:
            say(f"{error.name} is not installed; its rows stay empty")

    print("| network | nodes | edges | km |\n|---|---:|---:|---:|")
    print(network_row("Quartier (contracted)", report["nodes"], report["edges"], report["metres"]))
    print(network_row("the same, read back", *network.describe()))
    print(network_row("plain rule (every node of the map)", *streets.describe()))
    print(f"\nSystem {system}. Pairs by status: " + ", ".join(f"{s} {statuses.count(s)}" for s in sorted(set(statuses))))
    print("\n| seconds beside Quartier's | both | only Quartier | only the other | 5 % | 25 % | 50 % | 75 % | 95 % |", end="")
    print(" median difference s |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, others in times.items():
        print(time_row(name, own, others))
    if VALHALLA in times:
        print(time_row("Valhalla beside networkx on the nearest street", nearest, times[VALHALLA]))
    for name, others in list(times.items())[1:]:
        print(f"\nLargest differences to {name}:\n")
        print("| pair | from → to | Quartier s | other s | ratio | nearest street s |\n|---|---|---:|---:|---:|---:|")
        print("\n".join(largest_rows(own, others, nearest, degrees, options.largest)))

    differs = np.isfinite(own) != np.isfinite(strict)
    differs |= np.nan_to_num(np.abs(own - strict)) > ROUNDING
    worst = np.nanmax(np.abs(own - strict))
    print(f"\nOn its own network: {differs.sum()} of {len(own)} differ by more than {ROUNDING} s; at most {worst:.3f} s.")
    for row in np.flatnonzero(differs)[: options.largest]:
        print(f"    pair {row}: {degrees[row].tolist()}: Quartier {own[row]:.3f} s, networkx {strict[row]:.3f} s")
    sys.exit(1 if differs.any() else 0)


def valhalla(options, degrees):
    import valhalla_times

    say("Valhalla")
    return valhalla_times.seconds(options.extract, os.path.join(options.work, "valhalla"), degrees)


if __name__ == "__main__":
    main()
