internal import Features
internal import Formats
internal import GRDB
internal import Planar

/// Reads the rows of one table into columns.
struct TableReader {
    /// A column that becomes a column of the layer.
    private struct Attribute {
        let name: String
        let type: DeclaredType
        var values: ColumnCollector
    }

    /// What the declared type says that the values do not.
    private enum DeclaredType {
        /// 0 and 1 are false and true.
        case boolean
        /// Whole numbers are kept as doubles.
        case double
        case other
    }

    /// What was noticed.
    var findings = FindingTally()
    private let table: TableCatalogue.Table
    private let source: SourceFile
    private var crsText: String?
    private var attributes: [Attribute] = []
    /// The positions of the attributes, of the geometry and of the primary key among the columns that are asked for.
    private var positions: [Int] = []
    private var geometryPosition: Int?
    private var keyPosition: Int?
    private var geometries = GeometryColumn()
    private var ids = ColumnCollector(name: "id")

    init(_ table: TableCatalogue.Table, source: SourceFile) {
        self.table = table
        self.source = source
    }

    /// Takes what the file says about the reference system; nil where it does not.
    mutating func setSystem(_ text: String?) {
        crsText = text ?? Layer.unknownReferenceSystem
        guard text == nil else { return }
        findings.list(Diagnostic(.crsMissing, at: SourceLocation(file: source.path), severity: .note))
    }

    /// Reads all rows.
    mutating func read(_ database: ReadOnlyDatabase) throws(Failure) -> ReadLayer {
        let columns = try prepareColumns(database)
        var row = 0
        // An empty list of columns is no statement: the constant stands for it.
        let list = columns.isEmpty ? "1" : columns.map(quoted).joined(separator: ", ")
        try database.forEachRow("SELECT \(list) FROM \(quoted(table.name))") { values in
            append(values, row: row)
            row += 1
        }
        if geometryPosition == nil { geometries = GeometryColumn(missing: row) }
        var layer = Layer(
            name: table.name, source: source, crsText: table.geometry == nil ? nil : crsText, geometries: geometries,
            columns: attributes.map { $0.values.finished() })
        if keyPosition != nil { layer.featureIDs = ids.finished() }
        return ReadLayer(layer: layer, diagnostics: findings.diagnostics)
    }

    /// Looks up the columns of the table and returns the names of those to ask for.
    private mutating func prepareColumns(_ database: ReadOnlyDatabase) throws(Failure) -> [String] {
        var names: [String] = []
        // cid, name, type, notnull, dflt_value, pk
        let rows = try database.rows("PRAGMA table_info(\(quoted(table.name)))")
        let keys = rows.filter { $0.count > 5 && ($0[5].integer ?? 0) > 0 }
        for row in rows {
            guard row.count > 5, let name = row[1].text else { continue }
            let type = (row[2].text ?? "").foldedForSQL
            if let geometry = table.geometry, geometry.column.foldedForSQL == name.foldedForSQL {
                geometryPosition = names.count
            } else if type.hasPrefix("blob") || TableReader.geometryTypes.contains(type) {
                reportUnread(name)
                continue
            } else {
                if keys.count == 1, row[5].integer == 1 { keyPosition = names.count }
                positions.append(names.count)
                attributes.append(
                    Attribute(name: name, type: TableReader.declaredType(type), values: ColumnCollector(name: name)))
            }
            names.append(name)
        }
        guard table.geometry == nil || geometryPosition != nil else {
            throw source.malformed("contents", found: table.geometry?.column ?? table.name)
        }
        return names
    }

    private static let geometryTypes: Set<String> = [
        "geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
        "geometrycollection", "geomcollection", "curvepolygon", "compoundcurve", "multicurve", "multisurface", "curve",
        "surface", "circularstring",
    ]

    private static func declaredType(_ type: String) -> DeclaredType {
        switch type.prefix(while: { $0 != "(" }) {
        case "boolean", "bool": .boolean
        case "double", "real", "float", "double precision": .double
        default: .other
        }
    }

    private mutating func reportUnread(_ column: String) {
        findings.list(
            Diagnostic(.columnNotRead, at: SourceLocation(file: source.path), ["column": column]))
    }

    private mutating func append(_ values: [DatabaseValue], row: Int) {
        let key = keyPosition.flatMap { TableReader.value(values[$0], as: .other) }
        if keyPosition != nil { ids.append(key) }
        for index in attributes.indices {
            let value = values[positions[index]]
            if case .blob = value.storage {
                findings.count(
                    Diagnostic(
                        .columnNotRead, at: location(row, key), ["column": attributes[index].name]))
            }
            attributes[index].values.append(TableReader.value(value, as: attributes[index].type))
        }
        guard let geometryPosition else { return }
        switch values[geometryPosition].storage {
        case .null:
            findings.list(Diagnostic(.geometryMissing, at: location(row, key)))
            geometries.append(nil)
        case .blob(let bytes): appendGeometry([UInt8](bytes), at: location(row, key))
        default: refuseGeometry(GeometryBlob.Fault(reason: "value", offset: 0), at: location(row, key))
        }
    }

    private mutating func appendGeometry(_ bytes: [UInt8], at location: SourceLocation) {
        do {
            let read = try GeometryBlob.read(bytes)
            if !read.notes.isDisjoint(with: [.heightsIgnored, .measuresIgnored]) {
                findings.count(Diagnostic(.zIgnored, at: location))
            }
            if read.notes.contains(.emptyElementsDropped) { findings.count(Diagnostic(.emptyElements, at: location)) }
            if read.geometry.isEmpty { findings.list(Diagnostic(.geometryMissing, at: location)) }
            geometries.append(read.geometry.isEmpty ? nil : read.geometry)
        } catch {
            refuseGeometry(error, at: location)
        }
    }

    private mutating func refuseGeometry(_ fault: GeometryBlob.Fault, at location: SourceLocation) {
        findings.list(
            Diagnostic(
                .geometryUnreadable, at: location,
                ["@reason": "geometry.reason.\(fault.reason)", "offset": "\(fault.offset)"]))
        geometries.append(nil)
    }

    private func location(_ row: Int, _ key: ColumnValue?) -> SourceLocation {
        var id: String?
        switch key {
        case .integer(let value): id = "\(value)"
        case .double(let value): id = NumberText.shortest(value)
        case .text(let text): id = text
        default: break
        }
        return SourceLocation(file: source.path, feature: row, featureID: id)
    }

    private static func value(_ value: DatabaseValue, as type: DeclaredType) -> ColumnValue? {
        switch (value.storage, type) {
        case (.int64(0), .boolean): .boolean(false)
        case (.int64(1), .boolean): .boolean(true)
        case (.int64(let number), .double): .double(Double(number))
        case (.int64(let number), _): .integer(Int(number))
        case (.double(let number), _): .double(number)
        case (.string(let text), _): .text(text)
        case (.null, _), (.blob, _): nil
        }
    }
}
