import TestSupport
import Testing
import Town

@testable import Indicators

/// Intervals of Moran's index, of its local parts and of Gi*, which hold the noise of protected counts.
@Suite struct FocusNoiseTests {
    /// Five by five quarters of one home each, the group's share rising to the north-east.
    static func town(_ counts: (Int) -> (all: Double, group: Double)) throws -> TownSketch {
        var town = TownSketch(
            quarters: try (0..<25).map { number in
                let (x, y) = (Double(number % 5) * 1_000, Double(number / 5) * 1_000)
                return ("q\(number)", try rectangle(x, y, x + 1_000, y + 1_000))
            })
        town.homes = (0..<25).map { number in
            let (all, group) = counts(number)
            return TownSketch.home(
                Double(number % 5) * 1_000 + 500, Double(number / 5) * 1_000 + 500, all, group)
        }
        return town
    }

    /// The town as it is.
    static let truth: [(all: Double, group: Double)] = (0..<25).map { number in
        let all = 300 + Double(number * 37 % 11) * 40
        return (all, (all * (0.05 + 0.04 * Double(number % 5 + number / 5))).rounded())
    }

    /// Moran's index, local Moran of each quarter, Gi* of each quarter, each with its interval.
    static func figures(
        _ sketch: TownSketch
    ) throws -> [(value: Double, interval: ClosedRange<Double>?)] {
        let town = try #require(FocusTown(try sketch.context()))
        let figures: @Sendable ([Double], [Double]) -> [Double?] = { people, cases in
            let units = town.quarterUnits(people: people, cases: cases)
            return units.spreadOut { units in
                guard let scores = units.scores else { return nil }
                let rows = SpatialWeights(units.contiguity, .rowStandardised)
                return [MoranIndex.value(scores, rows)]
            }.prefix(1)
                + units.spreadOut { units in
                    units.scores.flatMap { LocalMoran.values($0, SpatialWeights(units.contiguity, .rowStandardised)) }
                }
                + units.spreadOut { units in
                    units.scores.flatMap { GetisOrd.values($0, SpatialWeights(units.contiguity, .binary)) }
                }
        }
        let values = figures(town.population.counts[0], town.population.counts[1])
        return try zip(values, town.intervals(group: 1, about: values, figures)).map { (try #require($0), $1) }
    }

    /// In 60 counted towns: of Moran's index 57, with a standard deviation of 1.7, so not fewer than 51; of the 50 figures of
    /// quarters on average 57 as well.
    @Test func theTruthLiesInTheIntervalAsOftenAsItSays() throws {
        let truths = try Self.figures(Self.town { Self.truth[$0] }).map(\.value)
        var held = [Int](repeating: 0, count: truths.count)
        for number in 0..<60 {
            var random = SeededRandom(seed: UInt64(number))
            let counted = Self.truth.map { home in
                (
                    all: (home.all + 3 * random.deviate()).rounded(),
                    group: max(0, (home.group + 3 * random.deviate()).rounded())
                )
            }
            for (place, (_, interval)) in try Self.figures(Self.town { counted[$0] }.noisy(9)).enumerated() {
                if try #require(interval).contains(truths[place]) { held[place] += 1 }
            }
        }
        #expect(held[0] >= 51)
        let mean = Double(held.dropFirst().reduce(0, +)) / Double(held.count - 1)
        #expect((55...59.5).contains(mean))
        #expect(held.allSatisfy { $0 >= 48 })
    }

    @Test func exactAndUnboundedCountsHaveNoInterval() throws {
        let town = try Self.town { Self.truth[$0] }
        #expect(try Self.figures(town).allSatisfy { $0.interval == nil })
        var open = town
        let counts = town.homes.map { $0.counts[0] }
        open.spreads = [CountSpread(lowest: counts, highest: counts.map { $0 == counts[0] ? .infinity : $0 }), .none]
        #expect(try Self.figures(open).allSatisfy { $0.interval == nil })
        for id in ["neighbour_likeness", "local_likeness", "neighbourhood_surplus"] {
            let rows = try ConformanceTests.values(id, open)
            #expect(rows.contains { $0.value != nil })
            #expect(rows.allSatisfy { $0.value == nil || ($0.status == .unreliable && $0.lower == nil) }, "\(id)")
        }
    }

    /// Only what is an index has an interval; chances and quadrants are about chance itself.
    @Test func rowsTellTheInterval() throws {
        let town = try Self.town { Self.truth[$0] }
        for (id, figure) in [
            ("neighbour_likeness", "index"), ("local_likeness", "index"), ("neighbourhood_surplus", "score"),
        ] {
            let exact = try ConformanceTests.values(id, town)
            let noisy = try ConformanceTests.values(id, town.noisy(9))
            #expect(exact.allSatisfy { $0.lower == nil && $0.upper == nil })
            #expect(noisy.map(\.value) == exact.map(\.value))
            for row in noisy {
                guard row.parameters.contains("figure=\(figure);"), let value = row.value else {
                    #expect(row.lower == nil && row.upper == nil)
                    continue
                }
                let (lower, upper) = (try #require(row.lower), try #require(row.upper))
                #expect(lower < value && value < upper && row.status == .estimated)
            }
        }
    }

    /// A quarter without people has no figure, whatever the noise draws elsewhere.
    @Test func emptyQuartersStayWithoutFigure() throws {
        let town = try Self.town { $0 == 7 ? (0, 0) : Self.truth[$0] }.noisy(9)
        let rows = try ConformanceTests.values("local_likeness", town).filter { $0.areaID == "q7" }
        #expect(!rows.isEmpty && rows.allSatisfy { $0.value == nil && $0.lower == nil && $0.n == 0 })
    }
}
