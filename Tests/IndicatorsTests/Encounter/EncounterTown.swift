import TestSupport
import Testing
import Town

@testable import Indicators

/// Towns for the tests of encounter.
enum EncounterTown {
    /// The worked example: P = (90|10), (150|50), (200|100) and two places; the first two homes reach the first place, the
    /// last two the second.
    static func workedExample() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.groupIDs = ["all", "a", "b"]
        town.homes = [
            TownSketch.home(0, 0, 100, 90, 10), TownSketch.home(500, 0, 200, 150, 50),
            TownSketch.home(1_500, 0, 300, 200, 100),
        ]
        town.places = [
            TownSketch.Place(x: 250, y: 0, category: "cafe", id: "p0"),
            TownSketch.Place(x: 1_000, y: 0, category: "cafe", id: "p1"),
        ]
        town.limits = [500]
        return town
    }

    /// A town where no group is small: random homes with some hundred people.
    static func large(seed: UInt64, areCells: Bool = false) throws -> TownSketch {
        var town = try TownSketch.random(seed: seed, areCells: areCells)
        for home in town.homes.indices { town.homes[home].counts = town.homes[home].counts.map { $0 * 100 } }
        town.limits = [400]
        return town
    }

    static func values(_ id: String, _ town: TownSketch) throws -> [IndicatorValue] {
        try #require(IndicatorCatalogue.indicator(id)).evaluate(try town.context()).values
    }

    /// Everything between inhabitants and places of a town.
    static func sums(
        _ town: TownSketch
    ) throws -> (context: IndicatorContext, pairs: PlacePairs, population: PopulationTable, sums: ExposureSums) {
        let context = try town.context()
        let pairs = try #require(context.pairs)
        let population = try #require(context.study.population)
        return (context, pairs, population, ExposureSums(context, pairs, population, context.visitorQuestions))
    }
}

extension [IndicatorValue] {
    /// The first value of a level with these words among its parameters.
    func row(
        _ area: String, group: String? = nil, _ category: String? = nil, _ parameters: [String] = []
    ) -> IndicatorValue? {
        first { value in
            (area == "town" ? value.level == .town : value.areaID == area)
                && (group == nil || value.group == group) && (category == nil || value.category == category)
                && parameters.allSatisfy { value.parameters.split(separator: ";").map(String.init).contains($0) }
        }
    }
}
