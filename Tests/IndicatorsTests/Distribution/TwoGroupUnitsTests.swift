import TestSupport
import Testing

@testable import Indicators

/// Every figure of a group against the worked example, against PySAL, and in its identities.
@Suite struct TwoGroupUnitsTests {
    @Test func theWorkedExample() throws {
        let units = try workedUnits()
        #expect(isEqual(units.dissimilarity, 0.28))
        #expect(isEqual(units.isolation, 0.235))
        #expect(isEqual(units.exposure, 0.765))
        #expect(isEqual(units.separation, 0.082))
        let groups = GroupUnits(units)
        #expect((groups.informationIndex - 0.0775656693).magnitude < 5e-11)
        #expect((groups.mutualInformation - 0.0349480817).magnitude < 5e-11)
    }

    @Test func aHandfulByHand() throws {
        // Two houses of two: in one both are members, in the other nobody is.
        let apart = try #require(TwoGroupUnits(residents: [2, 2], members: [2, 0]))
        #expect(apart.dissimilarity == 1 && apart.isolation == 1 && apart.exposure == 0 && apart.separation == 1)
        #expect(apart.isolationWithoutSelf == 1 && apart.separationWithoutSelf == 1)
        // Of the 6 ways to put two members into four homes, 2 put them together and 4 apart: D is 1 or 0.
        #expect(isEqual(apart.randomDissimilarity, 1.0 / 3))
        #expect(isEqual(apart.dissimilarityAboveRandom, 1))
        // One in each house: as even as can be, which is more even than chance.
        let even = try #require(TwoGroupUnits(residents: [2, 2], members: [1, 1]))
        #expect(even.dissimilarity == 0 && even.isolation == 0.5 && even.separation == 0)
        #expect(isEqual(even.dissimilarityAboveRandom, -1))
        #expect(even.isolationWithoutSelf == 0)
        #expect(isEqual(even.separationWithoutSelf, -0.5))
    }

    @Test func allFiguresAreThoseOfPySALAndScipy() throws {
        for fixture in try DistributionFixture.read().twoGroups {
            let units = try fixture.units()
            let groups = GroupUnits(units)
            #expect(isEqual(units.dissimilarity, fixture.dissimilarity), "\(fixture.name)")
            #expect(isEqual(units.isolation, fixture.isolation), "\(fixture.name)")
            #expect(isEqual(units.exposure, fixture.exposure), "\(fixture.name)")
            #expect(isEqual(units.separation, fixture.separation), "\(fixture.name)")
            #expect(isEqual(groups.informationIndex, fixture.informationIndex), "\(fixture.name)")
            #expect(isEqual(groups.mutualInformation, fixture.mutualInformation), "\(fixture.name)")
            #expect(isEqual(units.randomDissimilarity, fixture.randomDissimilarity), "\(fixture.name)")
            #expect(isEqual(units.isolationWithoutSelf, fixture.withoutSelf.isolation), "\(fixture.name)")
            #expect(isEqual(units.separationWithoutSelf, fixture.withoutSelf.separation), "\(fixture.name)")
        }
    }

    // MARK: - Identities

