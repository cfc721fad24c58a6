public import Features

/// Reads tables of separated values: RFC 4180 and what offices really export (semicolons, decimal commas, Windows-1252,
/// UTF-16, ragged rows). The text is read in blocks; memory grows with the columns only.
///
/// A table is a layer without geometries, one row per record that is not blank, in the order of the file.
public enum CSVReader {
    /// Reads a file, or standard input for `-`.
    /// - Parameters:
    ///   - name: The layer's name; by default the file name without folder and extension.
    ///   - dialect: What a person said about the dialect; the rest is detected from the first part of the file.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where it is empty, a quote is never
    ///   closed, or a record is longer than 16 MiB. What is wrong with one record or value is among the findings.
    public static func read(
        path: String, name: String? = nil, dialect: TableDialect.Choice = .init()
    ) throws(Failure) -> ReadLayer {
        try read(ByteSource(path: path), name: name, dialect: dialect)
    }

    /// Reads a text in memory.
    /// - Parameter path: The name for messages.
    public static func read(
        _ text: [UInt8], path: String, name: String? = nil, dialect: TableDialect.Choice = .init()
    ) throws(Failure) -> ReadLayer {
        try read(ByteSource(path: path, bytes: text), name: name, dialect: dialect)
    }

    /// The dialect in which ``read(path:name:dialect:)`` would read a file.
    public static func dialect(
        path: String, choice: TableDialect.Choice = .init()
    ) throws(Failure) -> TableDialect {
        try RecordStream(ByteSource(path: path), choice: choice).dialect
    }

    static func read(
        _ source: consuming ByteSource, name: String?, dialect: TableDialect.Choice,
        limits: RecordStream.Limits = .init()
    ) throws(Failure) -> ReadLayer {
        let layerName = name ?? GeoJSONReader.layerName(source.path)
        let expectedSize = source.expectedSize
        var stream = try RecordStream(source, choice: dialect, limits: limits)
        var assembler = TableAssembler(stream, expectedSize: expectedSize)
        try stream.forEachRecord { record throws(Failure) in try assembler.append(record) }
        assembler.noteBrokenUnits(stream.brokenUnits)
        return assembler.finished(name: layerName, source: stream.finish())
    }
}
