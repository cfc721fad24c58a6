internal import Foundation
public import Testing

/// A program beside ours that tests ask for its view of our files.
public struct OtherProgram: Sendable, CustomTestStringConvertible {
    /// The name on the PATH.
    public let name: String
    /// The Debian package that has it.
    public let package: String

    /// A browser.
    public static let chromium = OtherProgram(name: "chromium", package: "chromium")
    /// Says what is in a file with maps.
    public static let ogrinfo = OtherProgram(name: "ogrinfo", package: "gdal-bin")
    /// Turns pages into documents for word processors, and back.
    public static let pandoc = OtherProgram(name: "pandoc", package: "pandoc")
    /// Says what a PDF file says of itself.
    public static let pdfinfo = OtherProgram(name: "pdfinfo", package: "poppler-utils")
    /// Reads the text of a PDF file.
    public static let pdftotext = OtherProgram(name: "pdftotext", package: "poppler-utils")
    /// Turns drawings into pictures.
    public static let rsvgConvert = OtherProgram(name: "rsvg-convert", package: "librsvg2-bin")
    /// Reads unit files.
    public static let systemdAnalyze = OtherProgram(name: "systemd-analyze", package: "systemd")
    /// Prints pages.
    public static let weasyprint = OtherProgram(name: "weasyprint", package: "weasyprint")

    /// Whether this is the run of `Scripts/test --all`, which installs every program: there, one that is missing is an error.
    public static var isThorough: Bool { ProcessInfo.processInfo.environment["QUARTIER_ALL"] != nil }

    /// How test reports name the program.
    public var testDescription: String { name }

    /// Where it lies; nil where it is not installed.
    public var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// Runs the program to its end; what it writes on both outputs is one text.
    public func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: try #require(path, "\(name) is missing (Debian: \(package))"))
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}

extension Trait where Self == ConditionTrait {
    /// Leaves a test out, and says so, where a program is missing; in the thorough run the test goes on and fails.
    public static func needs(_ programs: OtherProgram...) -> Self {
        let missing = programs.filter { $0.path == nil }
        return .enabled(
            if: missing.isEmpty || OtherProgram.isThorough,
            Comment(
                rawValue: "missing: " + missing.map { "\($0.name) (Debian: \($0.package))" }.joined(separator: ", ")))
    }
}
