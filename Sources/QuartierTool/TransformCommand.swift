internal import ArgumentParser
internal import Features
internal import Foundation
internal import ReferenceSystems

/// `quartier transform`.
struct TransformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform", abstract: "Transform positions from one coordinate reference system to another.",
        discussion: """
            Reads lines `x y` from standard input, east before north always, and writes such lines to standard output.
            The operation, its accuracy and its grids go to standard error. A position without an image reads `* *`.

            EXAMPLE
              echo 3565000 5950000 | quartier transform --from EPSG:31467 --to EPSG:25832
            """)

    @Option(help: "The system of the lines: an EPSG code, WKT or PROJJSON.")
    var from: String

    @Option(help: "The system wanted.")
    var to: String

    @Option(help: "Digits after the point, 0 to 17; default: as many as the number needs.")
    var decimals: Int?

    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let decimals, !(0...17).contains(decimals) { throw ValidationError("--decimals takes 0 to 17.") }
    }

    func run() throws {
        shared.apply()
        let transform: CoordinateTransform
        do throws(ReferenceSystemError) {
            transform = try CoordinateTransform(
                from: CoordinateReferenceSystem(from), to: CoordinateReferenceSystem(to), missingGrid: grid.policy)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, SourceLocation(file: "transform")))
        }
        if !shared.quiet { Terminal.talk(TransformScript.summary(transform, Terminal.language)) }
        var line = 1
        var failed = 0
        var pending: [UInt8] = []
        var isLast = false
        while !isLast {
            let chunk = try Terminal.input()
            isLast = chunk.isEmpty
            pending += chunk
            guard let end = isLast ? pending.count : pending.lastIndex(of: newline).map({ $0 + 1 }) else { continue }
            let lines = Array(pending[..<end])
            pending.removeSubrange(..<end)
            do {
                failed += try write(lines, transform, firstLine: line)
            } catch {
                // What stands before the faulty line is written, however the text came in pieces.
                let before = lines.split(separator: newline, omittingEmptySubsequences: false).prefix(error.line - line)
                _ = try? write(Array(before.map { $0 + [newline] }.joined()), transform, firstLine: line)
                Terminal.error(error.description(Terminal.language))
                throw ExitCode(Failure.Kind.malformedData.rawValue)
            }
            line += lines.count { $0 == newline }
        }
        if failed > 0 { throw ExitCode(1) }
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }

    /// Transforms and writes whole lines; returns how many positions have no image.
    private func write(
        _ lines: [UInt8], _ transform: CoordinateTransform, firstLine: Int
    ) throws(TransformScript.MalformedLine) -> Int {
        let output = try TransformScript.convert(lines, with: transform, firstLine: firstLine, decimals: decimals)
        Terminal.out(String(decoding: output.text, as: UTF8.self))
        return output.failedLines.count
    }
}
