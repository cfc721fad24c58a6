internal import Disclosure
internal import Formats
internal import Project
internal import Town
internal import Wording

/// `datapackage.json` (Frictionless Data Package 1.0): what each table holds, so that others can use it.
enum DataPackage {
    /// A table of an edition as a file: what all descriptions of it are made from.
    struct Table {
        /// The name of the resource.
        let name: String
        let path: String
        /// What separates cells and what stands before decimals.
        let delimiter: String
        let decimal: String
        let columns: [OfferSheet.Column]

        init(_ name: String, _ path: String, german: Bool = false, _ columns: [OfferSheet.Column]) {
            (self.name, self.path, self.columns) = (name, path, columns)
            (delimiter, decimal) = german ? (";", ",") : (",", ".")
        }
    }

    /// The tables of an edition in the order of the description.
    static func tables(_ study: Study, _ edition: Edition) -> [Table] {
        var tables = [
            Table("indicators", "indicators.csv", IndicatorSheet.columns),
            Table("indicators-excel-de", "indicators-excel-de.csv", german: true, IndicatorSheet.columns),
        ]
        if study.stops != nil { tables.append(Table("stops-table", "stops.csv", StopSheet.columns)) }
        if study.offers != nil { tables.append(Table("offers", "offers.csv", OfferSheet.columns(edition))) }
        if study.memory.participation != nil {
            tables.append(Table("participation", "participation.csv", ParticipationSheet.columns(edition)))
        }
        if !study.memory.notes.isEmpty { tables.append(Table("notes", "notes.csv", NoteSheet.columns(edition))) }
        if study.rooms != nil { tables.append(Table("room-slots", "room-slots.csv", RoomSheet.columns)) }
        return tables
    }

    /// The description of an edition's files.
    static func json(
        _ project: ProjectFile, tables: [Table], maps: [String], language: Language
    ) -> JSONValue {
        let catalogue = Catalogue.of(language)
        let described = tables.map { table in self.table(table, catalogue) }
        let geoPackage: JSONValue = [
            "name": "geopackage", "path": .string(MapPackage.fileName), "type": "file", "format": "gpkg",
            "mediatype": "application/geopackage+sqlite3",
        ]
        let workbook: JSONValue = [
            // Its tables are described as CSV; as a file it is not read as a table whose first sheet must fit.
            "name": "workbook", "path": .string(OfficeWorkbook.fileName), "type": "file", "format": "xlsx",
            "mediatype": .string(OfficeWorkbook.mediaType),
        ]
        return [
            "name": "quartier",
            "title": .string(project.report.title ?? project.town.name),
            "profile": "data-package",
            "sources": .array(Attribution.sources(project).map(source)),
            "resources": .array(described + maps.map(geojson) + [geoPackage, workbook]),
        ]
    }

    /// A table with what each of its columns holds.
    private static func table(_ table: Table, _ catalogue: Catalogue) -> JSONValue {
        let fields = table.columns.map { column -> JSONValue in
            var members: [JSONValue.Member] = [
                .init("name", .string(column.name)), .init("type", .string(column.type)),
                .init("description", .string(catalogue.text(column.key))),
            ]
            if column.type == "number" { members.append(.init("decimalChar", .string(table.decimal))) }
            return .object(members)
        }
        return [
            "name": .string(table.name), "path": .string(table.path), "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "dialect": ["delimiter": .string(table.delimiter), "header": true],
            "schema": ["fields": .array(fields), "missingValues": [""]],
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
