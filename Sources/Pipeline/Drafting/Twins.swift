internal import Project

/// Files of a folder that hold the same in two formats: a table as CSV and as a workbook, a map packed in two ways.
enum Twins {
    /// The map beside another of the same name that is read in its place; nil for any other file.
    ///
    /// - Parameter files: The files as the project will name them.
    static func map(besides file: String, in files: [String]) -> String? {
        guard LayerEntry.Format(ofFile: file) == .openStreetMap else { return nil }
        let same = files.filter { LayerEntry.Format(ofFile: $0) == .openStreetMap && path($0) == path(file) }
        // The densest is read fastest.
        let best = same.first { $0.lowercased().hasSuffix(".pbf") } ?? same.first
        return best == file ? nil : best
    }

    /// Marks the tables that another file of the same name and with the same columns holds as well: the one with more rows
    /// counts, of equals the first.
    static func mark(_ described: inout [DescribedFile]) {
        for index in described.indices where isTable(described[index]) {
            for other in described.indices where other != index && isTwin(described[other], of: described[index]) {
                let (own, others) = (described[index].layer.count ?? 0, described[other].layer.count ?? 0)
                if (others, index) > (own, other) { described[index].layer.twin = described[other].layer.file }
            }
        }
    }

    private static func isTable(_ file: DescribedFile) -> Bool {
        [.table, .spreadsheet].contains(LayerEntry.Format(ofFile: file.layer.file)) && !file.layer.columns.isEmpty
    }

    private static func isTwin(_ other: DescribedFile, of file: DescribedFile) -> Bool {
        isTable(other) && path(other.layer.file) == path(file.layer.file) && other.layer.file != file.layer.file
            && other.layer.columns.map(\.name) == file.layer.columns.map(\.name)
    }

    /// A path without what follows the first point of the file's name.
    private static func path(_ file: String) -> String {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast() + [(parts.last ?? "").prefix { $0 != "." }]).joined(separator: "/")
    }
}
