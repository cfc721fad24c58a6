public import Features
internal import Parallel
public import Planar
internal import Synchronization

/// A census grid with everything that was noticed while its files were read.
public struct ReadCensus: Sendable {
    /// The grid.
    public var grid: CensusGrid
    /// What was noticed: each kind one by one, up to a thousand of a kind and file, then counted.
    public var diagnostics: [Diagnostic]
}

/// Reads the grid files of the German censuses of 2011 and 2022 as the statistical offices deliver them: CSV with a column
/// `Gitter_ID_100m`, `GITTER_ID_1km` …, its fields separated by semicolons, commas or tabs, in UTF-8, Latin-1 or
/// Windows-1252. See ``CensusLayout`` for the forms.
///
/// A file of a whole country is read in blocks; while one is read from disk and summed up, the lines of the one before are
/// looked at. Only the lines of cells in the clip are kept: memory grows with the town, not with the file.
public enum CensusReader {
    /// Whether the first line of a file, with or without byte order mark and line end, is that of a census grid.
    public static func recognises(header line: some Collection<UInt8>) -> Bool {
        let bytes = CensusScanner.withoutByteOrderMark(Array(line.prefix { $0 != 0x0A && $0 != 0x0D }))
        return CensusLayout(header: bytes) != nil
    }

    /// What census files a path holds: itself, or those of an archive. Only their first lines are read.
    /// - Returns: Nothing where the path is no census grid and no archive with one.
    public static func files(path: String) throws(Failure) -> [CensusFileHeader] {
        guard try !CensusArchive.isArchive(path) else { return try CensusArchive.files(path) }
        var source = try ByteSource(path: path)
        var block = Block()
        try source.fill(&block, count: CensusFileHeader.headSize, headroom: 0)
        let file = CensusFileHeader(head: block.bytes[block.lower..<block.upper], path: path, entry: nil)
        return file.map { [$0] } ?? []
    }

    /// Reads files and joins them by cell. A file may be a ZIP archive as the offices deliver it, with the same
    /// characteristics on 10 km, 1 km and 100 m: its files of the finest cells are read.
    /// - Parameters:
    ///   - clip: Boxes in EPSG:3035; a cell is kept where it shares more than an edge with one of them. Nil keeps all.
    ///   - cellSize: The length of a side in metres that all cells must have; nil takes that of the first row, and in
    ///     archives the smallest.
    /// - Throws: `.unreadable` where a file cannot be read; `.malformedData` where one is no census grid (Q151), or where
    ///   they do not belong together: of two censuses, of two cell sizes. What is wrong with a single line is a finding.
    public static func read(
        paths: [String], clip: [Envelope]? = nil, cellSize: Int32? = nil
    ) throws(Failure) -> ReadCensus {
        var tables: [CensusTable] = []
        var sources: [SourceFile] = []
        var diagnostics: [Diagnostic] = []
        for path in paths {
            if try CensusArchive.isArchive(path) {
                let read = try CensusArchive.read(path, clip: clip, cellSize: cellSize, source: sources.count)
                tables += read.tables
                sources.append(read.source)
                diagnostics += read.diagnostics
            } else {
                let scanner = CensusScanner(path: path, clip: clip, cellSize: cellSize, source: sources.count)
                let read = try read(ByteSource(path: path), scanner, blockSize: 4 << 20)
                tables.append(read.table)
                sources.append(read.source)
                diagnostics += read.diagnostics
            }
        }
        return try joined(tables, sources, diagnostics, isClipped: clip != nil)
    }

    /// Reads a text in memory.
    /// - Parameter path: The name for messages.
    public static func read(
        _ text: [UInt8], path: String, clip: [Envelope]? = nil, cellSize: Int32? = nil
    ) throws(Failure) -> ReadCensus {
        let scanner = CensusScanner(path: path, clip: clip, cellSize: cellSize)
        let read = try read(ByteSource(path: path, bytes: text), scanner, blockSize: 4 << 20)
        return try joined([read.table], [read.source], read.diagnostics, isClipped: clip != nil)
    }

    /// Reads one source; tests make the blocks small.
    static func read(
        _ source: consuming sending ByteSource, _ scanner: CensusScanner, blockSize: Int
    ) throws(Failure) -> (table: CensusTable, source: SourceFile, diagnostics: [Diagnostic]) {
        let path = source.path
        let queue = BlockQueue(source, blockSize: blockSize)
        let state = Mutex(Optional(scanner))
        var block = Block()
        while true {
            // The text of the last block is done with, its memory is not.
            block.lower = block.upper
            block = try queue.next(after: block)
            guard block.count > 0 else { break }
            let text = block
            _ = try parallelPair(
                { () throws(Failure) in try state.withLock { scanner throws(Failure) in try scanner?.take(text) } },
                { () throws(Failure) in try queue.readAhead() })
        }
        let finished = state.withLock { $0.take() } ?? scanner
        let (table, diagnostics) = try finished.finish()
        return (table, queue.finish(path: path), diagnostics)
    }

    /// Joins the files and looks at the whole.
    private static func joined(
        _ tables: [CensusTable], _ sources: [SourceFile], _ diagnostics: [Diagnostic], isClipped: Bool
    ) throws(Failure) -> ReadCensus {
        for table in tables where table.holdsClasses {
            throw CensusScanner.refusal(table.path, "classes", found: "Alter_D")
        }
        let grid = try CensusGrid.joined(tables, sources)
        var diagnostics = diagnostics
        if grid.cells.isEmpty, let source = sources.first {
            diagnostics.append(
                Diagnostic(
                    .censusEmpty, at: SourceLocation(file: source.path),
                    ["@reason": isClipped ? "census.reason.clip" : "census.reason.rows"]))
        }
        return ReadCensus(grid: grid, diagnostics: diagnostics)
    }
}

extension CensusScanner {
    /// Takes in a block.
    fileprivate mutating func take(_ block: Block) throws(Failure) {
        try block.bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try take(UnsafeBufferPointer(rebasing: bytes[block.lower..<block.upper]))
        }
    }
}

extension CensusTable {
    /// Whether the file is that of the classes (`Zensus_klassierte_Werte_1km-Gitter.csv`): its header is that of the
    /// values, but no mean age in a cell with people is 6 or less everywhere.
    fileprivate var holdsClasses: Bool {
        guard let ages = columns.first(where: { $0.name.lowercased() == "alter_d" })?.column else { return false }
        let rows = ages.states.indices.filter { ages.states[$0].hasValue }
        return !rows.isEmpty
            && rows.allSatisfy { ages.numbers[$0] <= 6 && ages.numbers[$0] == ages.numbers[$0].rounded() }
    }
}
