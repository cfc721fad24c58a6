import Features
import Foundation
import Planar
import TestSupport
import Testing

@testable import Formats

/// What several tests of census grids use.
enum CensusKit {
    /// A file of 2022 with one share.
    static let header = "GITTER_ID_100m;x_mp_100m;y_mp_100m;AnteilAuslaender;werterlaeuternde_Zeichen\n"

    /// A row of that file: the cell in column and row of a block.
    static func row(_ column: Int, _ row: Int, _ rest: String) -> String {
        let (east, north) = (4_310_000 + 100 * column, 3_380_000 + 100 * row)
        return "CRS3035RES100mN\(north)E\(east);\(east + 50);\(north + 50);\(rest)\n"
    }

    static func read(_ text: String, clip: [Envelope]? = nil) throws -> ReadCensus {
        try read(Array(text.utf8), clip: clip)
    }

    static func read(_ bytes: [UInt8], clip: [Envelope]? = nil) throws -> ReadCensus {
        try CensusReader.read(bytes, path: "census.csv", clip: clip)
    }

    /// The finding that ends reading.
    static func refusal(_ bytes: [UInt8]) -> Diagnostic? {
        do throws(Failure) {
            _ = try CensusReader.read(bytes, path: "census.csv")
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    /// The reason of a finding without what all have in common.
    static func reason(_ diagnostic: Diagnostic?) -> String? {
        diagnostic?.arguments["@reason"].map { String($0.dropFirst("census.reason.".count)) }
    }

    /// What a grid says about the cells, as in census.json.
    static func said(_ grid: CensusGrid) -> [Said] {
        grid.cells.indices.flatMap { row in
            grid.characteristics.filter { $0.states[row] != .notGiven }.sorted { $0.name < $1.name }.map {
                Said(
                    cell: grid.cells[row].id, name: $0.name, state: word($0.states[row]), value: $0.value(at: row))
            }
        }
    }

    static func word(_ state: CensusState) -> String {
        switch state {
        case .notGiven: "missing"
        case .counted: "counted"
        case .unreliable: "unreliable"
        case .noneOrFew: "none"
        case .suppressed: "suppressed"
        }
    }

    /// One value of one cell.
    struct Said: Decodable, Hashable {
        var cell: String
        var name: String
        var state: String
        var value: Double?

        init(cell: String, name: String, state: String, value: Double?) {
            (self.cell, self.name, self.state, self.value) = (cell, name, state, value)
        }

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            cell = try list.decode(String.self)
            name = try list.decode(String.self)
            state = try list.decode(String.self)
            value = try list.decode(Double?.self)
        }
    }

    /// census.json.
    struct Expected: Decodable {
        struct File: Decodable {
            var file: String
            var size: Int32
            var edition: Int
            var said: [Said]
        }

        /// A cell, its count, and the least and the most it may be.
        struct Count: Decodable {
            var cell: String
            var numbers: [Double?]

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                cell = try list.decode(String.self)
                numbers = try (0..<3).map { _ in try list.decode(Double?.self) }
            }
        }

        struct Real: Decodable {
            var file: String
            var cells: Int
            var states: [String: Int]
            var digest: String
        }

        var files: [File]
        var counts: [Count]
        var real: [Real]
    }

    static func path(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        return folder.appending(path: name).path()
    }

    static func expected() throws -> Expected {
        try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(filePath: path("census.json"))))
    }
}
