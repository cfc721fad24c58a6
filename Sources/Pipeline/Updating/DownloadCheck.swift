internal import Features
internal import Formats
internal import OpenStreetMap
internal import Project
internal import Travel

/// Whether a file from elsewhere that came whole is one at all: a page that says "come back later" is no map.
struct DownloadCheck {
    /// The layers that are read from the file; a file that is part of another is not looked at.
    let entries: [LayerEntry]

    /// What stands against a file: that it cannot be read as one of the layers, or holds nothing of what they name; nil where
    /// nothing does.
    func fault(of path: String) -> Diagnostic? {
        for entry in entries {
            do throws(Failure) {
                if let fault = try DownloadCheck.fault(of: path, as: entry) { return fault }
            } catch {
                return error.diagnostics.first ?? Diagnostic(.fileUnreadable, at: SourceLocation(file: path))
            }
        }
        return nil
    }

    private static func fault(of path: String, as entry: LayerEntry) throws(Failure) -> Diagnostic? {
        if entry.kind == .population, CensusFile.holds(entry, path: path) {
            // All lines are read, and none kept.
            _ = try CensusReader.read(paths: [path], clip: [], cellSize: entry.cellSize.map { Int32($0) })
            return nil
        }
        switch entry.format {
        case .openStreetMap:
            let map = try OpenStreetMapReader.read(path: path, clip: nil, selection: MapSelection())
            let isEmpty = map.streets.count == 0 && map.objects.count == 0
            return isEmpty ? Diagnostic(.layerEmpty, at: SourceLocation(file: path)) : nil
        case .asciiGrid: _ = try ArcGridReader.read(path: path)
        // Its rows lie in another file.
        case .shapefile: break
        default:
            let layer = try FeatureFile.read(entry, path: path).layer
            if layer.count == 0, !entry.kind.isTable {
                return Diagnostic(.layerEmpty, at: SourceLocation(file: path))
            }
            // Any text reads as a table, of whatever columns.
            let names = entry.columns.values.sorted()
            if let name = names.first, !names.contains(where: { layer.column(named: $0) != nil }) {
                return Diagnostic(.columnMissing, at: SourceLocation(file: path), ["column": name])
            }
        }
        return nil
    }
}
