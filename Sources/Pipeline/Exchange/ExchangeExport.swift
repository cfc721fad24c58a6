internal import Archives
public import Features
internal import Formats
internal import Foundation
internal import Indicators
internal import Project
internal import ReferenceSystems
internal import Town
internal import Wording

/// Makes the package of a town from a release, and from nothing else but the notes that are marked shareable.
public enum ExchangeExport {
    /// What was written.
    public struct Summary: Sendable, Hashable {
        /// The number of figures.
        public let figures: Int
        /// The number of notes.
        public let notes: Int
        /// Shareable notes that stayed here since they seem to name a person, or are of another kind; their ids.
        public let keptBack: [String]
    }

    /// Writes the package of a release.
    ///
    /// - Parameters:
    ///   - release: the folder that `quartier publish` wrote.
    ///   - project: the project file whose notes are looked at; nil for no notes.
    ///   - output: a path ending in `.zip`, or a folder, which must not be there yet.
    /// - Throws: `Failure` where the folder is no release, a file of it was changed since, or nothing can be written.
    public static func write(
        release: String, project: String?, to output: String, overwrite: Bool = false
    ) throws(Failure) -> Summary {
        let folder = release.count > 1 && release.hasSuffix("/") ? String(release.dropLast()) : release
        let table = try releasedTable(folder)
        let (notes, keptBack) = try project.map { path throws(Failure) in try shareable(path) } ?? ([], [])
        let package = try package(table, notes: notes, at: folder)
        let files: [(name: String, bytes: [UInt8])] = [
            (ExchangePackage.fileName, Array((package.json.text(.indented) + "\n").utf8)),
            (ExchangePackage.explanationName, Array(explanation.utf8)),
        ]
        if output.lowercased().hasSuffix(".zip") {
            try AtomicFile.write(try ZipWriter.archive(files, path: output), to: output, overwrite: overwrite)
        } else {
            let target = try OutputFolder(path: output, overwrite: overwrite, isReplaceable: false)
            for file in files { try target.write(file.bytes, to: file.name) }
            try target.commit()
        }
        return Summary(figures: package.figures.count, notes: notes.count, keptBack: keptBack)
    }

    /// What the package is, in both languages.
    static var explanation: String {
        [Language.german, .english].map { language in
            let texts = Catalogue.of(language)
            return "# \(texts.text("exchange.explanation.title"))\n\n\(texts.text("exchange.explanation"))\n"
        }.joined(separator: "\n")
    }

    // MARK: Figures

    /// The table of indicators of a release, checked against the release's record.
    private static func releasedTable(_ folder: String) throws(Failure) -> Layer {
        let recordPath = folder + "/" + ReleaseRecord.fileName
        guard FileManager.default.fileExists(atPath: recordPath),
            let record = try? JSONValue(parsing: try FileAccess.readAll(recordPath)),
            record["format"]?.string?.hasPrefix("quartier-release/") == true
        else { throw Failure(.malformedData, Diagnostic(.releaseMissing, at: SourceLocation(file: folder))) }
        let path = folder + "/indicators.csv"
        let sum = Checksum.sha256(try FileAccess.readAll(path))
        let recorded = record["files"]?.elements?.first { $0["path"]?.string == "indicators.csv" }
        guard recorded?["sha256"]?.string == sum else {
            throw Failure(.malformedData, Diagnostic(.releaseAltered, at: SourceLocation(file: path)))
        }
        return try CSVReader.read(path: path).layer
    }

    private static func package(
        _ layer: Layer, notes: [ExchangePackage.SharedNote], at folder: String
    ) throws(Failure) -> ExchangePackage {
        func text(_ name: String, _ row: Int) -> String { layer.column(named: name)?.string(at: row) ?? "" }
        func number(_ name: String, _ row: Int) -> Double? { layer.column(named: name)?.double(at: row) }
        var figures: [ExchangePackage.Figure] = []
        var town: (name: String, period: String, residents: Double?)?
        for row in 0..<layer.count where text("level", row) == AreaLevel.town.rawValue {
            let group = text("group", row)
            guard group.isEmpty || group == "all", let status = Status(rawValue: text("status", row)),
                let version = Int(text("method_version", row))
            else { continue }
            if town == nil { town = (text("area_name", row), text("period", row), nil) }
            if text("indicator", row) == "residents" { town?.residents = number("value", row) }
            let category = text("category", row)
            // A category of the town's own means nothing elsewhere.
            guard category.isEmpty || isKnown(category) else { continue }
            figures.append(
                ExchangePackage.Figure(
                    indicator: text("indicator", row), methodVersion: version, parameters: text("parameters", row),
                    category: category.isEmpty ? nil : category, unit: text("unit", row), status: status,
                    value: number("value", row), lower: number("lower", row), upper: number("upper", row)))
        }
        guard let town, let residents = town.residents else {
            throw Failure(.malformedData, Diagnostic(.releaseMissing, at: SourceLocation(file: folder)))
        }
        return ExchangePackage(
            town: town.name, type: TownType(residents: residents), period: town.period, figures: figures, notes: notes)
    }

    private static func isKnown(_ category: String) -> Bool {
        ReachTarget.sums.contains(category) || PlaceCategoryTable.builtIn.ids.contains(category)
    }

    // MARK: Notes

    /// The notes of a project that other towns may read, by date, and the ids of those that were kept back.
    private static func shareable(
        _ path: String
    ) throws(Failure) -> (notes: [ExchangePackage.SharedNote], keptBack: [String]) {
        let inputs = try TownInputs.read(
            path, kinds: [.quarters, .places], missingGrid: .allowLessAccurate, progress: .silent)
        let marked = try StudyAssembly(inputs, progress: .silent).study.memory.notes.filter(\.isShareable)
        let taken = marked.filter { ($0.kind == .trial || $0.kind == .learnt) && $0.personalDetail == nil }
        let ids = Set(taken.map(\.id))
        return (
            taken.sorted { ($0.date, $0.id) < ($1.date, $1.id) }.map {
                ExchangePackage.SharedNote(kind: $0.kind, title: $0.title, date: "\($0.date)", text: $0.body.plain)
            }, marked.map(\.id).filter { !ids.contains($0) }.sorted()
        )
    }
}
