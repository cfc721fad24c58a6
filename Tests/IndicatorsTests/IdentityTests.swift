import TestSupport
import Testing
import Town

@testable import Indicators

/// Identities between values of one town: where they break, somebody is lost or counted twice.
@Suite struct IdentityTests {
    static let quarterIDs = (0..<9).map { "q\($0)" }
    /// Seeds, and whether people are given as cells.
    static let towns: [(UInt64, Bool)] = (1...6).flatMap { [(UInt64($0), false), (UInt64($0), true)] }

    private static let tables = Dictionary(
        uniqueKeysWithValues: towns.map { ("\($0)", ComputedOnce<Result<IndicatorTable, any Error>>()) })

    /// The table of one of the towns, of what grows and falls with places too: computed by the first test that asks.
    private static func table(_ seed: UInt64, _ areCells: Bool) throws -> IndicatorTable {
        let also = growsWithPlaces.union(fallsWithPlaces)
        return try #require(tables["\((seed, areCells))"]).callAsFunction {
            Result { try TownSketch.random(seed: seed, areCells: areCells).table(also: also) }
        }.get()
    }

    static func values(_ table: IndicatorTable, _ indicator: String, _ level: AreaLevel) -> [IndicatorValue] {
        table.values.filter { $0.indicator == indicator && $0.level == level }
    }

    @Test(arguments: towns) func quartersAddUpToTheTown(_ seed: UInt64, _ areCells: Bool) throws {
        let table = try IdentityTests.table(seed, areCells)
        for group in ["all", "foreign"] {
            let town = try #require(table.find("residents", "town", group: group)?.value)
            let sum = IdentityTests.quarterIDs.reduce(0) {
                $0 + (table.find("residents", $1, group: group)?.value ?? .nan)
            }
            #expect(town > 0 && isClose(sum, town))
        }
        for category in ["meeting_places", "services", "cafe", "library", "school"] {
            let town = try #require(table.find("place_count", "town", category: category)?.value)
            let sum = IdentityTests.quarterIDs.reduce(0) {
                $0 + (table.find("place_count", $1, category: category)?.value ?? .nan)
            }
            #expect(sum == town)
        }
        let parts = ["cafe", "library"].compactMap { table.find("place_count", "town", category: $0)?.value }
        #expect(table.find("place_count", "town", category: "meeting_places")?.value == parts.reduce(0, +))
        let kinds = ["organised_places", "everyday_places"].compactMap {
            table.find("place_count", "town", category: $0)?.value
        }
        #expect(kinds.reduce(0, +) == parts.reduce(0, +))
    }

    @Test(arguments: towns) func theTownsShareIsTheMeanOfItsQuarters(_ seed: UInt64, _ areCells: Bool) throws {
        let table = try IdentityTests.table(seed, areCells)
        /// The mean over the quarters, weighted with the residents it rests on; a quarter without residents adds 0.
        func mean(_ indicator: String, _ group: String, _ category: String?, _ metres: Int?) -> Double {
            var (sum, all) = (0.0, 0.0)
            for id in IdentityTests.quarterIDs {
                let value = table.find(indicator, id, group: group, category: category, metres: metres)
                sum += (value?.value ?? 0) * (value?.n ?? 0)
                all += value?.n ?? 0
            }
            return sum / all
        }
        let share = try #require(table.find("group_share", "town", group: "foreign")?.value)
        #expect(isClose(mean("group_share", "foreign", nil, nil), share))
        #expect(isClose(mean("location_quotient", "foreign", nil, nil), 1))
        for indicator in ["coverage_share", "places_within"] {
            for group in ["all", "foreign"] {
                for category in ["meeting_places", "cafe", "school"] {
                    for metres in [300, 500, 1_000] {
                        let town = table.find(
                            indicator, "town", group: group, category: category, metres: metres)
                        #expect(isClose(mean(indicator, group, category, metres), town?.value ?? .nan))
                    }
                }
            }
        }
    }

    @Test(arguments: towns) func theTownIsItsOwnMeasure(_ seed: UInt64, _ areCells: Bool) throws {
        let table = try IdentityTests.table(seed, areCells)
        #expect(table.find("location_quotient", "town", group: "foreign")?.value == 1)
        let share = try #require(table.find("group_share", "town", group: "foreign")?.value)
        for id in IdentityTests.quarterIDs {
            guard let own = table.find("group_share", id, group: "foreign")?.value else { continue }
            let quotient = try #require(table.find("location_quotient", id, group: "foreign")?.value)
            #expect(isClose(quotient * share, own))
        }
    }

    @Test(arguments: towns) func aWiderThresholdNeverTakesPlacesAway(_ seed: UInt64, _ areCells: Bool) throws {
        var town = try TownSketch.random(seed: seed, areCells: areCells)
        town.limits = [0, 100, 300, 500, 1_000, 5_000]
        let table = try town.table(only: ["coverage_share", "places_within"])
        for id in ["town", "f1"] + IdentityTests.quarterIDs {
            for category in ["meeting_places", "services", "cafe"] {
                for indicator in ["coverage_share", "places_within"] {
                    let values = town.limits.compactMap {
                        table.find(indicator, id, group: "all", category: category, metres: Int($0))?.value
                    }
                    #expect(values == values.sorted())
                    #expect(values.isEmpty || values.count == town.limits.count)
                }
                // Whoever has a place has at least one: coverage is never more than the number of places.
                for metres in town.limits.map(Int.init) {
                    let share = table.find("coverage_share", id, group: "all", category: category, metres: metres)
                    let number = table.find("places_within", id, group: "all", category: category, metres: metres)
                    #expect((share?.value ?? 0) <= (number?.value ?? 0) + 1e-9)
                }
            }
        }
        // At 5 km everybody has everything.
        let all = Double(town.places.count { $0.category == "cafe" })
        let number = table.find("places_within", "town", group: "all", category: "cafe", metres: 5_000)
        #expect(isClose(number?.value ?? .nan, all))
        #expect(
            isClose(
                table.find("coverage_share", "town", group: "all", category: "cafe", metres: 5_000)?.value ?? .nan, 1))
    }

    @Test(arguments: towns) func halfOfThePeopleHaveTheMedianOrLess(_ seed: UInt64, _ areCells: Bool) throws {
        // Half of the residents have the median distance or less: the share covered at that distance says so.
        var town = try TownSketch.random(seed: seed, areCells: areCells)
        let distance = try #require(
            try IdentityTests.table(seed, areCells).find("nearest_distance", "town", group: "all", category: "library")?
                .value)
        town.limits = [(distance - 1).rounded(.down), (distance + 1).rounded(.up)]
        let table = try town.table(only: ["coverage_share"])
        let shares = town.limits.compactMap {
            table.find("coverage_share", "town", group: "all", category: "library", metres: Int($0))?.value
        }
        #expect(shares.count == 2 && shares[0] < 0.5 && shares[1] >= 0.5)
    }

    /// What can only grow when a place is added.
    static let growsWithPlaces: Set<String> = [
        "coverage_share", "places_within", "place_count", "cutoff_interval", "gravity_access",
    ]
    /// What can only fall when a place is added.
    static let fallsWithPlaces: Set<String> = ["nearest_distance", "nearest_time", "nth_nearest"]

    @Test(arguments: towns) func anotherPlaceNeverMakesItWorse(_ seed: UInt64, _ areCells: Bool) throws {
        var richer = try TownSketch.random(seed: seed, areCells: areCells)
        var generator = SeededGenerator(seed: seed &+ 100)
        for _ in 0..<5 {
            richer.places.append(
                TownSketch.Place(
                    x: Double.random(in: 0...2_100, using: &generator),
                    y: Double.random(in: 0...2_100, using: &generator), category: "library"))
        }
        let also = IdentityTests.growsWithPlaces.union(IdentityTests.fallsWithPlaces)
        let (before, after) = (try IdentityTests.table(seed, areCells), try richer.table(also: also))
        for value in before.values {
            guard let number = value.value, let other = after[value.key]?.value else { continue }
            let needs = try #require(IndicatorCatalogue.indicator(value.indicator)).descriptor.needs
            if IdentityTests.fallsWithPlaces.contains(value.indicator) {
                #expect(other <= number)
            } else if IdentityTests.growsWithPlaces.contains(value.indicator) {
                #expect(other >= number - 1e-12)
            } else if Set(needs).isDisjoint(with: [.places, .offers, .rooms]) {
                #expect(other == number)
            }
        }
    }

    @Test func groupsThatDivideTheTownHaveSharesThatSumToOne() throws {
        var town = try TownSketch.grid()
        town.groupIDs = ["all", "a", "b", "c"]
        var generator = SeededGenerator(seed: 8)
        town.homes = (0..<50).map { _ in
            let parts = (0..<3).map { _ in Double(Int.random(in: 0...20, using: &generator)) }
            return TownSketch.Home(
                x: Double.random(in: 0...2_000, using: &generator), y: Double.random(in: 0...2_000, using: &generator),
                counts: [parts.reduce(0, +)] + parts)
        }
        let table = try town.table()
        for id in ["town", "sw", "se", "nw", "ne"] {
            let shares = ["a", "b", "c"].compactMap { table.find("group_share", id, group: $0)?.value }
            #expect(shares.count == 3 && isClose(shares.reduce(0, +), 1))
        }
        // All residents are the whole, not a group of it.
        #expect(!table.values.contains { $0.indicator == "group_share" && $0.group == "all" })
        #expect(!table.values.contains { $0.indicator == "location_quotient" && $0.group == "all" })
    }
}
