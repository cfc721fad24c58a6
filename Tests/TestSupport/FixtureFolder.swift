public import Formats
public import Foundation

/// The folder `Fixtures` of a test target: what other programs made.
public struct FixtureFolder: Sendable {
    private let folder: URL?

    /// The folder in the bundle of a test target, `.module`.
    public init(in bundle: Bundle) { folder = bundle.url(forResource: "Fixtures", withExtension: nil) }

    /// The path of a file.
    public func path(_ name: String) throws -> String {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return folder.appending(path: name).path()
    }

    /// The bytes of a file.
    public func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path(name))))
    }

    /// The content of a JSON file.
    public func json(_ name: String) throws -> JSONValue { try JSONValue(parsing: bytes(name)) }
}
