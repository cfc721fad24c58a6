/// The file a layer was read from, as it was at that moment.
public struct SourceFile: Sendable, Codable, Hashable {
    /// The path as the user named it; "-" for standard input.
    public var path: String
    /// The number of bytes read.
    public var bytes: Int
    /// The SHA-256 of those bytes, 64 lower-case hexadecimal digits; empty where the layer was not read from bytes.
    public var sha256: String

    /// Makes the description of a source.
    public init(path: String, bytes: Int = 0, sha256: String = "") {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}
