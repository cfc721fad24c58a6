internal import Town

/// A guard for towns in which a group is counted elsewhere than all residents are: the group in cells of 100 m and
/// everybody in cells of 1 km or by quarter, or both in cells but in two tables. Then the group has members where
/// nobody lives, everybody else ("the rest") is all but everybody, and no share within an origin means anything.
enum MixedResolution {
    /// With more than this share of its people beyond all residents of where they are counted, a group is compared with
    /// nothing: whatever compares within origins takes at most all residents for members, and loses these people. Noise
    /// and rounding of protected counts move single cells in which nearly all are members, a few of 100 people; sources of
    /// two resolutions, nearly all of them. A tenth is what the guards of spatial distribution leave open, too.
    static let most = 0.1

    /// The share of a group's people who are more than there are residents: Σ w·max(0, m − t) / Σ w·m; 0 where nobody is
    /// in the group.
    static func share(members: [Double], beyond residents: [Double], weights: [Double]? = nil) -> Double {
        var (beyond, all) = (0.0, 0.0)
        for (unit, (members, residents)) in zip(members, residents).enumerated() {
            let weight = weights?[unit] ?? 1
            beyond += weight * max(0, members - residents)
            all += weight * members
        }
        return all > 0 ? beyond / all : 0
    }

    /// Whether a group is counted elsewhere than all residents are.
    static func isMixed(members: [Double], residents: [Double], weights: [Double]? = nil) -> Bool {
        share(members: members, beyond: residents, weights: weights) > most
    }

    /// The groups of a town, by their index in the study, that are counted at other origins than all residents are.
    static func groups(_ population: PopulationTable, town: AnalysisArea) -> Set<Int> {
        func column(_ group: Int) -> [Double] { town.origins.map { population.counts[group][Int($0)] } }
        guard !population.counts.isEmpty else { return [] }
        let residents = column(0)
        return Set(
            population.counts.indices.dropFirst().filter {
                isMixed(members: column($0), residents: residents, weights: town.weights)
            })
    }
}
