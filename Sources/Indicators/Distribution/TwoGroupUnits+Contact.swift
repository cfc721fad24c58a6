/// Whom the members of the group have around them: isolation, exposure and separation.
extension TwoGroupUnits {
    /// The share of members among the people around a member, on average over the members, each counted as one of them:
    ///
    ///     xPx = Σ (m/M)·p̃
    ///
    /// Massey & Denton 1988, Social Forces 67(2):281–315; spatial: Reardon & O'Sullivan 2004.
    var isolation: Double { sum { members[$0] / allMembers * membersAround[$0] / residentsAround[$0] } }

    /// The share of others among the people around a member: xPy = Σ (m/M)·(1 − p̃) = 1 − xPx.
    var exposure: Double {
        sum { members[$0] / allMembers * (residentsAround[$0] - membersAround[$0]) / residentsAround[$0] }
    }

    /// How much more members than others have members around them, 0 where all have the same and 1 where nobody has both:
    /// S = (xPx − P) / (1 − P), also called eta² and variance ratio.
    var separation: Double { (isolation - share) / (1 - share) }

    /// The share of members among the *other* people around a member. Without the person itself, who is always a member,
    /// its mean under chance is (M − 1)/(T − 1) whatever the size of the units, so small units need no correction:
    ///
    ///     xPx′ = Σ m·(m̃ − 1)/(t̃ − 1) / Σ m
    ///
    /// Fossett 2017, New Methods for Measuring and Analyzing Segregation, chapter 15. Who has nobody around is not
    /// counted; nil where that is everybody.
    var isolationWithoutSelf: Double? { exposureWithoutSelf.map { 1 - $0 } }

    /// The share of others among the other people around a member: xPy′ = Σ m·(t̃ − m̃)/(t̃ − 1) / Σ m = 1 − xPx′.
    var exposureWithoutSelf: Double? {
        var (members, others) = (0.0, 0.0)
        // Of shares of cells a fraction of a person may be left: less than one member has no members around.
        for unit in residents.indices where residentsAround[unit] > 1 {
            let around = min((residentsAround[unit] - membersAround[unit]) / (residentsAround[unit] - 1), 1)
            members += self.members[unit]
            others += self.members[unit] * around
        }
        return members > 0 ? others / members : nil
    }

    /// S of the contacts without the person itself, compared with what they are under chance, so that its mean is exactly 0
    /// then: S′ = (xPx′ − P′) / (1 − P′) with P′ = (M − 1)/(T − 1). Fossett compares with M/T, which is the same but for
    /// one person in the town.
    var separationWithoutSelf: Double? {
        guard let exposure = exposureWithoutSelf, allResidents > 1 else { return nil }
        return 1 - exposure * (allResidents - 1) / (allResidents - allMembers)
    }
}

/// What chance makes of the contacts, and the three parts of each.
extension TwoGroupUnits {
    /// The mean of xPx if chance alone had spread the group: each member has itself around, and of all others the share
    /// (M − 1)/(T − 1): Σ (t/T)·(1 + (t̃ − 1)·P′)/t̃.
    var randomIsolation: Double {
        guard allResidents > 1 else { return 1 }
        let others = (allMembers - 1) / (allResidents - 1)
        return sum { residents[$0] / allResidents * (1 + (residentsAround[$0] - 1) * others) / residentsAround[$0] }
    }
}
