import TestSupport
import Testing
import Town

@testable import Indicators

/// Who divides among places how, and what mixes come of it.
@Suite struct VisitorTests {
    static func shares(_ split: VisitorSplit, _ costs: [Double], _ sizes: [Double], least: Double = 1) -> [Double] {
        var shares = [7.0]
        split.divide(costs: costs, attractions: sizes, least: least, into: &shares)
        return shares
    }

    /// S = (10, 20), c = [[5, 20], [10, 10], [25, 5]], a = 1, b = 2.
    @Test func huffAsPrinted() {
        let huff = VisitorSplit.huff(attraction: 1, friction: 2)
        let expected = [(0.8889, 0.1111), (0.3333, 0.6667), (0.0196, 0.9804)]
        for (costs, (first, second)) in zip([[5.0, 20], [10, 10], [25, 5]], expected) {
            let shares = VisitorTests.shares(huff, costs, [10, 20])
            #expect(shares.count == 2 && isClose(shares[0] + shares[1], 1))
            #expect(abs(shares[0] - first) < 5e-5 && abs(shares[1] - second) < 5e-5)
        }
    }

    @Test func aPlaceNextDoorDoesNotDrawEverybody() {
        let huff = VisitorSplit.huff(attraction: 1, friction: 2)
        #expect(VisitorTests.shares(huff, [0, 30], [1, 1], least: 30) == [0.5, 0.5])
        #expect(isClose(VisitorTests.shares(huff, [0, 60], [1, 1], least: 30)[0], 0.8))
        // Where no place has a seat, none draws more than another; a place without seats draws nobody else's.
        #expect(VisitorTests.shares(huff, [10, 30], [0, 0]) == [0.5, 0.5])
        #expect(VisitorTests.shares(huff, [10, 30], [0, 4]) == [0, 1])
        #expect(VisitorTests.shares(huff, [], []) == [])
    }

    @Test func equalAndUndivided() {
        #expect(VisitorTests.shares(.equal, [1, 2, 3, 4], [9, 0, 0, 0]) == [0.25, 0.25, 0.25, 0.25])
        #expect(VisitorTests.shares(.undivided, [1, 2], [9, 0]) == [1, 1])
        #expect(VisitorTests.shares(.equal, [], []) == [])
    }

    // MARK: - Mixes

    /// N = (240|60) and (350|150): Hn = 0.7219 and 0.8813.
    @Test(arguments: zip([[240.0, 60], [350, 150], [3, 0], [2, 2, 2, 2]], [0.7219, 0.8813, 0, 1]))
    func evennessAsPrinted(_ people: [Double], _ expected: Double) throws {
        let mix = try #require(GroupMix(people))
        #expect(abs((mix.evenness ?? .nan) - expected) < 5e-5)
    }

    @Test func nobodyIsNoMix() {
        #expect(GroupMix([0, 0]) == nil)
        #expect(GroupMix([5])?.evenness == nil)
    }

    /// KL of (1/2, 1/2) to (1/4, 3/4) is ½ ln(4/3).
    @Test func distanceFromAnotherMix() throws {
        let even = try #require(GroupMix([1, 1]))
        let uneven = try #require(GroupMix([1, 3]))
        #expect(isClose(try #require(even.distance(from: uneven)), 0.143_841_036_225_890_4))
        #expect(even.distance(from: even) == 0)
        // Nobody of a group in the town: no distance, not an endless one; nobody at the place is no obstacle.
        let one = try #require(GroupMix([1, 0]))
        #expect(even.distance(from: one) == nil)
        let other = try #require(GroupMix([0, 2]))
        #expect(isClose(try #require(other.distance(from: uneven)), 0.287_682_072_451_780_9))
    }

    // MARK: - Visitors

