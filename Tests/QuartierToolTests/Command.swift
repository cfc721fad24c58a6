import Foundation
import Formats
import TestSupport
import Testing

/// Runs the command that was built beside these tests, as a user would.
enum Command {
    /// What a run of the command left behind.
    struct Result {
        var code: Int32
        var output: String
        var error: String

        /// The output as JSON.
        func json() throws -> JSONValue { try JSONValue(parsing: output) }
    }

    /// The folder of the test executable, where SwiftPM puts the command, too.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "quartier").path()
    }()

    /// An environment that says nothing of language and terminal.
    static let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]

    /// A process of the command, not yet started.
    static func process(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Process {
        try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not there")
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = Command.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        return process
    }

    /// Runs to the end. Input and outputs go through files, so that no pipe can fill up.
    static func run(
        _ arguments: [String], input: Data = Data(), in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        let scratch = try Scratch()
        let process = try process(arguments, in: folder, environment: environment)
        try input.write(to: scratch.folder.appending(path: "in"))
        for name in ["out", "err"] { try Data().write(to: scratch.folder.appending(path: name)) }
        process.standardInput = try FileHandle(forReadingFrom: scratch.folder.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: scratch.folder.appending(path: "err"))
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: scratch.folder.appending(path: name)), as: UTF8.self)
        }
        try #require(process.terminationReason == .exit, "killed by signal \(process.terminationStatus)")
        return Result(code: process.terminationStatus, output: try text("out"), error: try text("err"))
    }

    /// Runs with a text as input.
    static func run(_ arguments: [String], input: String) throws -> Result {
        try run(arguments, input: Data(input.utf8))
    }
}
