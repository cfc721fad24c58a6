import TestSupport
import Testing
import Town

@testable import Indicators

/// Who would come to each place, and who told apart how.
@Suite struct PlaceVisitorsTests {
    private static func visitors(
        _ town: TownSketch, _ questions: [VisitorQuestion]
    ) throws -> (people: EncounterPeople, visitors: PlaceVisitors, context: IndicatorContext) {
        let context = try town.context()
        let people = EncounterPeople(try #require(context.study.population))
        let choice = PlaceChoice(context, questions)
        return (people, PlaceVisitors(context, try #require(context.pairs), people, choice), context)
    }

    /// The people of a group at places are parts of all people there, and questions do not mix.
    @Test(arguments: [UInt64(41), 42, 43]) func groupsArePartsOfAll(_ seed: UInt64) throws {
        let questions = VisitorQuestion.alternatives(catchment: 400)
        let (_, found, context) = try Self.visitors(EncounterTown.large(seed: seed), questions)
        for question in questions.indices {
            for place in context.study.places.ids.indices {
                for sum in 0..<PlaceChoice.sumCount {
                    let all = found.number(question, sum: sum, group: 0, place: place)
                    let group = found.number(question, sum: sum, group: 1, place: place)
                    #expect(group >= 0 && group <= all * (1 + 1e-12))
                    let share = found.share(question, sum: sum, group: 1, place: place)
                    #expect(all > 0 ? isClose(share, group / all) : share == 0)
                }
            }
        }
        // A question alone is answered as among others.
        let (_, alone, _) = try Self.visitors(EncounterTown.large(seed: seed), [questions[3]])
        for place in context.study.places.ids.indices {
            #expect(
                alone.number(0, sum: 0, group: 1, place: place)
                    == found.number(3, sum: 0, group: 1, place: place))
        }
    }

    /// Another place near the first takes visitors from it, and nobody from where it is out of reach.
    @Test func aNewPlaceSharesVisitors() throws {
        var town = try EncounterTown.workedExample()
        let question = [VisitorQuestion(catchment: 500, split: .equal)]
        town.places.append(TownSketch.Place(x: 0, y: 100, category: "cafe", id: "p2"))
        let (_, found, _) = try Self.visitors(town, question)
        // The first home now divides between two places; the second, 510 m away, does not reach the new one.
        #expect(found.number(0, sum: 0, group: 0, place: 0) == 50 + 100)
        #expect(found.number(0, sum: 0, group: 0, place: 2) == 50)
        #expect(found.number(0, sum: 0, group: 0, place: 1) == 400)
    }

    // MARK: - People

    /// Exchanging compositions keeps all residents, and the same order changes nothing.
    @Test(arguments: UInt64(1)...5) func exchangedPeopleAreStillSoMany(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let all = (0..<20).map { _ in Double(Int.random(in: 1...50, using: &generator)) }
        let group = all.map { (all: Double) -> Double in
            (all * Double.random(in: 0...1, using: &generator)).rounded()
        }
        let people = EncounterPeople(CountDrawsTests.population([all, group], []))
        let order = Array(0..<20)
        let same = people.exchanged(order, order)
        for (one, other) in zip(same[1], group) { #expect(isClose(one, other)) }
        let moved = people.exchanged(order, order.shuffled(using: &generator))
        #expect(moved[0] == all && zip(moved[1], all).allSatisfy { $0 >= 0 && $0 <= $1 * (1 + 1e-12) })
    }

    @Test func compositionsAreThoseOfTheSource() {
        let people = EncounterPeople(CountDrawsTests.population([[10, 40], [5, 10]], []))
        // A quarter of ten and a half of forty.
        #expect(people.exchanged([0, 1], [1, 0]) == [[10, 40], [2.5, 20]])
        #expect(people.exchanged([], []) == [[10, 40], [5, 10]])
    }

    // MARK: - Bands

    @Test func bandsHoldTheirFigure() {
        #expect(
            band(of: 3, [1, nil, 5]) == 1...5 && band(of: 3, []) == 3...3
                && band(of: 3, [nil, 4]) == 3...4)
        #expect(band(of: nil, [1, 2]) == nil)
    }

    // MARK: - Chance

    /// The range of chance holds its mean, and more draws of the same town change it little.
    @Test func chanceIsARangeAboutItsMean() throws {
        let (context, pairs, population, sums) = try EncounterTown.sums(EncounterTown.large(seed: 44))
        let town = try #require(ClassedTown(context, pairs, sums.people, sums.choice))
        let order = sums.people.order(xs: population.xs, ys: population.ys)
        let few = GainByChance(town, sums.people, order: order, draws: 99, seed: 1)
        let many = GainByChance(town, sums.people, order: order, draws: 399, seed: 2)
        for area in 0..<context.areas.count {
            for home in ExposureSums.Home.allCases {
                guard let one = few.chance(area: area, sum: 0, group: 1, other: 1, home: home),
                    let other = many.chance(area: area, sum: 0, group: 1, other: 1, home: home)
                else { continue }
                #expect(one.range.contains(one.mean) && other.range.contains(other.mean))
                let width = other.range.upperBound - other.range.lowerBound
                #expect(abs(one.mean - other.mean) < width / 3)
            }
        }
        // With fewer draws than one in forty can be left out of, nothing is said.
        let none = GainByChance(town, sums.people, order: order, draws: 20, seed: 1)
        #expect(none.chance(area: 0, sum: 0, group: 0, other: 1, home: .quarter) == nil)
    }
}
