#!/usr/bin/env python3
"""Does a workload with another toolbox, as its users would write it.

    peers.py WORKLOAD PEER DIR        e.g.  peers.py W3 shapely bench-data/M

Prints one line of JSON: seconds of each phase and the values that are compared. The fields are defined in README.md.
A peer is imported only when it runs, so that the time and memory of the import are its own.
"""

import time

START = time.perf_counter()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402

import peers_census  # noqa: E402, F401  (registers its programs)
import peers_layers  # noqa: E402, F401
import peers_statistics  # noqa: E402, F401
import peers_travel  # noqa: E402, F401
import peers_whole  # noqa: E402, F401
from peer_kit import PROGRAMS, Phases  # noqa: E402

NOT_INSTALLED = 69  # exit status


def main():
    parser = argparse.ArgumentParser(description="Does a workload with another toolbox.")
    parser.add_argument("workload", metavar="WORKLOAD")
    parser.add_argument("peer", metavar="PEER")
    parser.add_argument("folder", metavar="DIR", help="a folder that generate.py wrote")
    options = parser.parse_args()
    program = PROGRAMS.get((options.workload, options.peer))
    if program is None:
        known = ", ".join(" ".join(key) for key in PROGRAMS)
        parser.error(f"no peer {options.peer} for {options.workload}; known: {known}")
    phases = Phases()
    try:
        values = program(options.folder, phases)
    except ModuleNotFoundError as error:
        print(f"peers.py: {error.name} is not installed", file=sys.stderr)
        sys.exit(NOT_INSTALLED)
    line = {
        "w": options.workload,
        "peer": options.peer,
        "size": os.path.basename(os.path.normpath(options.folder)),
        "total": round(time.perf_counter() - START, 4),
        "phases": phases.seconds,
        "oracle": values,
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
