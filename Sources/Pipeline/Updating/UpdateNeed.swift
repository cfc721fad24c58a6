internal import Features
internal import Formats
internal import Indicators
internal import Project
internal import ReferenceSystems
internal import Topology
internal import Foundation

/// What an update has to do, from what it sees and what the last one made.
enum UpdateNeed {
    /// What decides beside the files: each a checksum.
    struct Basis: Sendable, Equatable {
        /// The versions of program, libraries and methods.
        var methods: String
        /// What the project file says of data and methods.
        var computing: String
        /// What it says of texts and rules.
        var rendering: String

        /// - Throws: `Failure` where the project file cannot be read.
        init(project path: String) throws(Failure) {
            let text = String(decoding: try FileAccess.readText(path), as: UTF8.self)
            let sections = ProjectSections.texts(of: text) ?? [:]
            func checksum(_ isTaken: (String) -> Bool) -> String {
                let taken = sections.filter { isTaken($0.key) }.sorted { $0.key < $1.key }
                return Checksum.sha256(Array(taken.map { "\($0.key)=\($0.value)\n" }.joined().utf8))
            }
            computing = checksum { !UpdateNeed.ofTexts.contains($0) && !["update", "notify"].contains($0) }
            rendering = checksum { UpdateNeed.ofTexts.contains($0) }
            let versions = [
                QuartierVersion.number, TopologyLibrary.version, ProjLibrary.version,
                ProjLibrary.databaseVersion ?? "",
            ]
            let indicators = IndicatorCatalogue.all.map { "\($0.descriptor.id) \($0.descriptor.version)" }
            methods = Checksum.sha256(Array((versions + indicators).joined(separator: "\n").utf8))
        }
    }

    /// The sections of the project file that `quartier report` takes anew; all others decide figures.
    static let ofTexts: Set<String> = [
        "language", "understanding", "notes", "disclosure", "open_data", "report", "sources",
    ]

    /// What is to be done.
    static func kind(
        _ basis: Basis, _ inputs: [UpdateInput], made: UpdateState.Made?, output: String
    ) -> UpdateOutcome.Kind {
        guard let made, made.methods == basis.methods, made.computing == basis.computing,
            !made.keptRun.isEmpty, keptRun(output) == made.keptRun,
            !inputs.contains(where: { $0.role == .data && $0.change != .same })
        else { return .computed }
        let draft = output + "/" + RunFolder.draft + "/" + RunRecord.fileName
        guard made.rendering == basis.rendering, FileManager.default.fileExists(atPath: draft),
            !inputs.contains(where: { $0.role == .texts && $0.change != .same })
        else { return .rendered }
        return .unchanged
    }

    /// The first line of the kept run in an output, which says its checksum; empty where there is none.
    static func keptRun(_ output: String) -> String {
        guard let file = FileHandle(forReadingAtPath: output + "/" + KeptRunFile.path) else { return "" }
        defer { try? file.close() }
        let start = (try? file.read(upToCount: 200)) ?? Data()
        return String(decoding: start.prefix { $0 != 10 }, as: UTF8.self)
    }
}
