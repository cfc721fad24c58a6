public import Features
internal import Parallel

/// A layer with everything that was noticed while it was read.
public struct ReadLayer: Sendable, Hashable {
    /// The layer.
    public var layer: Layer
    /// What was noticed. Faults are listed one by one with their place, up to a thousand of a kind; harmless
    /// peculiarities once per file, with the first place and a `count` among the arguments.
    public var diagnostics: [Diagnostic]

    /// Joins a layer and its findings.
    public init(layer: Layer, diagnostics: [Diagnostic]) {
        self.layer = layer
        self.diagnostics = diagnostics
    }

    /// The layer, handed over: whoever moves its positions then need not copy them first.
    public consuming func takeLayer() -> Layer { layer }
}

/// Reads GeoJSON (RFC 7946), also as text sequence (RFC 8142) or newline-delimited, without holding the text: memory
/// grows with the numbers kept. The text is read in blocks; while one is read from disk and summed up, the ranges of
/// the one before are parsed on all cores. The result does not depend on how many there are.
public enum GeoJSONReader {
    /// Reads a file, or standard input for `-`.
    /// - Parameter name: The layer's name; by default the file name without folder and extension.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where its text is no JSON or no GeoJSON.
    ///   What is wrong with a single feature is among the findings, and the feature keeps its row.
    public static func read(path: String, name: String? = nil) throws(Failure) -> ReadLayer {
        try read(ByteSource(path: path), name: name ?? layerName(path), options: Options())
    }

    /// Reads a text in memory.
    /// - Parameter path: The name for messages.
    public static func read(_ text: [UInt8], path: String, name: String? = nil) throws(Failure) -> ReadLayer {
        try read(ByteSource(path: path, bytes: text), name: name ?? layerName(path), options: Options())
    }

    /// How the text is cut; tests make the pieces small.
    struct Options {
        /// The bytes read at once.
        var blockSize = 8 << 20
        /// The bytes one task parses, more or less.
        var rangeSize = 1 << 20
    }

    static func read(_ source: consuming sending ByteSource, name: String, options: Options) throws(Failure)
        -> ReadLayer
    {
        var reader = DocumentReader(source, options: options)
        return try reader.read(name: name)
    }

    static func layerName(_ path: String) -> String {
        let file = path.split(separator: "/").last ?? "-"
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return String(file) }
        return String(file[..<dot])
    }
}
