"""The peer's program of spatial statistics: W7."""

import numpy as np

from peer_input import read_frame
from peer_kit import peer

PERMUTATIONS = 999


@peer("W7", "pysal")
def statistics_with_pysal(folder, phases):
    import warnings

    import esda
    import geopandas
    import libpysal
    from inequality.gini import Gini
    from inequality.theil import Theil

    warnings.filterwarnings("ignore")
    phases.mark("import")
    quarters = read_frame(folder, "quarters")
    addresses = read_frame(folder, "addresses")
    phases.mark("load")
    joined = geopandas.sjoin(addresses, quarters[["qid", "geometry"]], predicate="within")
    sums = joined.groupby("qid")[["pop", "foreign"]].sum().reindex(quarters.qid, fill_value=0)
    people = sums["pop"].values.astype(float)
    foreign = sums["foreign"].values.astype(float)
    shares = foreign / np.maximum(people, 1)
    phases.mark("join")
    weights = libpysal.weights.Queen.from_dataframe(quarters, use_index=False, silence_warnings=True)
    values = {"neighbours": int(weights.nonzero), "islands": len(weights.islands)}
    phases.mark("queen")
    values["gini"] = float(Gini(shares).g)
    values["theil"] = float(Theil(shares).T)
    phases.mark("Gini, Theil")
    others = people - foreign
    values["D"] = float(0.5 * np.abs(foreign / foreign.sum() - others / others.sum()).sum())
    values["iso"] = float((foreign / foreign.sum() * shares).sum())
    phases.mark("D, isolation")
    np.random.seed(1)
    weights.transform = "r"
    values["I"] = float(esda.Moran(shares, weights, permutations=PERMUTATIONS).I)
    phases.mark("Moran")
    local = esda.Moran_Local(shares, weights, permutations=PERMUTATIONS, n_jobs=-1, seed=1)
    values["lisa_sum"] = float(np.nansum(local.Is))
    values["compared"] = int(len(shares) - values["islands"])
    phases.mark("local Moran, compiling it")
    # Once more, for its time without numba's compiler.
    esda.Moran_Local(shares, weights, permutations=PERMUTATIONS, n_jobs=-1, seed=1)
    phases.mark("local Moran again")
    return values
