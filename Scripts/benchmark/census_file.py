#!/usr/bin/env python3
"""Invents a census file of a whole country in the layout of 2022, the same for the same size.

    census_file.py --size M --output bench-data/M      writes census.csv

Every cell of 100 m gets a number by hashing its place (SplitMix64), which decides whether anybody lives there and what
the file says: a share of foreign citizens with two decimals, a dash, a point, or a share with KLAMMERN.
"""

import argparse
import hashlib
import os

import numpy as np

from workloads import CENSUS_FILE

HEADER = "GITTER_ID_100m;x_mp_100m;y_mp_100m;AnteilAuslaender;werterlaeuternde_Zeichen\r\n"
SHARE_INHABITED = 0.0542
# Corners in EPSG:3035: west, south, east, north. Germany, and a county around the town of the workload.
COUNTRY = (4_031_300, 2_684_000, 4_672_600, 3_551_400)
COUNTY = (4_300_000, 3_370_000, 4_380_000, 3_440_000)
SIZES = {"S": (COUNTY, 11), "M": (COUNTRY, 12), "L": (COUNTRY, 13)}
# SHA-256 of the files, so that every machine measures the same.
CHECKSUMS = {
    "S": "c14cb4f33c499ffb8fbb0a4c93986a9ba21f99af14d8143bfd2be43514db71eb",
    "M": "8ec08ef7b84697837b146b0e34c0b9e285ab0ae73e0eddbfda9b6b162947c412",
    "L": "6eec77404ad2d3f107dcfab32828e3b64c1623c2382ad2bb458ec879acbba128",
}


def mixed(values):
    """SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014) of an array of numbers."""
    with np.errstate(over="ignore"):
        values = values * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
        values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return values ^ (values >> np.uint64(31))


def lines(box, seed):
    west, south, east, north = box
    eastings = np.arange(west, east, 100, dtype=np.int64)
    for northing in range(south, north, 100):
        places = (np.uint64(seed) << np.uint64(48)) + np.uint64(northing // 100) * np.uint64(1 << 20)
        numbers = mixed(places + (eastings // 100).astype(np.uint64))
        inhabited = (numbers >> np.uint64(40)) < np.uint64(int(SHARE_INHABITED * (1 << 24)))
        kinds = (numbers & np.uint64(0xFF)).astype(int)[inhabited].tolist()
        shares = ((numbers >> np.uint64(8)) & np.uint64(0xFFFF)).astype(int)[inhabited].tolist()
        text = []
        for easting, kind, share in zip(eastings[inhabited].tolist(), kinds, shares):
            share = share * 6000 >> 16
            if kind < 60:
                value = "–;"
            elif kind < 64:
                value = ".;"
            else:
                value = f"{share // 100},{share % 100:02d};" + ("KLAMMERN" if kind < 90 else "")
            text.append(f"CRS3035RES100mN{northing}E{easting};{easting + 50};{northing + 50};{value}\r\n")
        yield "".join(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", choices=SIZES, required=True)
    parser.add_argument("--output", required=True, metavar="DIR")
    options = parser.parse_args()
    checksum = hashlib.sha256()
    os.makedirs(options.output, exist_ok=True)
    path = os.path.join(options.output, CENSUS_FILE)
    with open(path + ".part", "wb") as file:
        for text in [HEADER, *lines(*SIZES[options.size])]:
            data = text.encode()
            checksum.update(data)
            file.write(data)
    expected = CHECKSUMS[options.size]
    if checksum.hexdigest() != expected:
        raise SystemExit(f"census_file: {path} has the checksum {checksum.hexdigest()}, not {expected}")
    os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
