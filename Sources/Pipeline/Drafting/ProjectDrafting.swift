public import Features
internal import Foundation
internal import Planar
internal import Project
internal import ReferenceSystems
public import Wording

/// `quartier init`: a first project file from the files that a town has.
public enum ProjectDrafting {
    /// The text of a commented project file for the files given, which must lie in or below `folder`, or are named by
    /// their whole path.
    ///
    /// - Parameters:
    ///   - files: paths as the user gave them; of a folder the files in it are taken whose endings are known.
    ///   - folder: where the project file will stand.
    ///   - period: the year that the data describe; nil for the one that registers or the census tell.
    ///   - thisYear: the period where nothing tells one.
    public static func draft(
        files: [String], folder: String, period: String?, thisYear: String = "", language: Language
    ) throws(Failure) -> String {
        var described = try describe(files, folder)
        let town = TownFinding.town(in: described, box: quarters(described)?.extent)
        for index in described.indices {
            guard let (level, boundaries) = described[index].map?.quarters(ofTown: town?.name) else { continue }
            described[index].layer.boundaryLevel = level
            described[index].rows = boundaries
            described[index].extent = boundaries.geometries.envelope
        }
        findQuarterColumns(&described)
        let layers = described.map(\.layer)
        let box = extent(described)
        let crs =
            box.isEmpty
            ? nil
            : CoordinateReferenceSystem.suggestedMetricCode(
                minLongitude: box.minX, minLatitude: box.minY, maxLongitude: box.maxX, maxLatitude: box.maxY)
        return ProjectDraft(
            layers: layers, town: town, crs: crs,
            period: period ?? ProjectDraft.period(of: layers).map { "\($0)" } ?? thisYear, language: language
        ).text
    }

    /// A file to look at.
    private struct File {
        var path: String
        var name: String
        /// Whether somebody named it: then it must be readable; one that lies in a folder may be anything.
        var isNamed: Bool
        var isMap: Bool { LayerEntry.Format(ofFile: name) == .openStreetMap }
    }

    /// What the files hold: the maps last, since where the quarters lie says what of them to look at.
    private static func describe(_ paths: [String], _ folder: String) throws(Failure) -> [DescribedFile] {
        var files: [File] = []
        for path in paths {
            let found = try expanded(path)
            files += found.map { File(path: $0, name: relative($0, to: folder), isNamed: found == [path]) }
        }
        var described: [DescribedFile] = []
        for file in files where !file.isMap { described += try describe(file, clip: nil) }
        SystemGuess.place(&described)
        Twins.mark(&described)
        let clip = quarters(described)?.extent
        for file in files where file.isMap {
            if let twin = Twins.map(besides: file.name, in: files.map(\.name)) {
                var unread = DescribedFile.unknown(named: file.name)
                unread.layer.twin = twin
                described.append(unread)
            } else {
                described += try describe(file, clip: clip)
            }
        }
        SystemGuess.place(&described)
        return described
    }

    private static func describe(_ file: File, clip: Envelope?) throws(Failure) -> [DescribedFile] {
        do throws(Failure) {
            return try DescribedFile.all(in: file.path, named: file.name, clip: clip)
        } catch {
            if file.isNamed { throw error }
            return [.unknown(named: file.name)]
        }
    }

    /// The file that the quarters seem to stand in.
    private static func quarters(_ described: [DescribedFile]) -> DescribedFile? {
        ProjectDraft.quarters(in: described.map(\.layer)).flatMap { found in
            described.first { $0.layer == found.layer }
        }
    }

    /// Marks the columns of tables that say which quarter a row means.
    private static func findQuarterColumns(_ described: inout [DescribedFile]) {
        guard let found = ProjectDraft.quarters(in: described.map(\.layer)),
            let rows = described.first(where: { $0.layer == found.layer })?.rows
        else { return }
        let isMap = found.layer.boundaryLevel != nil
        guard let quarters = QuarterColumns(rows, id: isMap ? "id" : found.id, name: isMap ? "name" : found.name)
        else { return }
        for index in described.indices where described[index].layer.shapes.isEmpty && described[index].map == nil {
            guard let table = described[index].rows else { continue }
            described[index].layer.quarterColumns = quarters.find(in: table)
        }
    }

    /// Where the quarters lie, or else everything.
    private static func extent(_ described: [DescribedFile]) -> Envelope {
        if let extent = quarters(described)?.extent { return extent }
        var box = Envelope.empty
        for extent in described.compactMap(\.extent) { box.include(extent) }
        return box
    }

    /// The files that a path means: itself, or those in the folder whose endings are known, in the order of their names.
    private static func expanded(_ path: String) throws(Failure) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            if access(path, R_OK) != 0 { throw unreadable(path) }
            return [path]
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw unreadable(path) }
        let base = path.hasSuffix("/") ? path : path + "/"
        return names.sorted().filter(isData).map { base + $0 }
    }

    /// Whether a file of a folder is one of data: `.json` may be anything.
    private static func isData(_ name: String) -> Bool {
        guard !name.hasPrefix(".") else { return false }
        return LayerEntry.Format(ofFile: name) != .geoJSON || name.lowercased().hasSuffix(".geojson")
    }

    private static func unreadable(_ path: String) -> Failure {
        Failure(
            .unreadable,
            Diagnostic(.fileUnreadable, at: SourceLocation(file: path), ["reason": String(cString: strerror(errno))]))
    }

    /// A path as it stands in the project file: relative where the file lies in or below the folder.
    private static func relative(_ path: String, to folder: String) -> String {
        let file = URL(fileURLWithPath: path).standardizedFileURL.path
        let base = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL.path
        let prefix = base.hasSuffix("/") ? base : base + "/"
        return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
    }
}
