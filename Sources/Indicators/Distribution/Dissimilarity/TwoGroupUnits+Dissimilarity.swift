/// D and what chance does to it.
extension TwoGroupUnits {
    /// The index of dissimilarity, 0 where every unit has the town's share and 1 where no unit has both members and others:
    ///
    ///     D = Σ t·|p̃ − P| / (2·T·P·(1 − P))
    ///
    /// Duncan & Duncan 1955, American Sociological Review 20(2):210–217; with the people around a cell in place of those of
    /// a unit D̃ of Reardon & O'Sullivan 2004, Sociological Methodology 34:121–162.
    var dissimilarity: Double {
        scaled(sum { residents[$0] * abs(membersAround[$0] / residentsAround[$0] - share) })
    }

    /// The mean of D if chance alone had spread the group: E|p̃ − P| of the hypergeometric distribution in place of
    /// |p̃ − P|. About Σ √t / (T·√(2π·P·(1 − P))) where units are large (Winship 1977, Social Forces 55(4):1058–1066), and
    /// exact where they are small, too.
    var randomDissimilarity: Double {
        scaled(
            sum { unit in
                let deviation = RandomAllocation.meanDeviation(
                    residents: residentsAround[unit], of: allResidents, members: allMembers)
                return residents[unit] * deviation / residentsAround[unit]
            })
    }

    /// D between its mean under chance and 1, or between it and 0, negative where units are more even than chance makes
    /// them. With D* that mean:
    ///
    ///     (D − D*) / (1 − D*)  where D ≥ D*,   (D − D*) / D*  elsewhere
    ///
    /// Carrington & Troske 1997, Journal of Business & Economic Statistics 15(4):402–409. Nil for one unit.
    var dissimilarityAboveRandom: Double? {
        let (value, random) = (dissimilarity, randomDissimilarity)
        if value >= random { return random < 1 ? (value - random) / (1 - random) : nil }
        return random > 0 ? (value - random) / random : nil
    }

    private func scaled(_ deviations: Double) -> Double {
        deviations / (2 * allResidents * share * (1 - share))
    }
}
