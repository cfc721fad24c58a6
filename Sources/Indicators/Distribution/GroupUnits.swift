internal import Glibc

/// The residents of units by groups that together are all residents, each in one of them, and who lives around each unit;
/// see ``TwoGroupUnits``, of which this is the form for any number of groups.
struct GroupUnits: Sendable, Equatable {
    /// For each group its members in each unit.
    let members: [[Double]]
    /// For each group its members around each unit, itself with them.
    let membersAround: [[Double]]
    /// All residents of each unit, more than 0.
    let residents: [Double]
    /// The share of each group in the town.
    let shares: [Double]

    /// How many units somebody lives in.
    var count: Int { residents.count }

    /// T: all residents.
    var allResidents: Double { residents.reduce(0, +) }

    /// Makes units; those where nobody lives are left out. Nil where fewer than two groups have members, or a count is
    /// negative, no number, or has no partner.
    init?(members: [[Double]], around: [[Double]]? = nil) {
        let around = around ?? members
        guard let first = members.first, members.count == around.count,
            (members + around).allSatisfy({ $0.count == first.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } })
        else { return nil }
        func total(_ counts: [[Double]], _ unit: Int) -> Double { counts.reduce(0) { $0 + $1[unit] } }
        let inhabited = first.indices.filter { total(members, $0) > 0 && total(around, $0) > 0 }
        self.members = members.map { counts in inhabited.map { counts[$0] } }
        membersAround = around.map { counts in inhabited.map { counts[$0] } }
        residents = inhabited.map { total(members, $0) }
        let all = residents.reduce(0, +)
        guard all > 0, all.isFinite else { return nil }
        shares = self.members.map { $0.reduce(0, +) / all }
        guard shares.count(where: { $0 > 0 }) > 1 else { return nil }
    }

    /// A group and all others.
    init(_ units: TwoGroupUnits) {
        members = [units.members, zip(units.residents, units.members).map { $0 - $1 }]
        membersAround = [units.membersAround, zip(units.residentsAround, units.membersAround).map { $0 - $1 }]
        residents = units.residents
        shares = [units.share, 1 - units.share]
    }

    /// E: how mixed the town is, −Σ π·ln π, with 0·ln 0 = 0, in nats.
    var entropy: Double { GroupUnits.entropy(of: shares) }

    /// The mutual information of group and unit: how much less mixed the surroundings of the residents are than the town,
    /// on average, in nats:
    ///
    ///     M = E − Σ (t/T)·Ẽ
    ///
    /// Theil & Finizza 1971; Mora & Ruiz-Castillo 2011, Sociological Methodology 41:159–194. With the people around cells
    /// it is E·H̃ of Reardon & O'Sullivan 2004, which falls below 0 where surroundings are more mixed than the town.
    var mutualInformation: Double { entropy - entropyAround }

    /// Σ (t/T)·Ẽ: how mixed the surroundings of the residents are on average.
    var entropyAround: Double {
        var mixed = 0.0
        for unit in residents.indices { mixed += residents[unit] * entropy(around: unit) }
        return mixed / allResidents
    }

    /// Ẽ: how mixed those around a unit are.
    private func entropy(around unit: Int) -> Double {
        let around = membersAround.reduce(0) { $0 + $1[unit] }
        return GroupUnits.entropy(of: membersAround.map { $0[unit] / around })
    }

    /// The information theory index, M as a share of what it can be:
    ///
    ///     H = Σ t·(E − Ẽ) / (E·T) = M / E
    ///
    /// Reardon & Firebaugh 2002, Sociological Methodology 32:33–67.
    var informationIndex: Double {
        let town = entropy
        var sum = 0.0
        for unit in residents.indices { sum += residents[unit] * (town - entropy(around: unit)) }
        return sum / (town * allResidents)
    }

    /// About the mean of M if chance alone had spread the groups: of n people drawn from T the entropy is on average lower
    /// by (G − 1)/2n·(1 − n/T) (Miller 1955), G the number of groups with members. For units that are their own
    /// surroundings (G − 1)·(U − 1)/2T, U the number of units, as 2·T·M is then distributed like χ². At most E.
    var randomMutualInformation: Double {
        let all = allResidents
        let groups = Double(shares.count { $0 > 0 })
        var sum = 0.0
        for unit in residents.indices {
            let around = membersAround.reduce(0) { $0 + $1[unit] }
            sum += residents[unit] / all * (groups - 1) / (2 * around) * max(0, 1 - around / all)
        }
        return min(sum, entropy)
    }

    /// −Σ π·ln π.
    static func entropy(of shares: [Double]) -> Double {
        -shares.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 }
    }
}
