import Planar
import TestSupport
import Testing
import Town

@testable import Indicators

/// The towns that every indicator goes through, put together once for all of them: contexts hold what several indicators
/// share, and so do these tests.
enum ConformanceTowns {
    /// A town with the contexts that are made of it.
    struct Entry: Sendable {
        let town: TownSketch
        let context: IndicatorContext
        /// The same town, made once more: nothing that was computed for ``context`` is known here.
        let again: IndicatorContext
        /// The town with its rows in other orders.
        let shuffled: [IndicatorContext]
        /// The town with other numbers of people.
        let scaled: [(factor: Double, context: IndicatorContext)]

        init(_ town: TownSketch, seed: UInt64) throws {
            self.town = town
            context = try town.context()
            again = try town.context()
            var generator = SeededGenerator(seed: seed)
            shuffled = try (0..<3).map { _ in
                var shuffled = town
                shuffled.homes.shuffle(using: &generator)
                shuffled.places.shuffle(using: &generator)
                shuffled.quarters.shuffle(using: &generator)
                return try shuffled.context()
            }
            scaled = try [2.0, 10, 0.5].map { factor in
                var scaled = town
                for home in scaled.homes.indices {
                    scaled.homes[home].counts = scaled.homes[home].counts.map { $0 * factor }
                }
                return (factor, try scaled.context())
            }
        }
    }

    /// Towns of all kinds.
    static func sketches() throws -> [TownSketch] {
        var empty = try TownSketch.grid()
        empty.hasPopulation = false
        var nobody = try TownSketch.example()
        nobody.homes = []
        var withoutPlaces = try TownSketch.example()
        withoutPlaces.places = []
        var withoutPopulation = try TownSketch.example()
        withoutPopulation.hasPopulation = false
        return [
            try TownSketch.example(), empty, nobody, withoutPlaces, withoutPopulation,
            try TownSketch.random(seed: 1, areCells: false), try TownSketch.random(seed: 2, areCells: true),
        ]
    }

    private static let made = Result {
        try sketches().enumerated().map { try Entry($0.element, seed: UInt64($0.offset)) }
    }
    private static let computed = Dictionary(
        uniqueKeysWithValues: IndicatorCatalogue.all.map { ($0.descriptor.id, ComputedOnce<[[IndicatorValue]]>()) })

    /// The towns with their contexts.
    static func all() throws -> [Entry] { try made.get() }

    /// For each town the values of an indicator, computed by the first test that asks.
    static func values(_ id: String) throws -> [[IndicatorValue]] {
        let indicator = try #require(IndicatorCatalogue.indicator(id))
        let towns = try all()
        return try #require(computed[id]).callAsFunction { towns.map { indicator.evaluate($0.context).values } }
    }
}

extension ConformanceTowns {
    /// The worked example without one of the things that indicators need, each made once.
    static func context(without need: IndicatorDescriptor.Need) throws -> IndicatorContext {
        try #require(lacking.get()[need])
    }

    private static let lacking = Result {
        try Dictionary(
            uniqueKeysWithValues: IndicatorDescriptor.Need.allCases.map { need in
                var town = try TownSketch.example()
                switch need {
                case .population: town.hasPopulation = false
                case .groups: town.keepAllResidentsOnly()
                case .places: town.places = []
                case .stops: town.stops = nil
                case .offers: town.offers = nil
                case .rooms: town.rooms = nil
                }
                return (need, try town.context())
            })
    }

    /// The worked example somewhere else.
    static let moved = Result {
        var moved = try TownSketch.example()
        // Multiples of the cells that some indicators lay over a town.
        let (east, north) = (524_000.0, 6_029_000.0)
        for home in moved.homes.indices {
            moved.homes[home].x += east
            moved.homes[home].y += north
        }
        for stop in moved.stops?.indices ?? 0..<0 {
            moved.stops?[stop].x += east
            moved.stops?[stop].y += north
        }
        for place in moved.places.indices {
            moved.places[place].x += east
            moved.places[place].y += north
        }
        for quarter in moved.quarters.indices {
            moved.quarters[quarter].shape = try moved.quarters[quarter].shape.mapPositions { xs, ys in
                xs = xs.map { $0 + east }
                ys = ys.map { $0 + north }
            }
        }
        return try moved.context()
    }

    /// The worked example as one quarter.
    static let ofOneQuarter = Result {
        var town = try TownSketch.example()
        town.quarters = [("q", try rectangle(0, 0, 2_000, 2_000))]
        return try town.context()
    }
}
