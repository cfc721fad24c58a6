internal import Town

/// How long each origin has at least one offer in reach.
struct AccessHorizon: Sendable {
    /// The last day with an offer that is surely paid for, as a day number; nil where there is none in reach.
    let sure: [Int?]
    /// The same if everything ran on of which nobody recorded the end.
    let possible: [Int?]
    /// The share of the offers in reach whose end is not recorded; 0 where none is in reach.
    let unrecorded: [Double]

    init(_ offers: FundedOffers, _ inReach: [[Int]]) {
        sure = inReach.map { found in found.compactMap { offers.offers[$0].lastDay }.max() }
        possible = inReach.map { found in found.map { offers.offers[$0].lastDay ?? Int.max }.max() }
        unrecorded = inReach.map { found in
            found.isEmpty ? 0 : Double(found.count { offers.offers[$0].lastDay == nil }) / Double(found.count)
        }
    }

    /// The share of the residents whose last day fulfils a condition, between what is sure and what is possible; with
    /// the share of the offers in their reach that is not recorded.
    func share(
        _ area: AnalysisArea, _ counts: [Double], _ uncertain: UncertainCounts, where isCounted: (Int?) -> Bool
    ) -> ResidentFigure {
        let sureShare = area.mean(counts) { isCounted(sure[$0]) ? 1 : 0 }
        let possibleShare = area.mean(counts) { isCounted(possible[$0]) ? 1 : 0 }
        return ResidentFigure(
            value: sureShare,
            bounds: sureShare.flatMap { least in possibleShare.map { min(least, $0)...max(least, $0) } },
            interval: area.shareInterval(uncertain) { isCounted(sure[$0]) },
            unrecorded: area.mean(counts) { unrecorded[$0] })
    }
}
