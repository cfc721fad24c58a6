#!/usr/bin/env python3
"""Measures Quartier, the native reference and the peers on the same data; started by `run`.

The programs take turns: each does the workload once, then each a second time, and so on. What a program computed is
compared with what is expected before its time counts. Prints Markdown on standard output, progress on standard error.
Ends with 1 if a program failed or computed something else.
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from typing import NamedTuple, Optional

from comparison import differences
from workloads import CENSUS_FILE, MAP_FILE, PEERS, WITHOUT_REFERENCE, WORKLOADS

HERE = os.path.dirname(os.path.abspath(__file__))
NAMED_SIZES = ["S", "M", "L", "T"]
NOT_INSTALLED = 69  # the exit status of peers.py where the peer's packages are missing


class Program(NamedTuple):
    name: str
    command: list
    is_peer: bool = False
    fields: Optional[frozenset] = None  # the fields it computes; None stands for all

    @property
    def counts_as_best_peer(self):
        return self.is_peer and self.fields is None


class Run(NamedTuple):
    """One process, from its start to its end."""

    status: int
    wall: float  # seconds
    user: float
    system: float
    peak: float  # megabytes (2^20 bytes) resident
    line: Optional[dict]  # what the program printed
    errors: str


class Figures(NamedTuple):
    """Medians over the runs of a program."""

    wall: float
    cpu: float
    peak: float


def say(text):
    print(f"── {text}", file=sys.stderr, flush=True)


def parse_options():
    parser = argparse.ArgumentParser(
        prog="run", description="Measures Quartier beside a native reference and other toolboxes on the same data."
    )

    def names(text):
        return text.split(",")

    parser.add_argument(
        "--sizes", type=names, default=["S", "M"], help="S, M, L, T or other folders in bench-data"
    )
    parser.add_argument("--workloads", type=names, default=list(WORKLOADS), help="of " + ", ".join(WORKLOADS))
    parser.add_argument("--runs", type=int, default=3, help="runs of each program (default: 3)")
    parser.add_argument("--no-peers", action="store_true", help="leave the other toolboxes out")
    parser.add_argument("--no-quartier", action="store_true", help="leave Quartier out")
    parser.add_argument("--results", metavar="FILE.jsonl", help="append every single run to this file")
    parser.add_argument("--limit", type=float, default=900, help="seconds until a run is stopped (default: 900)")
    parser.add_argument("--python", help="a Python that has the peers' packages, instead of a virtual environment")
    parser.add_argument("--data", default="bench-data", help=argparse.SUPPRESS)
    parser.add_argument("--reference", help=argparse.SUPPRESS)
    parser.add_argument("--quartier", help=argparse.SUPPRESS)
    options = parser.parse_args()
    for workload in options.workloads:
        if workload not in WORKLOADS:
            parser.error(f"no workload {workload}; there are {', '.join(WORKLOADS)}")
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options


# Data


def checksum(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def prepare_data(folder, size):
    """Generates a named size that is missing, and checks the files. Reading them brings them into the file cache.

    A folder that holds nothing but an extract of OpenStreetMap has no manifest.
    """
    if not os.path.exists(os.path.join(folder, MAP_FILE)):
        if size not in NAMED_SIZES:
            raise SystemExit(f"run: no data in {folder}; make it with generate.py --output {folder}")
        say(f"generating size {size} in {folder}")
        subprocess.run([sys.executable, f"{HERE}/generate.py", "--size", size, "--output", folder], check=True)
    named = size in NAMED_SIZES
    if not named and not os.path.exists(f"{folder}/manifest.json"):
        return
    manifest = read_json(f"{HERE}/expected/manifest_{size}.json" if named else f"{folder}/manifest.json")
    for name, file in manifest["files"].items():
        if checksum(os.path.join(folder, name)) != file["sha256"]:
            raise SystemExit(f"run: {folder}/{name} is not the file that belongs to size {size}; remove {folder}")


def expected_values(workload, size):
    """What every program must compute; nothing is known of it for free sizes."""
    path = f"{HERE}/expected/{workload}_{size}.json"
    return read_json(path)["expected"] if os.path.exists(path) else None


def prepare_census(folder, size):
    """Invents the census file of a size where it is missing; it belongs to none of the other files."""
    if not os.path.exists(os.path.join(folder, CENSUS_FILE)):
        say(f"generating the census file of size {size} in {folder}")
        subprocess.run([sys.executable, f"{HERE}/census_file.py", "--size", size, "--output", folder], check=True)


# Measuring


def run_once(command, limit):
    """Runs a command and measures it with what the kernel counted until it was reaped."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    stop = threading.Timer(limit, process.kill)
    stop.start()
    errors = []
    reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    reader.start()
    output = process.stdout.read()
    reader.join()
    _, wait_status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    stop.cancel()
    process.returncode = os.waitstatus_to_exitcode(wait_status)
    line = None
    if process.returncode == 0:
        try:
            line = json.loads(output.decode().strip().splitlines()[-1])
        except (ValueError, IndexError):
            pass
    return Run(
        process.returncode, wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, line,
        errors[0].decode(errors="replace").strip(),
    )  # fmt: skip