    /// Equal split N = ((165|35), (275|125)); without a split (240|60) and (350|150).
    @Test func visitorsOfTheWorkedExample() throws {
        let town = try EncounterTown.workedExample()
        let values = try EncounterTown.values("expected_visitors", town)
        func number(_ place: String, _ group: String) -> Double? { values.row(place, group: group)?.value }
        #expect(number("p0", "a") == 165 && number("p0", "b") == 35 && number("p0", "all") == 200)
        #expect(number("p1", "a") == 275 && number("p1", "b") == 125)
        #expect(values.allSatisfy { $0.isInternal == ($0.group != "all") && $0.level == .place })
        let context = try town.context()
        let population = try #require(context.study.population)
        let people = EncounterPeople(population)
        let choice = PlaceChoice(context, [VisitorQuestion(catchment: 500, split: .undivided)])
        let visitors = PlaceVisitors(context, try #require(context.pairs), people, choice)
        #expect(visitors.number(0, sum: 0, group: 1, place: 0) == 240)
        #expect(visitors.number(0, sum: 0, group: 2, place: 0) == 60)
        #expect(visitors.number(0, sum: 2, group: 1, place: 1) == 350)
        #expect(visitors.share(0, sum: 0, group: 2, place: 1) == 0.3)
    }

    /// Counted once more by hand, with another catchment and Huff's model, which are the band.
    @Test(arguments: [UInt64(3), 4]) func visitorsAreWhatASimpleLoopSays(_ seed: UInt64) throws {
        let town = try EncounterTown.large(seed: seed)
        let values = try EncounterTown.values("expected_visitors", town)
        let meeting = town.places.filter { ["cafe", "library", "market"].contains($0.category) }
        let mean = meeting.compactMap(\.seats).reduce(0, +) / Double(meeting.compactMap(\.seats).count)
        func visitors(_ place: TownSketch.Place, _ catchment: Double, weight: (TownSketch.Place, Double) -> Double)
            -> Double
        {
            town.homes.reduce(0) { sum, home in
                func cost(_ place: TownSketch.Place) -> Double {
                    let (x, y) = (place.x - home.x, place.y - home.y)
                    return (x * x + y * y).squareRoot()
                }
                guard cost(place) <= catchment else { return sum }
                let all = meeting.filter { cost($0) <= catchment }.reduce(0) { $0 + weight($1, cost($1)) }
                return sum + home.counts[0] * weight(place, cost(place)) / all
            }
        }
        for place in meeting {
            let value = try #require(values.row(place.id, group: "all"))
            let equal = [400.0, 300, 500].map { visitors(place, $0) { _, _ in 1 } }
            let huff = visitors(place, 400) { place, cost in (place.seats ?? mean) / (max(cost, 20) * max(cost, 20)) }
            #expect(isClose(value.value ?? .nan, equal[0]))
            let all = equal + [huff]
            #expect(isClose(value.band?.lowerBound ?? .nan, all.min() ?? 0, tolerance: 1e-6))
            #expect(isClose(value.band?.upperBound ?? .nan, all.max() ?? 0, tolerance: 1e-6))
        }
    }

    @Test(arguments: IdentityTests.towns) func nobodyIsLostAndNobodyCountsTwice(_ seed: UInt64, _ areCells: Bool) throws
    {
        let context = try TownSketch.random(seed: seed, areCells: areCells).context()
        let identities = ExpectedVisitors().evaluate(context).identities
        #expect(identities.count == 4 * 2 && identities.contains { $0.left > 0 })
        for identity in identities { #expect(identity.holds, "\(identity)") }
    }

    // MARK: - Single places

    @Test func mixesOfPlacesAreInternal() throws {
        let town = try EncounterTown.workedExample()
        let mixes = try EncounterTown.values("place_mix", town)
        // Every resident is in one of the groups, so all are compared at once.
        #expect(mixes.map(\.areaID) == ["p0", "p1"] && mixes.allSatisfy { $0.isInternal && $0.group == nil })
        let first = try #require(GroupMix([165, 35]))
        #expect(isClose(mixes[0].value ?? .nan, try #require(first.evenness)) && mixes[0].n == 200)
        // Without a split it is 0.7219, which the band holds.
        #expect(mixes[0].band?.contains(0.721_928_094_887_362_3) == true)
        let distances = try EncounterTown.values("place_mix_distance", town)
        let whole = try #require(GroupMix([440, 160]))
        #expect(isClose(distances[0].value ?? .nan, try #require(first.distance(from: whole))))
        #expect(distances.allSatisfy { $0.isInternal })
    }

    @Test func groupsThatAreNoPartitionAreComparedWithTheRest() throws {
        var town = try EncounterTown.workedExample()
        town.groupIDs = ["all", "b"]
        for home in town.homes.indices { town.homes[home].counts.remove(at: 1) }
        let mixes = try EncounterTown.values("place_mix", town)
        #expect(mixes.map(\.group) == ["b", "b"])
        let first = try #require(GroupMix([165, 35]))
        #expect(isClose(mixes[0].value ?? .nan, try #require(first.evenness)))
    }

    @Test func fewVisitorsAreNotTold() throws {
        var town = try EncounterTown.workedExample()
        for home in town.homes.indices { town.homes[home].counts = town.homes[home].counts.map { $0 / 10 } }
        let mixes = try EncounterTown.values("place_mix", town)
        // 20 and 40 visitors.
        #expect(mixes.map(\.status) == [.cannotTell, .valid] && mixes[0].reason == .smallCounts)
        #expect(mixes[0].value == nil && mixes[1].value != nil)
        // A place that nobody reaches has no mix, and one of a group that lives outside only has no distance.
        town.places[1].x = 9_000
        let alone = try EncounterTown.values("place_mix", town)
        #expect(alone[1].status == .notApplicable)
    }

    @Test func sheltersAreNoPlacesOfEncounter() throws {
        for id in ["expected_visitors", "place_mix", "place_mix_distance"] {
            #expect(try !EncounterTown.values(id, TownSketch.example()).contains { $0.areaID == "p4" })
        }
    }
}
