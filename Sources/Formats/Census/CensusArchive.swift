internal import Archives
internal import Features
internal import Planar

/// Census files in a ZIP archive: a table for each size of cells, beside a description for people.
enum CensusArchive {
    /// Whether a file is a ZIP archive by its first bytes. Standard input is none: an archive is read from its end.
    static func isArchive(_ path: String) throws(Failure) -> Bool {
        guard path != "-" else { return false }
        var source = try ByteSource(path: path)
        var block = Block()
        try source.fill(&block, count: 4, headroom: 0)
        return block.bytes[block.lower..<block.upper].prefix(4).elementsEqual([0x50, 0x4B, 0x03, 0x04])
    }

    /// The census files of an archive.
    static func files(_ path: String) throws(Failure) -> [CensusFileHeader] {
        let archive = try ZipArchive(path: path)
        var files: [CensusFileHeader] = []
        for entry in archive.files(withExtensions: ["csv", "txt"]) {
            if let file = try file(entry, of: archive) { files.append(file) }
        }
        return files
    }

    private static func file(_ entry: ZipEntry, of archive: borrowing ZipArchive) throws(Failure) -> CensusFileHeader? {
        var head: [UInt8] = []
        try archive.read(entry) { piece throws(Failure) in
            head.append(contentsOf: piece.prefix(CensusFileHeader.headSize - head.count))
            return head.count < CensusFileHeader.headSize
        }
        return CensusFileHeader(head: head[...], path: archive.path, entry: entry.name)
    }

    /// Reads the census files of an archive that have the wanted size, or the smallest.
    /// - Throws: Q151 where it has none; what the archive throws.
    static func read(
        _ path: String, clip: [Envelope]?, cellSize: Int32?, source: Int
    ) throws(Failure) -> (tables: [CensusTable], source: SourceFile, diagnostics: [Diagnostic]) {
        let archive = try ZipArchive(path: path)
        var diagnostics = archive.diagnostics
        var found: [(entry: ZipEntry, size: Int32?)] = []
        for entry in archive.files(withExtensions: ["csv", "txt"]) {
            if let file = try file(entry, of: archive) { found.append((entry, file.cellSize)) }
        }
        let size = cellSize ?? found.compactMap(\.size).min()
        let chosen = found.filter { $0.size == size || $0.size == nil }
        guard !chosen.isEmpty else {
            throw CensusScanner.refusal(
                path, found.isEmpty ? "archive" : "archive_size", found: cellSize.map { "\($0) m" } ?? "*.csv")
        }
        var tables: [CensusTable] = []
        for (entry, _) in chosen {
            var scanner = CensusScanner(
                path: path + "/" + entry.name, clip: clip, cellSize: size, source: source)
            try archive.read(entry) { piece throws(Failure) in
                try scanner.take(piece.bindMemory(to: UInt8.self))
                return true
            }
            let (table, findings) = try scanner.finish()
            tables.append(table)
            diagnostics += findings
        }
        return (tables, try checksum(path), diagnostics)
    }

    /// The archive itself, as it was read.
    private static func checksum(_ path: String) throws(Failure) -> SourceFile {
        var source = try ByteSource(path: path)
        var block = Block()
        repeat { try source.fill(&block, count: 1 << 20, headroom: 0) } while !source.isAtEnd
        return source.finish()
    }
}
