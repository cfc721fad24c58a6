internal import Features
internal import Foundation
internal import Formats
internal import Project

/// Tells files of the census from other tables.
enum CensusFile {
    /// The system of the grid.
    static let system = "EPSG:3035"
    /// How far around the quarters cells are read, in metres: a cell on their border belongs to them in part.
    static let margin = 200.0

    /// Whether an entry names cells of the census: an archive, or a table whose first line is that of one. A table whose
    /// columns say where its rows lie is none.
    static func holds(_ entry: LayerEntry, path: String) -> Bool {
        if entry.format == .archive { return true }
        guard entry.format == .table, entry.columns[.x] == nil, entry.columns[.street] == nil else { return false }
        return recognises(path)
    }

    /// Whether the first line of a file is that of a table of the census; what cannot be read is none.
    static func recognises(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 4_096)
        let count = read(descriptor, &head, head.count)
        return count > 0 && CensusReader.recognises(header: head.prefix(count))
    }
}
