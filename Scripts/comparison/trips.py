"""The pairs of positions that all programs are asked for."""

import json

import numpy as np

FARTHEST = 3_000  # metres through the air between the positions of a pair
ASIDE = 40  # metres at most from a street


def draw(streets, count, seed):
    """Pairs of positions in metres, (count, 2, 2): beside streets, as many as these are long."""
    rng = np.random.default_rng(seed)
    start, end = streets.xy[streets.edges[:, 0]], streets.xy[streets.edges[:, 1]]
    share = streets.metres / streets.metres.sum()

    def positions(number):
        edge = rng.choice(len(share), number, p=share)
        along = (end - start)[edge]
        across = np.stack([-along[:, 1], along[:, 0]], 1) / np.maximum(1e-9, np.hypot(*along.T))[:, None]
        return start[edge] + along * rng.uniform(0, 1, (number, 1)) + across * rng.uniform(-ASIDE, ASIDE, (number, 1))

    pairs = np.empty((0, 2, 2))
    while len(pairs) < count:
        more = np.stack([positions(count), positions(count)], 1)
        near = np.hypot(*(more[:, 1] - more[:, 0]).T) <= FARTHEST
        pairs = np.concatenate([pairs, more[near]])
    return pairs[:count]


def write_lines(path, degrees):
    """Pairs of longitude and latitude as lines of GeoJSON."""
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": pair}}
        for pair in np.round(degrees, 7).tolist()
    ]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)
