internal import GRDB
internal import ReferenceSystems

/// The reference systems of a GeoPackage with their numbers: EPSG's where there is one, else from 100,000 on.
struct SystemTable {
    private struct Row {
        let number: Int32
        let name: String
        let organization: String
        let code: Int32
        let definition: String
    }

    private var rows: [Row] = [
        Row(number: -1, name: "Undefined Cartesian SRS", organization: "NONE", code: -1, definition: "undefined"),
        Row(number: 0, name: "Undefined geographic SRS", organization: "NONE", code: 0, definition: "undefined"),
    ]
    private var numbers: [String: Int32] = [:]

    /// The systems of some layers, and WGS 84, which every GeoPackage lists.
    init(_ systems: [CoordinateReferenceSystem]) throws(ReferenceSystemError) {
        var free: Int32 = 100_000
        for system in [.wgs84] + systems where numbers[system.definition] == nil {
            let code = SystemTable.code(of: system)
            numbers[system.definition] = code ?? free
            guard !rows.contains(where: { $0.number == code ?? free }) else { continue }
            rows.append(
                Row(
                    number: code ?? free, name: system.isSame(as: .wgs84) ? "WGS 84 geodetic" : system.name,
                    organization: code == nil ? "NONE" : "EPSG", code: code ?? free,
                    definition: try system.wellKnownText()))
            if code == nil { free += 1 }
        }
    }

    /// The number of a system in this file.
    func number(of system: CoordinateReferenceSystem) -> Int32 { numbers[system.definition] ?? -1 }

    private static func code(of system: CoordinateReferenceSystem) -> Int32? {
        if system.isSame(as: .wgs84) { return 4326 }
        guard let code = system.code, code.hasPrefix("EPSG:") else { return nil }
        return Int32(code.dropFirst(5))
    }

    /// Fills `gpkg_spatial_ref_sys`.
    func write(to database: Database) throws {
        for row in rows {
            try database.execute(
                sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
                arguments: [row.name, row.number, row.organization, row.code, row.definition])
        }
    }
}
