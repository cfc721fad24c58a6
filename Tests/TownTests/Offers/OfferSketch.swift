import Features
import Overlay
import Planar

@testable import Town

/// Tables of offers for tests: rows of texts under the names of the roles, and three places to join them to.
enum OfferSketch {
    /// P1 and P2 in the first quarter, P3 in none.
    static var places: PlaceTable {
        var places = PlaceTable()
        places.ids = ["P1", "P2", "P3"]
        places.names = ["Treff am Markt", "Bücherei", "Bootshaus"]
        places.fundedUntil = ["2025-12-31", nil, nil]
        return places
    }

    /// A layer without geometries; every column is called like its role. Empty texts are absent.
    static func layer(_ rows: [[OfferColumn: String]]) -> Layer {
        let used = OfferColumn.allCases.filter { column in rows.contains { $0[column] != nil } }
        let columns = used.map { column in
            var arena = TextArena()
            for row in rows { arena.append((row[column] ?? "").utf8) }
            return Column(
                name: column.rawValue, storage: .texts(arena),
                presence: Presence(rows.map { !($0[column] ?? "").isEmpty }))
        }
        return Layer(
            name: "offers", source: SourceFile(path: "angebote.csv"),
            geometries: GeometryColumn([Geometry?](repeating: nil, count: rows.count)), columns: columns,
            lines: rows.indices.map { UInt32($0 + 2) })
    }

    static let columns = Dictionary(uniqueKeysWithValues: OfferColumn.allCases.map { ($0, $0.rawValue) })

    /// The offers of some rows and what was found. A row without a place, name or id gets sound ones.
    static func read(
        _ rows: [[OfferColumn: String]], periodStart: CalendarDate? = CalendarDate(iso: "2024-01-01")
    ) -> (table: OfferTable, findings: [Diagnostic]) {
        var table = OfferTable()
        let sound = rows.enumerated().map { number, row in
            row.merging([.id: "A\(number + 1)", .name: "Angebot", .places: "P1"]) { given, _ in given }
        }
        let findings = table.append(
            layer(sound), columns: columns, places: PlaceDirectory(places), periodStart: periodStart)
        return (table, findings)
    }

    /// One offer.
    static func read(_ row: [OfferColumn: String]) -> (table: OfferTable, findings: [Diagnostic]) { read([row]) }

    static func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

    /// A study with one quarter, the three places and some offers.
    static func study(_ rows: [[OfferColumn: String]], places: PlaceTable = places, period: String = "2024") throws
        -> Study
    {
        let square = try Geometry(
            kind: .polygon, xs: [0, 100, 100, 0, 0], ys: [0, 0, 100, 100, 0], ringEnds: [5])
        return Study(
            townName: "Kleinstadt", municipalKey: nil, period: period, referenceSystem: "EPSG:25832",
            quarters: AreaTable(title: "Quartiere", ids: ["q1"], names: ["Altstadt"], geometries: [square]),
            focusAreas: nil, otherAreas: [], places: places, population: nil, groups: [], streets: [],
            offers: read(rows).table,
            overlay: TownOverlay(
                placeAssignments: [
                    Assignment(quarter: 0, situation: .inside), Assignment(quarter: 0, situation: .inside),
                    Assignment(quarter: -1, situation: .outside),
                ], quarterMembership: AreaMembership(), focusMembership: AreaMembership(), otherMemberships: [],
                focusPieces: [], otherPieces: [], placesByFocusArea: [], placesByOtherArea: [], residentsOutside: []))
    }
}