    static func randomUnits(seed: UInt64) throws -> TwoGroupUnits {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 2...40, using: &generator)
        let residents = (0..<count).map { _ in Double(Int.random(in: 1...300, using: &generator)) }
        let members = residents.map { Double(Int.random(in: 0...Int($0), using: &generator)) }
        return try #require(TwoGroupUnits(residents: residents, members: members))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func contactsAddUpAndSharesStayShares(_ seed: UInt64) throws {
        let units = try TwoGroupUnitsTests.randomUnits(seed: seed)
        #expect(isEqual(units.isolation + units.exposure, 1))
        let (isolation, exposure) = (units.isolationWithoutSelf ?? 0, units.exposureWithoutSelf ?? 0)
        #expect(isEqual(isolation + exposure, 1))
        #expect((0...1).contains(units.dissimilarity) && (0...1).contains(units.randomDissimilarity))
        #expect((0...1).contains(units.separation) && isolation < units.isolation)
        // Whom members meet among others, others meet among members: M·xPy = (T − M)·yPx.
        let others = try #require(
            TwoGroupUnits(residents: units.residents, members: zip(units.residents, units.members).map { $0 - $1 }))
        #expect(isEqual(units.allMembers * units.exposure, others.allMembers * others.exposure))
        // To be spread unevenly is mutual.
        #expect(isEqual(units.dissimilarity, others.dissimilarity))
        #expect(isEqual(units.separation, others.separation))
        #expect(isEqual(units.randomDissimilarity, others.randomDissimilarity))
        // The location quotients of the units have the mean 1 over their residents.
        let quotients = zip(units.residents, units.members).map { $1 / $0 / units.share }
        let mean = zip(units.residents, quotients).reduce(0) { $0 + $1.0 * $1.1 } / units.allResidents
        #expect(isEqual(mean, 1))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func mergingUnitsOfEqualCompositionChangesNothing(
        _ seed: UInt64
    ) throws {
        let units = try TwoGroupUnitsTests.randomUnits(seed: seed)
        // Each unit cut in three of the same composition.
        let parts = [0.5, 0.25, 0.25]
        let cut = try #require(
            TwoGroupUnits(
                residents: units.residents.flatMap { all in parts.map { all * $0 } },
                members: units.members.flatMap { all in parts.map { all * $0 } }))
        #expect(isEqual(cut.dissimilarity, units.dissimilarity))
        #expect(isEqual(cut.isolation, units.isolation))
        #expect(isEqual(cut.separation, units.separation))
        let (before, after) = (GroupUnits(units), GroupUnits(cut))
        #expect(isEqual(after.informationIndex, before.informationIndex))
        // Chance alone makes smaller units less even.
        #expect(cut.randomDissimilarity > units.randomDissimilarity)
    }

    @Test func theOrderOfUnitsDoesNotMatter() throws {
        let units = try DistributionFixture.group("small units")
        let turned = try #require(
            TwoGroupUnits(residents: units.residents.reversed(), members: units.members.reversed()))
        #expect(isEqual(turned.dissimilarity, units.dissimilarity))
        #expect(isEqual(turned.randomDissimilarity, units.randomDissimilarity))
        #expect(isEqual(turned.separationWithoutSelf, units.separationWithoutSelf ?? 0))
    }

    // MARK: - Towns of which nothing can be said

    /// Defect 19 of other tools: an empty group gave no number.
    @Test func anEmptyGroupHasNoFiguresRatherThanNaN() {
        #expect(TwoGroupUnits(residents: [10, 20], members: [0, 0]) == nil)
        #expect(TwoGroupUnits(residents: [10, 20], members: [10, 20]) == nil)
        #expect(TwoGroupUnits(residents: [0, 0], members: [0, 0]) == nil)
        #expect(TwoGroupUnits(residents: [], members: []) == nil)
        #expect(GroupUnits(members: [[3, 4], [0, 0]]) == nil)
        #expect(GroupUnits(members: []) == nil)
    }

    @Test func anEmptyGroupBesideOthersChangesNothing() throws {
        let two = try #require(GroupUnits(members: [[3, 4], [5, 1]]))
        let three = try #require(GroupUnits(members: [[3, 4], [0, 0], [5, 1]]))
        #expect(isEqual(three.informationIndex, two.informationIndex))
        #expect(isEqual(three.randomMutualInformation, two.randomMutualInformation))
    }

    @Test func hostileCountsAreRefused() {
        #expect(TwoGroupUnits(residents: [10, .nan], members: [1, 1]) == nil)
        #expect(TwoGroupUnits(residents: [10, .infinity], members: [1, 1]) == nil)
        #expect(TwoGroupUnits(residents: [10, 10], members: [-1, 5]) == nil)
        #expect(TwoGroupUnits(residents: [10, 10], members: [1]) == nil)
        #expect(TwoGroupUnits(residents: [1e308, 1e308], members: [1, 1]) == nil)
        #expect(TwoGroupUnits(residents: [10, 10], members: [1, 2], around: ([10], [1])) == nil)
        #expect(GroupUnits(members: [[1, 2], [3]]) == nil)
        #expect(GroupUnits(members: [[1, -2], [3, 4]]) == nil)
        #expect(GroupUnits(members: [[1, 2], [3, 4]], around: [[1, 2]]) == nil)
    }

    @Test func unitsOfNobodyAreNoUnits() throws {
        let units = try #require(TwoGroupUnits(residents: [100, 0, 200, 300], members: [40, 5, 30, 30]))
        let worked = try workedUnits()
        #expect(units == worked)
    }

    /// Protected counts are changed a little, group and residents each for itself.
    @Test func moreMembersThanResidentsAreAllResidents() throws {
        let units = try #require(TwoGroupUnits(residents: [3, 200], members: [4, 30]))
        #expect(units.members == [3, 30] && units.allMembers == 33)
    }

    @Test func oneUnitIsEven() throws {
        let units = try #require(TwoGroupUnits(residents: [500], members: [60]))
        #expect(units.dissimilarity == 0 && units.randomDissimilarity == 0)
        #expect(units.dissimilarityAboveRandom == 0)
        #expect(isEqual(units.isolation, units.share))
        #expect((units.separationWithoutSelf ?? 1).magnitude < 1e-12)
    }

    @Test func whoLivesAloneIsNotCountedAmongNeighbours() throws {
        let units = try #require(TwoGroupUnits(residents: [1, 1, 4, 6], members: [1, 0, 2, 3]))
        let without = try #require(TwoGroupUnits(residents: [4, 6], members: [2, 3]))
        #expect(units.isolationWithoutSelf == without.isolationWithoutSelf)
        #expect(TwoGroupUnits(residents: [1, 1], members: [1, 0])?.isolationWithoutSelf == nil)
    }
}
