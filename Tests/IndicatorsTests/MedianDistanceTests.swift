import Indicators
import TestSupport
import Testing

/// The weighted median of the distance to the nearest place, where it is delicate.
@Suite struct MedianDistanceTests {
    /// People at given distances east of the only library, all in one quarter.
    static func median(_ people: [(distance: Double, count: Double)]) throws -> IndicatorValue? {
        var town = TownSketch(quarters: [("q", try rectangle(-10, -10, 20_000, 10))])
        town.groupIDs = ["all"]
        town.homes = people.map { TownSketch.home($0.distance, 0, $0.count) }
        town.places = [TownSketch.Place(x: 0, y: 0, category: "library")]
        return try town.table().find("nearest_distance", "q", group: "all", category: "library")
    }

    struct Case: Sendable {
        var people: [(distance: Double, count: Double)]
        var median: Double
    }

    @Test(arguments: [
        Case(people: [(100, 5)], median: 100),
        // Exactly half: the smaller value.
        Case(people: [(100, 5), (200, 5)], median: 100),
        Case(people: [(100, 5), (200, 6)], median: 200),
        Case(people: [(100, 6), (200, 5)], median: 100),
        // Ties add up.
        Case(people: [(100, 3), (200, 2), (200, 2), (300, 6)], median: 200),
        Case(people: [(300, 1), (100, 1), (200, 1)], median: 200),
        // Homes without people do not count.
        Case(people: [(1, 0), (100, 1), (9_000, 0)], median: 100),
        // The door itself.
        Case(people: [(0, 3), (500, 1)], median: 0),
        // Millimetres are kept, halves go to even.
        Case(people: [(123.4564, 1)], median: 123.456), Case(people: [(0.0004, 1)], median: 0),
    ])
    func workedExamples(_ example: Case) throws {
        let value = try MedianDistanceTests.median(example.people)
        #expect(value?.value == example.median)
        #expect(value?.status == .valid)
    }

    @Test func exactlyHalfIsFoundInWhateverOrderFractionsAreAddedUp() throws {
        // 0.1 + 0.2 is half of 0.6, but not bit for bit in every order of addition.
        let people: [(distance: Double, count: Double)] = [(100, 0.1), (200, 0.2), (300, 0.3)]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(try MedianDistanceTests.median(order.map { people[$0] })?.value == 200, "\(order)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func halvesOfManyFractionsDoNotDependOnTheOrder(_ seed: UInt64)
        throws
    {
        var generator = SeededGenerator(seed: seed)
        // Both halves have the same people, cut into fractions as cells are.
        let fractions = (0..<9).map { _ in Double(Int.random(in: 1...99, using: &generator)) / 100 }
        var people: [(distance: Double, count: Double)] = []
        for (index, fraction) in fractions.enumerated() {
            people.append((Double(100 + index), fraction))
            people.append((Double(500 + index), fraction))
        }
        for _ in 0..<5 {
            people.shuffle(using: &generator)
            #expect(try MedianDistanceTests.median(people)?.value == 108)
        }
    }

    @Test func aDistanceBeyondAllMeasureIsNotReachable() throws {
        // The straight line answers up to 2,147 km.
        var town = TownSketch(quarters: [("q", try rectangle(0, 0, 10, 10))])
        town.homes = [TownSketch.home(5, 5, 10, 1)]
        town.places = [TownSketch.Place(x: 3_000_000, y: 0, category: "library")]
        let table = try town.table()
        let value = try #require(table.find("nearest_distance", "q", group: "all", category: "library"))
        #expect(value.status == .notReachable && value.value == nil && value.n == 10)
        // A share, however, is known: nobody.
        #expect(table.find("coverage_share", "q", group: "all", category: "library", metres: 300)?.value == 0)
    }
}
