import Planar
import TestSupport
import Testing
import Travel

@testable import Indicators

/// Six quarters in a row, far from each other, each with two homes and its own libraries: so many for both homes, and so
/// many more for the first home only.
struct EquityTown {
    /// The libraries that both homes of a quarter have in their catchment of 1,000 m, by any of the three catchments.
    var libraries = [0, 1, 2, 3, 0, 4]
    /// The libraries 900 m from the first home of a quarter, out of reach of the second and of a catchment of 750 m.
    var atTheEdge = [0, 0, 1, 0, 0, 0]
    /// The residents of the first and the second home of each quarter, all and of the group.
    var homes: [[(all: Double, group: Double)]] = [
        [(100, 10), (80, 20)], [(200, 20), (10, 1)], [(50, 0), (60, 30)], [(120, 60), (90, 15)], [(300, 40), (20, 5)],
        [(70, 7), (110, 44)],
    ]

    func sketch() throws -> TownSketch {
        var town = TownSketch(
            quarters: try homes.indices.map { number in
                let west = Double(number) * 3_000
                return ("q\(number)", try rectangle(west, 0, west + 1_000, 1_000))
            })
        for number in homes.indices {
            let west = Double(number) * 3_000
            for (home, people) in homes[number].enumerated() {
                town.homes.append(TownSketch.home(west + 250 + 500 * Double(home), 500, people.all, people.group))
            }
            for x in Array(repeating: west + 500, count: libraries[number])
                + Array(repeating: west - 650, count: atTheEdge[number])
            {
                town.places.append(TownSketch.Place(x: x, y: 500, category: "library"))
            }
        }
        town.limits = [1_000]
        return town
    }

    /// Each home with the libraries that it has within 1,000 m.
    var access: [(all: Double, group: Double, libraries: Double)] {
        homes.indices.flatMap { number in
            homes[number].enumerated().map { home, people in
                (people.all, people.group, Double(libraries[number] + (home == 0 ? atTheEdge[number] : 0)))
            }
        }
    }
}

extension TownSketch {
    /// The indicators of the theme in a straight line, with numbers of one's own, and what they are compared with.
    func table(_ parameters: [String: [String: [Double]]]) throws -> IndicatorTable {
        let ids = IndicatorCatalogue.all.map(\.descriptor).filter { $0.theme == .equity }.map(\.id)
        var settings = IndicatorSettings(only: Set(ids + ["residents", "coverage_share"]))
        settings.parameters = parameters
        return IndicatorCatalogue.evaluate(
            try IndicatorContext(
                study: study(), requests: [ReachRequest(straightLine: StraightLine(), distances: limits)],
                settings: settings))
    }
}

extension IndicatorTable {
    /// The rows of an indicator for the whole town and libraries, its only organised places; differences speak of sums.
    func libraryRows(_ indicator: String, group: String) -> [IndicatorValue] {
        let category = indicator.hasSuffix("_difference") ? "organised_places" : "library"
        return values.filter {
            $0.indicator == indicator && $0.level == .town && $0.category == category && $0.group == group
        }
    }

    /// The one row whose parameters contain a text.
    func libraryRow(_ indicator: String, group: String, with part: String = "") throws -> IndicatorValue {
        let rows = libraryRows(indicator, group: group).filter { part.isEmpty || $0.parameters.contains(part) }
        try #require(rows.count == 1, "\(indicator): \(rows.count)")
        return rows[0]
    }
}
