internal import Features
internal import Formats
internal import Foundation

/// `internal/run.state`: a run's result as one file. One line says the format, the version of Quartier, the length and the
/// checksum of what follows; what follows is JSON. Whatever does not fit is refused: figures of a file that somebody
/// changed, or that another version means otherwise, would look like figures of the run.
enum KeptRunFile {
    /// Where the file lies in the folder of a run: it holds unprotected counts.
    static let path = "internal/run.state"

    /// The first word of the file; its number rises whenever what is kept changes its form.
    static let format = "quartier-state/2"

    /// The file of a run. The same run gives the same bytes.
    ///
    /// - Throws: `Failure` where a value cannot be written, which no run has.
    static func bytes(_ kept: KeptRun) throws(Failure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            let body = [UInt8](try encoder.encode(kept))
            let head = [format, kept.facts.versions.quartier, "\(body.count)", Checksum.sha256(body)]
            return Array((head.joined(separator: " ") + "\n").utf8) + body
        } catch {
            throw Failure(.malformedData, Diagnostic(.internalInconsistency, ["detail": "run.state: \(error)"]))
        }
    }

    /// The run that was kept in a folder, and the bytes of the file, which say the same.
    ///
    /// - Throws: `Failure` where there is none, or none that can be trusted.
    static func read(folder: String) throws(Failure) -> (run: KeptRun, bytes: [UInt8]) {
        let location = SourceLocation(file: folder + "/" + path)
        guard let file = FileManager.default.contents(atPath: location.file) else {
            throw Failure(.unreadable, Diagnostic(.keptRunMissing, at: SourceLocation(file: folder)))
        }
        guard let end = file.prefix(longestHead).firstIndex(of: 0x0A) else { throw damaged(location) }
        let head = String(decoding: file[..<end], as: UTF8.self).split(separator: " ").map(String.init)
        let body = file[file.index(after: end)...]
        guard head.count == 4, head[0].hasPrefix("quartier-state/") else { throw damaged(location) }
        guard head[0] == format, head[1] == QuartierVersion.number else {
            throw Failure(
                .malformedData,
                Diagnostic(
                    .keptRunVersion, at: location, ["version": head[1], "own": QuartierVersion.number]))
        }
        guard head[2] == "\(body.count)", head[3] == Checksum.sha256([UInt8](body)) else { throw damaged(location) }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            return (try decoder.decode(KeptRun.self, from: body), [UInt8](file))
        } catch {
            throw damaged(location)
        }
    }

    /// No first line comes near this many bytes.
    private static let longestHead = 200

    private static func damaged(_ location: SourceLocation) -> Failure {
        Failure(.malformedData, Diagnostic(.keptRunDamaged, at: location))
    }
}