def programs_for(workload, size, folder, options):
    programs = []
    if options.reference and workload not in WITHOUT_REFERENCE:
        programs.append(Program("reference", [options.reference, workload, folder]))
    for peer in PEERS:
        if options.no_peers or peer.workload != workload or size in peer.skipped_sizes:
            continue
        command = [sys.executable, f"{HERE}/peers.py", workload, peer.name, folder]
        programs.append(Program(peer.name, command, True, peer.fields))
    if options.quartier and not options.no_quartier:
        programs.append(Program("quartier", [options.quartier, workload, folder]))
    return programs


def problem_of(run, program, expected):
    """Why a run does not count, or None. A program without expected values sets them for those after it."""
    if run.status == NOT_INSTALLED:
        return "not installed"
    if run.status != 0:
        last = run.errors.splitlines()[-1] if run.errors else "no message"
        return f"failed with {run.status}: {last}"
    if run.line is None or "oracle" not in run.line:
        return "failed: it printed no result"
    found = differences(expected, run.line["oracle"], program.fields) if expected is not None else []
    return "differs: " + "; ".join(found) if found else None


def measure(workload, size, folder, options):
    """Runs all programs in turn: (their runs by name, why a program's runs do not count)."""
    programs = programs_for(workload, size, folder, options)
    expected = expected_values(workload, size)
    runs = {program.name: [] for program in programs}
    problems = {}
    for number in range(options.runs):
        for program in programs:
            if program.name in problems:
                continue
            run = run_once(program.command, options.limit)
            record(options.results, workload, size, program, run)
            problem = problem_of(run, program, expected)
            if problem:
                problems[program.name] = problem
                say(f"{workload} {size} {program.name}: {problem}")
                continue
            if expected is None and program.fields is None:
                expected = run.line["oracle"]
            runs[program.name].append(run)
            say(f"{workload} {size} {program.name}, run {number + 1}: {run.wall:.3f} s")
    return programs, runs, problems


def record(path, workload, size, program, run):
    if not path:
        return
    entry = {
        "workload": workload,
        "size": size,
        "program": program.name,
        "status": run.status,
        "wall": round(run.wall, 4),
        "user": round(run.user, 4),
        "system": round(run.system, 4),
        "peak_mb": round(run.peak, 1),
        "load": round(os.getloadavg()[0], 2),
        "phases": (run.line or {}).get("phases"),
        "oracle": (run.line or {}).get("oracle"),
        "errors": run.errors[-1000:] if run.status else "",
    }
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


# Reporting


def medians(runs):
    return Figures(
        statistics.median(run.wall for run in runs),
        statistics.median(run.user + run.system for run in runs),
        statistics.median(run.peak for run in runs),
    )


def ratios(figures, base):
    return " / ".join(f"{one / other:.2f}" for one, other in zip(figures, base)) if base else "–"


def table_rows(workload, size, programs, runs, problems):
    """The programs of a workload: the reference, the peers, Quartier."""
    figures = {name: medians(of_program) for name, of_program in runs.items() if name not in problems}
    peers = [figures[p.name] for p in programs if p.counts_as_best_peer and p.name in figures]
    best = Figures(*map(min, zip(*peers))) if peers else None
    for program in programs:
        name = program.name + (" (a part)" if program.fields else "")
        if program.name in problems:
            yield f"| {workload} | {size} | {name} | {problems[program.name].split(':')[0]} | | | | |"
            continue
        own = figures[program.name]
        to_reference = ratios(own, figures.get("reference"))
        cells = [f"{own.wall:.3f}", f"{own.cpu:.3f}", f"{own.peak:.0f}", to_reference, ratios(own, best)]
        yield f"| {workload} | {size} | {name} | " + " | ".join(cells) + " |"


def phase_rows(workload, size, runs, problems):
    for name, of_program in runs.items():
        if name in problems:
            continue
        phases = [run.line.get("phases", {}) for run in of_program]
        seconds = {phase: statistics.median(run[phase] for run in phases if phase in run) for phase in phases[0]}
        text = ", ".join(f"{phase} {value:.3f}" for phase, value in seconds.items())
        yield f"| {workload} | {size} | {name} | {text} |"


def main():
    options = parse_options()
    rows, phases, failed = [], [], False
    for size in options.sizes:
        folder = os.path.join(options.data, size)
        if set(options.workloads) != {"W11"}:
            prepare_data(folder, size)
        if "W11" in options.workloads:
            prepare_census(folder, size)
        for workload in options.workloads:
            programs, runs, problems = measure(workload, size, folder, options)
            rows += table_rows(workload, size, programs, runs, problems)
            phases += phase_rows(workload, size, runs, problems)
            failed = failed or any(problem != "not installed" for problem in problems.values())
    print(f"Medians of {options.runs}; ratios as wall / CPU / peak, below 1 is less than the other.\n")
    print("| | size | program | wall s | CPU s | peak MB | to the reference | to the best peer |")
    print("|---|---|---|---:|---:|---:|---|---|")
    print("\n".join(rows))
    print("\n| | size | program | seconds of each phase |\n|---|---|---|---|")
    print("\n".join(phases))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
