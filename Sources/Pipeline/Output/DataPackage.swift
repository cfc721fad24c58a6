internal import Formats
internal import Project
internal import Wording

/// `datapackage.json` (Frictionless Data Package 1.0): what each table holds, so that others can use it.
enum DataPackage {
    /// The description of an edition's files.
    ///
    /// - Parameter offerColumns: the columns of the table of offers; nil where there is none.
    static func json(
        _ project: ProjectFile, hasCatchments: Bool, hasStops: Bool, offerColumns: [OfferSheet.Column]?,
        hasRooms: Bool, language: Language
    ) -> JSONValue {
        let catalogue = Catalogue.of(language)
        let fields = fields(IndicatorSheet.columns, catalogue)
        let stops = [
            table("stops-table", "stops.csv", delimiter: ",", decimal: ".", self.fields(StopSheet.columns, catalogue)),
            geojson("stops"),
        ]
        let rooms = table(
            "room-slots", "room-slots.csv", delimiter: ",", decimal: ".", self.fields(RoomSheet.columns, catalogue))
        return [
            "name": "quartier",
            "title": .string(project.report.title ?? project.town.name),
            "profile": "data-package",
            "sources": .array(Attribution.sources(project).map(source)),
            "resources": .array(
                [
                    table("indicators", "indicators.csv", delimiter: ",", decimal: ".", fields),
                    table("indicators-excel-de", "indicators-excel-de.csv", delimiter: ";", decimal: ",", fields),
                    geojson("quarters"), geojson("overlay"), geojson("places"),
                ] + (hasCatchments ? [geojson("catchments")] : []) + (hasStops ? stops : [])
                    + (offerColumns.map {
                        [table("offers", "offers.csv", delimiter: ",", decimal: ".", self.fields($0, catalogue))]
                    } ?? [])
                    + [
                        [
                            "name": "geopackage", "path": .string(MapPackage.fileName), "format": "gpkg",
                            "mediatype": "application/geopackage+sqlite3",
                        ]
                    ] + (hasRooms ? [rooms] : [])),
        ]
    }

    /// What each column of a table holds.
    private static func fields(
        _ columns: [(name: String, type: String, key: String)], _ catalogue: Catalogue
    ) -> JSONValue {
        .array(
            columns.map { column in
                [
                    "name": .string(column.name), "type": .string(column.type),
                    "description": .string(catalogue.text(column.key)),
                ]
            })
    }

    private static func table(
        _ name: String, _ path: String, delimiter: String, decimal: String, _ fields: JSONValue
    ) -> JSONValue {
        let numbers = fields.elements?.map { field -> JSONValue in
            guard case .object(var members) = field, field["type"]?.string == "number" else { return field }
            members.append(.init("decimalChar", .string(decimal)))
            return .object(members)
        }
        return [
            "name": .string(name), "path": .string(path), "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "dialect": ["delimiter": .string(delimiter), "header": true],
            "schema": ["fields": .array(numbers ?? []), "missingValues": [""]],
        ]
    }

    private static func geojson(_ name: String) -> JSONValue {
        [
            "name": .string(name), "path": .string("\(name).geojson"), "format": "geojson",
            "mediatype": "application/geo+json", "encoding": "utf-8",
        ]
    }

    private static func source(_ source: ProjectFile.SourceEntry) -> JSONValue {
        var members = [JSONValue.Member("title", .string(source.name))]
        if let url = source.url { members.append(.init("path", .string(url))) }
        if let licence = source.licence { members.append(.init("licence", .string(licence))) }
        if let date = source.date { members.append(.init("date", .string("\(date)"))) }
        if let attribution = source.attribution { members.append(.init("attribution", .string(attribution))) }
        return .object(members)
    }
}
