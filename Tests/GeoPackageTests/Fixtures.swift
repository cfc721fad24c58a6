import Formats
import Foundation
import Testing

/// What Scripts/fixtures/geopackage.py made with GDAL.
enum Fixtures {
    /// The path of a file.
    static func path(_ name: String) throws -> String {
        try #require(Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil)).path()
    }

    /// The bytes of a file.
    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path(name))))
    }

    /// The content of a JSON file.
    static func json(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: bytes(name))
    }
}
