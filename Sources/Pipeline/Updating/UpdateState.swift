internal import Features
internal import Formats
internal import Foundation

/// What the last good update left to know: from it the next one tells what has changed. It is written last, after history
/// and output, so that whoever is interrupted before looks at everything again.
struct UpdateState: Codable, Sendable, Equatable {
    /// The form of the file; rises whenever it changes.
    var format = UpdateState.currentFormat
    /// The name of the project file.
    var project: String
    /// When the last update began that came to an end, good or not, seconds after 1970-01-01 00:00:00 UTC.
    var lastAttemptAt: Int?
    /// When the last good update began.
    var lastGoodAt: Int?
    /// When the latest of those began that failed since, the oldest first; nil where none did.
    var failedAt: [Int]?
    /// The files from elsewhere, by name.
    var downloads: [String: KnownDownload] = [:]
    /// What the last good update made; nil where there was none.
    var made: Made?

    /// What a good update made, and of what.
    struct Made: Codable, Sendable, Equatable {
        /// The versions of program, libraries and methods, as a checksum.
        var methods: String
        /// What the project file says of data and methods, as a checksum.
        var computing: String
        /// What it says of texts and rules, as a checksum.
        var rendering: String
        /// The files.
        var inputs: [KnownInput]
        /// The first line of the kept run in the output, which holds its checksum.
        var keptRun: String
        /// The run of the history; nil where the project has none.
        var run: Int?
        /// The kinds of layers and how many features each file had.
        var counts: [InputCount]
        /// All ends of funding.
        var fundingEnds: [ComingFundingEnd]
        /// All results without an answer.
        var unanswered: [UnansweredResult]
    }

    /// The form that this version writes and reads.
    static let currentFormat = 1

    /// The state of a folder; a fresh one where there is none.
    ///
    /// - Parameter findings: takes a note where the state cannot be used, and everything is computed again.
    /// - Throws: `Failure` where the folder belongs to another project.
    static func read(_ folder: UpdateFolder, findings: inout [Diagnostic]) throws(Failure) -> UpdateState {
        let fresh = UpdateState(project: folder.projectName)
        guard let bytes = FileManager.default.contents(atPath: folder.state) else { return fresh }
        guard let state = try? JSONDecoder().decode(UpdateState.self, from: bytes), state.format == currentFormat else {
            findings.append(Diagnostic(.updateStateUnreadable, at: SourceLocation(file: folder.state)))
            return fresh
        }
        guard state.project == folder.projectName else {
            throw Failure(
                .usage,
                Diagnostic(.updateFolderTaken, at: SourceLocation(file: folder.path), ["project": state.project]))
        }
        return state
    }

    /// Writes the state, whole or not at all; it is on the disk when this returns.
    func write(_ folder: UpdateFolder) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        guard let bytes = try? encoder.encode(self) else {
            throw Failure(.malformedData, Diagnostic(.internalInconsistency, ["detail": "stand.json"]))
        }
        try AtomicFile.write([UInt8](bytes) + [10], to: folder.state, overwrite: true)
    }
}

/// How many features a file had that was read as something.
struct InputCount: Codable, Sendable, Equatable {
    /// The kind of layer, as the project file calls it.
    var kind: String
    /// The number of features.
    var count: Int
}
