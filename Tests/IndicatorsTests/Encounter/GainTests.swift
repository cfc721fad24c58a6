import TestSupport
import Testing
import Town

@testable import Indicators

/// What places add to home, and what chance makes of it.
@Suite struct GainTests {
    /// Twelve homes of 100 people around one place each side; group b lives in the west only.
    static func divided(places: Int) throws -> TownSketch {
        var town = try TownSketch.grid()
        town.homes = (0..<12).map { number in
            let isWest = number < 6
            return TownSketch.home(isWest ? 700 : 1_300, 300 + 40 * Double(number % 6), 100, isWest ? 90 : 0)
        }
        town.places = (0..<places).map { number in
            TownSketch.Place(
                x: places == 1 ? 1_000 : 700 + 600 * Double(number), y: 500, category: "cafe", id: "p\(number)")
        }
        town.limits = [500]
        return town
    }

    static func gain(
        _ town: TownSketch, _ area: String, group: String = "all", people: String = "recorded", home: String = "quarter"
    ) throws -> IndicatorValue {
        try #require(
            EncounterTown.values("encounter_gain", town).row(
                area, group: group, "meeting_places", ["people=\(people)", "home=\(home)"]))
    }

    /// One place between both sides: in the west, where 90 of 100 are of the group, it is half as many at the place.
    @Test func onePlaceForBothSidesBringsThemTogether() throws {
        let town = try GainTests.divided(places: 1)
        let (west, east) = (try GainTests.gain(town, "sw"), try GainTests.gain(town, "se"))
        #expect(isClose(west.value ?? .nan, 0.45 - 0.9) && isClose(east.value ?? .nan, 0.45))
        #expect(west.reason == nil && east.reason == nil)
        let chance = try GainTests.gain(town, "sw", people: "exchanged")
        #expect(chance.upper ?? 0 < 0.5 && chance.lower ?? 0 > -0.45 && chance.status == .estimated)
        // In a draw the place still has the same people, and the quarter as many residents.
        #expect(abs(chance.value ?? 1) < 0.05)
        // All in all the town has the people it has.
        let whole = try GainTests.gain(town, "town")
        #expect(abs(whole.value ?? 1) < 1e-12 && whole.reason == .noReliableDifference && whole.status == .unreliable)
        // The group meets 45 of 100 of its own where it lives among 90.
        let own = try GainTests.gain(town, "town", group: "foreign")
        #expect(isClose(own.value ?? .nan, -0.45) && own.n == 540)
    }

    /// A place for each side: whoever goes there is among the same people as at home.
    @Test func aPlaceOfOnesOwnAddsNothing() throws {
        let town = try GainTests.divided(places: 2)
        for area in ["sw", "se", "town"] {
            let value = try GainTests.gain(town, area)
            #expect(abs(value.value ?? 1) < 1e-12 && value.reason == .noReliableDifference)
        }
    }

    @Test func theSameEverywhereIsNoDifference() throws {
        var town = try EncounterTown.large(seed: 9)
        for home in town.homes.indices { town.homes[home].counts[1] = town.homes[home].counts[0] / 4 }
        let values = try EncounterTown.values("encounter_gain", town).filter { $0.value != nil }
        #expect(!values.isEmpty)
        for value in values {
            #expect(abs(value.value ?? 1) < 1e-9)
            if value.parameters.contains("people=recorded") { #expect(value.reason == .noReliableDifference) }
        }
    }

    @Test func fewHomesDoNotTell() throws {
        let town = try EncounterTown.workedExample()
        let value = try GainTests.gain(town, "town")
        #expect(value.status == .unreliable && value.reason == .fewUnits && value.value != nil)
        let chance = try GainTests.gain(town, "town", people: "exchanged")
        #expect(chance.status == .cannotTell && chance.reason == .fewUnits && chance.value == nil)
    }

    @Test func seedAndUnitAreStated() throws {
        let town = try EncounterTown.large(seed: 11)
        func evaluate(_ seed: Double) throws -> IndicatorValue {
            let settings = IndicatorSettings(parameters: ["encounter_gain": ["seed": [seed], "draws": [59]]])
            let values = EncounterGain().evaluate(try town.context(settings: settings)).values
            return try #require(
                values.first {
                    $0.level == .quarter && $0.group == "all" && $0.parameters.contains("people=exchanged")
                        && $0.value != nil
                })
        }
        let (first, again, other) = (try evaluate(1), try evaluate(1), try evaluate(2))
        #expect(first == again && first.value != other.value)
        #expect(first.parameters.contains("draws=59;") && first.parameters.contains("seed=1;"))
        #expect(first.parameters.hasSuffix("unit=origin;with=foreign"))
        let (value, lower, upper) = (first.value ?? .nan, first.lower ?? .nan, first.upper ?? .nan)
        #expect(lower < value && value < upper)
    }

    // MARK: - Draws

    /// With the people who are there, the town put together by classes says the same as the walk over all pairs.
    @Test(arguments: [UInt64(1), 2, 3], [false, true]) func classesAndPairsAgree(_ seed: UInt64, _ areCells: Bool)
        throws
    {
        let (context, pairs, population, sums) = try EncounterTown.sums(
            EncounterTown.large(seed: seed, areCells: areCells))
        let town = try #require(ClassedTown(context, pairs, sums.people, sums.choice))
        let means = town.means(population.counts)
        #expect(means.count == town.count(groups: 2) && means.contains { !$0.isNaN })
        for area in context.areas.indices {
            for sum in 0..<4 {
                for group in 0..<2 {
                    let position = town.position(area: area, sum: sum, group: group, other: 1, groups: 2)
                    let found = sums.exposure(area: area, sum: sum, group: group, other: 1)
                    #expect(means[position].isNaN == (found == nil))
                    guard let found else { continue }
                    #expect(isClose(means[position], found.places))
                    #expect(isClose(means[position + 1], found.quarter))
                    #expect(isClose(means[position + 2], found.origin))
                }
            }
        }
    }

    @Test func peopleStayWhereCompositionsChange() throws {
        let (_, _, population, sums) = try EncounterTown.sums(EncounterTown.large(seed: 4))
        let order = sums.people.order(xs: population.xs, ys: population.ys)
        var random = SeededRandom(seed: 3)
        var shuffled = order
        random.shuffle(&shuffled)
        #expect(shuffled != order && shuffled.sorted() == order.sorted())
        let drawn = sums.people.exchanged(order, shuffled)
        #expect(drawn[0] == sums.people.counts[0])
        func shares(_ counts: [[Double]]) -> [Double] { order.map { counts[1][$0] / counts[0][$0] }.sorted() }
        for (left, right) in zip(shares(drawn), shares(sums.people.counts)) { #expect(isClose(left, right)) }
    }
}
