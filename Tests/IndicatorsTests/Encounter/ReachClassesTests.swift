import TestSupport
import Testing
import Town

@testable import Indicators

/// The parts that exposure is put together from.
@Suite struct ReachClassesTests {
    /// Homes with the same places in reach are one class, whatever the order of rows, and each class knows its places.
    @Test(arguments: [UInt64(1), 2, 3]) func originsOfAClassHaveTheSamePlaces(_ seed: UInt64) throws {
        let (context, pairs, _, sums) = try EncounterTown.sums(EncounterTown.large(seed: seed))
        let classes = try #require(
            ReachClasses(pairs, sumsOfPlace: sums.choice.sumsOfPlace, catchment: context.catchment))
        var inReach = [[Int]](repeating: [], count: context.study.population?.xs.count ?? 0)
        for part in pairs.map({ block in
            block.origins.map { origin -> [Int] in
                var found: [Int] = []
                block.forEachPlace(of: origin) { place, cost in if cost <= context.catchment { found.append(place) } }
                return found
            }
        }).joined().enumerated() { inReach[part.offset] = part.element }
        for (origin, number) in classes.classOfOrigin.enumerated() {
            for sum in 0..<PlaceChoice.sumCount {
                #expect(
                    classes.places[Int(number)][sum]
                        == inReach[origin].filter { sums.choice.sumsOfPlace[$0].contains(sum) })
            }
        }
        #expect(classes.places.count < classes.classOfOrigin.count)
        #expect(Set(classes.places.map { $0.map { $0 } }).count == classes.places.count)
    }

    @Test func whereNothingIsInReachThereIsOneClass() throws {
        var town = try EncounterTown.workedExample()
        town.limits = [1]
        let (context, pairs, _, sums) = try EncounterTown.sums(town)
        let classes = try #require(
            ReachClasses(pairs, sumsOfPlace: sums.choice.sumsOfPlace, catchment: context.catchment))
        #expect(classes.classOfOrigin == [0, 0, 0] && classes.places == [[[], [], [], []]])
    }

    // MARK: - Areas of origins

    /// Each origin is in the areas that hold it, with their weights.
    @Test(arguments: [UInt64(4), 5]) func originsKnowTheirAreas(_ seed: UInt64) throws {
        let context = try TownSketch.random(seed: seed, areCells: true).context()
        let count = try #require(context.study.population).xs.count
        let membership = AreasOfOrigins(context.areas, originCount: count)
        var weights = 0.0
        for origin in 0..<count {
            let own = membership.areas(of: origin)
            #expect(own.map(\.area) == own.map(\.area).sorted())
            for (area, weight) in own {
                let place = context.areas[area].origins.firstIndex(of: Int32(origin))
                #expect(place.map { context.areas[area].weights[$0] } == weight)
                weights += weight
            }
        }
        #expect(isClose(weights, context.areas.reduce(0) { $0 + $1.weights.reduce(0, +) }))
        #expect(AreasOfOrigins([], originCount: 2).areas(of: 1).isEmpty)
    }

    @Test func theShareAtHomeIsThatOfTheQuarterElseOfTheOrigin() throws {
        var town = try EncounterTown.workedExample()
        town.homes.append(TownSketch.home(9_000, 9_000, 10, 4, 6))
        let context = try town.context()
        let people = EncounterPeople(try #require(context.study.population))
        let homes = HomeShares(context, people, AreasOfOrigins(context.areas, originCount: 4))
        let southWest = try #require(context.areas.firstIndex { $0.id == "sw" })
        let whole = try #require(context.areas.firstIndex { $0.level == .town })
        // In the south-west 300 people, 60 of them of group b.
        #expect(isClose(homes.quarter(2, area: southWest, 0), 0.2) && isClose(homes.quarter(2, area: whole, 1), 0.2))
        #expect(isClose(homes.quarter(2, area: whole, 2), 1.0 / 3))
        // Outside of all quarters there is only the origin.
        #expect(isClose(homes.quarter(2, area: whole, 3), 0.6))
    }

    // MARK: - Layout

    /// No two sums share a place, and all of them are used.
    @Test(arguments: [1, 2, 4]) func sumsHavePlacesOfTheirOwn(_ groups: Int) {
        let layout = ExposureLayout(questions: 3, groups: groups)
        var starts: [Int] = []
        for question in 0..<3 {
            for sum in 0..<PlaceChoice.sumCount {
                for group in 0..<groups { starts.append(layout.start(question, sum, group)) }
            }
        }
        let width = 1 + 3 * (groups - 1)
        #expect(starts == starts.indices.map { $0 * width } && layout.count == starts.count * width)
    }

    @Test func exposureIsMeansOfSums() throws {
        let layout = ExposureLayout(questions: 1, groups: 2)
        var sums = [Double](repeating: 0, count: layout.count)
        let start = layout.start(0, 1, 1)
        sums.replaceSubrange(start..<start + 4, with: [40, 10, 20, 44])
        let found = try #require(layout.exposure(sums, 0, 1, 1, 1))
        #expect(found.members == 40 && found.places == 0.25 && found.quarter == 0.5)
        // What rounding adds to a share of everybody is cut off.
        #expect(found.origin == 1 && found.home(.quarter) == 0.5 && found.gain(.origin) == -0.75)
        #expect(layout.exposure(sums, 0, 0, 1, 1) == nil && layout.exposure(sums, 0, 1, 1, 0) == nil)
    }

    // MARK: - Questions

    @Test func alternativesAreCatchmentsAndHuff() {
        let questions = VisitorQuestion.alternatives(catchment: 400, isOpen: [true, false])
        #expect(questions.map(\.catchment) == [400, 300, 500, 400])
        #expect(questions.map(\.split.name) == ["equal", "equal", "equal", "huff"])
        #expect(questions.allSatisfy { $0.isOpen == [true, false] })
    }

    /// Only open places in the catchment are chosen, each sum for itself.
    @Test func closedPlacesAreNotChosen() throws {
        let town = try EncounterTown.workedExample()
        let context = try town.context()
        let pairs = try #require(context.pairs)
        let choice = PlaceChoice(
            context,
            [
                VisitorQuestion(catchment: 500, split: .equal),
                VisitorQuestion(catchment: 500, split: .equal, isOpen: [true, false]),
                VisitorQuestion(catchment: 300, split: .equal),
            ])
        let chosen = pairs.map { block -> [[Int]] in
            var walk = PlaceChoice.Walk(choice)
            return block.origins.map { origin in
                var found: [Int] = []
                walk.forEachChoice(of: origin, in: block) { question, sum, places, shares in
                    if sum == 0 { found += places.map { question * 10 + $0 } }
                    #expect(shares.count == places.count && isClose(shares.reduce(0, +), 1))
                }
                return found
            }
        }.flatMap(\.self)
        // The first home reaches the first place, the second both, the third the second place.
        #expect(chosen == [[0, 10, 20], [0, 1, 10, 20], [1]])
        #expect(choice.attractions == [1, 1])
    }

    /// Places without recorded seats have the mean of those of their kind.
    @Test func attractionsAreSeatsOrTheirMean() throws {
        var town = try EncounterTown.workedExample()
        town.places.append(TownSketch.Place(x: 10, y: 10, category: "cafe", id: "p2"))
        town.places[0].seats = 10
        town.places[1].seats = 40
        #expect(PlaceChoice(try town.context(), []).attractions == [10, 40, 25])
    }
}
