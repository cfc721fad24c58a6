import TestSupport
import Testing

@testable import Indicators

/// M and H of several groups.
@Suite struct GroupUnitsTests {
    @Test func severalGroupsAreThoseOfPySAL() throws {
        for fixture in try DistributionFixture.read().severalGroups {
            let units = try #require(GroupUnits(members: fixture.groups))
            #expect(isEqual(units.informationIndex, fixture.informationIndex), "\(fixture.name)")
            #expect(isEqual(units.mutualInformation, fixture.mutualInformation), "\(fixture.name)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func informationIsEntropyTimesIndex(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let members = (0..<4).map { _ in (0..<12).map { _ in Double(Int.random(in: 0...50, using: &generator)) } }
        let units = try #require(GroupUnits(members: members))
        #expect(isEqual(units.entropy * units.informationIndex, units.mutualInformation))
        #expect((0...1).contains(units.informationIndex))
        // Groups and units may change places (the entropy is that of the units then).
        let turned = try #require(GroupUnits(members: (0..<12).map { unit in members.map { $0[unit] } }))
        #expect((turned.mutualInformation - units.mutualInformation).magnitude < 1e-12)
        // Between two bundles of groups, and within each: M is strongly decomposable.
        let bundled = try #require(
            GroupUnits(members: [zip(members[0], members[1]).map(+), zip(members[2], members[3]).map(+)]))
        var within = 0.0
        for pair in [0...1, 2...3] {
            let part = try #require(GroupUnits(members: Array(members[pair])))
            within += part.allResidents / units.allResidents * part.mutualInformation
        }
        #expect((bundled.mutualInformation + within - units.mutualInformation).magnitude < 1e-12)
    }

    @Test func apartIsOneAndEvenIsZero() throws {
        let apart = try #require(GroupUnits(members: [[7, 0, 0], [0, 9, 0], [0, 0, 2]]))
        #expect(isEqual(apart.informationIndex, 1))
        let even = try #require(GroupUnits(members: [[1, 2, 3], [2, 4, 6]]))
        #expect(even.informationIndex.magnitude < 1e-14)
    }

    @Test func entropyCountsNobodyAsNothing() {
        #expect(GroupUnits.entropy(of: [1, 0]) == 0)
        #expect(isEqual(GroupUnits.entropy(of: [0.5, 0.5, 0]), 0.6931471805599453))
    }
}
