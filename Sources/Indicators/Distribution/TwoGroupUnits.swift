/// The residents of units, all of them and those of a group, and who lives around them: what every figure of how a group
/// is spread over a town is made of.
///
/// A unit is a quarter or a square, and then those around it are the unit itself; or it is a cell, and those around it are
/// all people within a distance of its middle. In the formulas t and m are all residents and the members of the group in a
/// unit, t̃ and m̃ those around it, T and M those of the town, P = M/T, p̃ = m̃/t̃.
struct TwoGroupUnits: Sendable, Equatable {
    /// t: all residents of each unit, more than 0.
    let residents: [Double]
    /// m: the members of the group in each unit, at most its residents.
    let members: [Double]
    /// t̃: all residents around each unit, itself with them.
    let residentsAround: [Double]
    /// m̃: the members of the group around each unit.
    let membersAround: [Double]
    /// T.
    let allResidents: Double
    /// M, more than 0 and less than T.
    let allMembers: Double

    /// P: the share of the group in the town, more than 0 and less than 1.
    var share: Double { allMembers / allResidents }

    /// How many units somebody lives in.
    var count: Int { residents.count }

    /// Makes units; those where nobody lives are left out. Protected counts can have more members of a group than
    /// residents: then all residents are members.
    ///
    /// Nil where no figure can be made: nobody lives here, nobody or everybody is of the group, or a count is negative, no
    /// number, or has no partner.
    init?(residents: [Double], members: [Double], around: (residents: [Double], members: [Double])? = nil) {
        let around = around ?? (residents, members)
        guard residents.count == members.count, residents.count == around.residents.count,
            residents.count == around.members.count
        else { return nil }
        let isCount = { (value: Double) in value >= 0 && value.isFinite }
        guard residents.allSatisfy(isCount), members.allSatisfy(isCount), around.residents.allSatisfy(isCount),
            around.members.allSatisfy(isCount)
        else { return nil }
        let inhabited = residents.indices.filter { residents[$0] > 0 && around.residents[$0] > 0 }
        self.residents = inhabited.map { residents[$0] }
        self.members = inhabited.map { min(members[$0], residents[$0]) }
        residentsAround = inhabited.map { around.residents[$0] }
        membersAround = inhabited.map { min(around.members[$0], around.residents[$0]) }
        allResidents = self.residents.reduce(0, +)
        allMembers = self.members.reduce(0, +)
        guard allMembers > 0, allMembers < allResidents, allResidents.isFinite else { return nil }
    }

    /// Σ over the units.
    func sum(_ term: (Int) -> Double) -> Double {
        var sum = 0.0
        for unit in residents.indices { sum += term(unit) }
        return sum
    }
}
