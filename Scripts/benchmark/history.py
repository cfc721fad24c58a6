#!/usr/bin/env python3
"""Measures the history of ten years: monthly runs of 40 quarters x 60 indicators x 5 groups.

    QUARTIER_BENCH=1 swift build -c release
    Scripts/benchmark/history.py --programs "$(swift build -c release --show-bin-path)"

Fills a store with quartier-bench, then runs `quartier history` and `quartier compare` on it five times each, and five
updates of the sample town, recorded in the same store, in which nothing has changed. Prints the median wall time in Markdown.
Ends with 1 where one of these takes a second or more, or the file has 200 MB or more.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5
SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "SampleData")
QUESTIONS = {
    "history runs": (["history", "runs"], 1),
    "history series, one quarter and group": (
        ["history", "series", "indicator_7", "--area", "q3", "--group", "all"], 1),
    "history series, all quarters and groups": (["history", "series", "indicator_7", "--output-format", "json"], 1),
    "compare, neighbouring months": (["compare", "previous", "latest"], 1),
    "compare, first and last": (["compare", "2015-01", "latest", "--output-format", "json"], 1),
    "history verify": (["history", "verify"], None),
    "history backup": (["history", "backup"], None),
}


def seconds(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def updates_without_changes(quartier, folder, store):
    """The median time of an update that finds nothing new; the first one computes."""
    for year in ["2023", "2024"]:
        shutil.copytree(os.path.join(SAMPLE, year), os.path.join(folder, year))
    project = os.path.join(folder, "2024", "quartier.yaml")
    with open(project, "a", encoding="utf-8") as file:
        file.write(f'\nhistory: "{store}"\n')
    command = [quartier, "update", project, "--quiet"]
    print(f"| first update of the sample town | {seconds(command):.2f} |")
    median = statistics.median(seconds(command) for _ in range(RUNS))
    print(f"| update without changes | {median:.3f} |")
    return median


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, help="the folder with quartier and quartier-bench")
    programs = parser.parse_args().programs
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "verlauf.sqlite")
        filling = seconds([os.path.join(programs, "quartier-bench"), "fill-history", store])
        megabytes = os.path.getsize(store) / 1e6
        failed |= megabytes >= 200
        print(f"| question | seconds |\n|---|---:|\n| fill with 120 runs | {filling:.2f} |")
        for name, (arguments, limit) in QUESTIONS.items():
            times = []
            for number in range(RUNS):
                last = [os.path.join(folder, f"copy{number}.sqlite")] if "backup" in arguments else []
                times.append(
                    seconds([os.path.join(programs, "quartier"), *arguments, *last, "--store", store]))
            median = statistics.median(times)
            failed |= limit is not None and median >= limit
            print(f"| {name} | {median:.3f} |")
        failed |= updates_without_changes(os.path.join(programs, "quartier"), folder, store) >= 1
        print(f"\nThe file has {megabytes:.1f} MB.")
    return 1 if failed else 0


sys.exit(main())
