import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// People who are drawn anew, and what they are drawn from.
@Suite struct DrawnPeopleTests {
    static func population(_ counts: [[Double]], _ spreads: [CountSpread]) -> PopulationTable {
        CountDrawsTests.population(counts, spreads)
    }

    @Test func aGroupIsNeverMoreThanAll() {
        let people = EncounterPeople(DrawnPeopleTests.population([[3, 0], [5, 2]], []))
        #expect(people.counts == [[3, 0], [3, 0]] && people.share(1, 0) == 1 && people.share(1, 1) == nil)
        #expect(people.divisions == [EncounterPeople.Division(group: 1, parts: [1, nil])])
    }

    @Test func groupsThatLeaveNobodyOutAreComparedAtOnce() {
        let all = EncounterPeople(DrawnPeopleTests.population([[5, 4], [2, 4], [3, 0]], []))
        #expect(all.isPartition && all.divisions == [EncounterPeople.Division(group: nil, parts: [1, 2])])
        #expect(all.divisions[0].numbers { Double($0) } == [1, 2])
        let some = EncounterPeople(DrawnPeopleTests.population([[5, 4], [2, 4], [2, 0]], []))
        #expect(!some.isPartition && some.divisions.map(\.group) == [1, 2])
        #expect(some.divisions[0].numbers { [10, 4, 3][$0] } == [4, 6])
    }

    @Test func theOrderIsThatOfPositionsAndPeople() {
        let people = EncounterPeople(DrawnPeopleTests.population([[1, 2, 0, 4], [0, 1, 0, 1]], []))
        #expect(people.order(xs: [9, 5, 1, 5], ys: [0, 0, 0, 0]) == [1, 3, 0])
        #expect(people.order(xs: [9, 5, 1, 5], ys: [0, 7, 0, 0]) == [3, 1, 0])
    }

    /// The rows of tables stand in any order; noise is drawn for the same people all the same.
    @Test func noiseDoesNotDependOnTheOrderOfRows() throws {
        let town = try EncounterTown.large(seed: 13)
        var shuffled = town
        var generator = SeededGenerator(seed: 5)
        shuffled.homes.shuffle(using: &generator)
        let left = try EncounterTown.values("place_exposure", town.noisy(2))
        let right = try EncounterTown.values("place_exposure", shuffled.noisy(2))
        #expect(left.contains { $0.lower != nil })
        for (one, other) in zip(left, right) {
            #expect(isClose(one.lower ?? -1, other.lower ?? -1) && isClose(one.upper ?? -1, other.upper ?? -1))
            if let value = one.value, let lower = one.lower, let upper = one.upper {
                #expect(lower <= value && value <= upper && upper <= 1)
            }
        }
    }

    @Test func whatIsDefaultAndWhatIsInternal() {
        let theme = IndicatorCatalogue.all.map(\.descriptor).filter { $0.theme == .encounter }
        #expect(
            theme.filter(\.isDefault).map(\.id) == ["place_exposure", "home_exposure", "encounter_gain", "outreach"])
        #expect(theme.filter(\.isInternal).map(\.id) == ["place_mix", "place_mix_distance"])
        // Each sheet but that of offers says that nobody was counted.
        for descriptor in theme where descriptor.id != "outreach" {
            #expect(descriptor.text(.saysNot, .german).contains("keine gezählte Begegnung"))
            #expect(descriptor.text(.saysNot, .english).contains("not a counted encounter"))
        }
    }

    @Test func whatIsComputedOnceIsNotComputedAgain() {
        let once = ComputedOnce<Int>()
        #expect(once { 4 } == 4)
        #expect(once { 5 } == 4)
    }
}
