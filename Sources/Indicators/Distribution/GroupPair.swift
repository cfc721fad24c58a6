/// Two groups that have nobody in common, in the units of a town: whom the members of the one have around them of the
/// other. Letters as in ``TwoGroupUnits``; h̃ are the members of the other group around a unit, H all of them.
struct GroupPair: Sendable, Equatable {
    /// t.
    private let residents: [Double]
    /// m.
    private let members: [Double]
    /// t̃.
    private let residentsAround: [Double]
    /// h̃.
    private let othersAround: [Double]
    /// T.
    private let allResidents: Double
    /// M, more than 0.
    private let allMembers: Double
    /// H, more than 0.
    private let allOthers: Double

    /// Makes a pair; nil where one of the groups is nobody.
    ///
    /// - Parameter around: the columns of those around the units; the units themselves where it is nil.
    init?(
        residents: [Double], members: [Double], others: [Double],
        around: (residents: [Double], others: [Double])? = nil
    ) {
        let around = around ?? (residents, others)
        let inhabited = residents.indices.filter { residents[$0] > 0 && around.residents[$0] > 0 }
        self.residents = inhabited.map { residents[$0] }
        self.members = inhabited.map { min(members[$0], residents[$0]) }
        residentsAround = inhabited.map { around.residents[$0] }
        othersAround = inhabited.map { min(around.others[$0], around.residents[$0]) }
        allResidents = self.residents.reduce(0, +)
        allMembers = self.members.reduce(0, +)
        allOthers = inhabited.reduce(0) { $0 + min(others[$1], residents[$1]) }
        guard allMembers > 0, allOthers > 0 else { return nil }
    }

    /// The share of the other group among the people around a member: xPy = Σ (m/M)·h̃/t̃. Over the groups of a partition
    /// these are, with ``TwoGroupUnits/isolation``, 1 in sum.
    var exposure: Double {
        residents.indices.reduce(0) { $0 + members[$1] / allMembers * othersAround[$1] / residentsAround[$1] }
    }

    /// The mean of xPy if chance alone had spread both groups: beside itself a member has the share H/(T − 1) around,
    /// Σ (t/T)·(t̃ − 1)/t̃·H/(T − 1).
    var randomExposure: Double {
        guard allResidents > 1 else { return 0 }
        let share = allOthers / (allResidents - 1)
        return residents.indices.reduce(0) { sum, unit in
            let around = residentsAround[unit]
            return sum + residents[unit] / allResidents * share * max(0, around - 1) / around
        }
    }

    /// The share of the other group among the *other* people around a member, Σ m·h̃/(t̃ − 1) / Σ m, whose mean under chance
    /// is H/(T − 1) whatever the size of the units; who has nobody around is not counted. Nil where that is everybody.
    var exposureWithoutSelf: Double? {
        var (members, others) = (0.0, 0.0)
        for unit in residents.indices where residentsAround[unit] > 1 {
            members += self.members[unit]
            others += self.members[unit] * min(othersAround[unit] / (residentsAround[unit] - 1), 1)
        }
        return members > 0 ? others / members : nil
    }
}
