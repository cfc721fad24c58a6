import Foundation
import TestSupport
import Testing

/// `quartier run`: what it writes, and what is left when it cannot.
@Suite struct RunCommandTests {
    private let scratch: Scratch
    private let project = Repository.sample("faults/Q514-cells-cut/quartier.yaml")

    init() throws { scratch = try Scratch() }

    private var out: String { scratch.path("out") }
    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path()).sorted()
    }

    @Test func aRunTellsWhatItDidOnStandardError() throws {
        let result = try Command.run(["run", project, "--output", out])
        #expect(result.code == 0)
        #expect(result.output.isEmpty)
        // No terminal: no progress, no control characters.
        #expect(result.error.split(separator: "\n").count == 1)
        #expect(!result.error.contains("\u{1B}") && !result.error.contains("\r"))
        #expect(try contents(of: out).keys.contains("draft/report/index.html"))
        let quiet = try Command.run(["run", project, "--output", out, "--overwrite", "--quiet"])
        #expect(quiet.code == 0)
        #expect(quiet.output.isEmpty && quiet.error.isEmpty)
    }

    @Test func anOldOutputIsReplacedOnlyOnRequest() throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        let before = try contents(of: out)
        let refused = try Command.run(["run", project, "-o", out, "--language", "en"])
        #expect(refused.code == 73)
        #expect(refused.error.contains("--overwrite"))
        #expect(try Command.run(["run", project, "-o", out, "--overwrite", "-q"]).code == 0)
        #expect(try contents(of: out) == before)
        #expect(try names() == ["out"])
    }

    @Test func aForeignFolderIsNeverReplaced() throws {
        try scratch.write("Brief", to: "out/brief.txt")
        let result = try Command.run(["run", project, "-o", out, "--overwrite"])
        #expect(result.code == 73)
        #expect(result.error.contains("Q705"))
        #expect(try contents(of: out).keys.sorted() == ["brief.txt"])
    }

    @Test func malformedDataLeaveTheOldOutputWhole() throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        let before = try contents(of: out)
        for name in ["Q108-truncated", "Q602-key-unknown", "Q302-crs-unknown"] {
            let path = Repository.sample("faults/\(name)/quartier.yaml")
            #expect(try Command.run(["run", path, "-o", out, "--overwrite"]).code == 65)
            #expect(try contents(of: out) == before)
            #expect(try names() == ["out"])
        }
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func anInterruptedRunLeavesTheOldOutputWhole(_ signal: Int32, _ code: Int32) throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        let before = try contents(of: out)
        // The sample town takes longer, so that there is time to interrupt.
        let process = try Command.process(["run", Repository.sample("2024/quartier.yaml"), "-o", out, "--overwrite"])
        process.standardError = Pipe()
        try process.run()
        var waited = 0
        while try names() == ["out"], process.isRunning, waited < 5_000 {
            usleep(2_000)
            waited += 1
        }
        #expect(try names().count == 2, "the temporary folder was seen")
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == code)
        #expect(try contents(of: out) == before)
        #expect(try names() == ["out"])
    }

    @Test(arguments: [1, 20, 54]) func aFullDiskLeavesTheOldOutputWhole(_ kilobytes: Int) throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        let before = try contents(of: out)
        // No file may become larger: for the command this is like a disk that fills up, and it needs no rights.
        // Tables of indicators have 54 kB, pages of the report 60. In another language most of them would differ from
        // those before.
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = [
            "-c",
            "trap '' XFSZ; ulimit -f \(kilobytes); "
                + "exec '\(Command.path)' run '\(project)' -o '\(out)' --overwrite --language en",
        ]
        process.environment = Command.environment
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(text.contains("Q702"))
        #expect(try contents(of: out) == before)
        #expect(try names() == ["out"])
    }

    @Test func aFolderThatCannotBeMadeIsTold() throws {
        try scratch.write("", to: "file")
        let result = try Command.run(["run", project, "-o", scratch.path("file/out")])
        #expect(result.code == 73)
        #expect(result.error.contains("Q702"))
        #expect(try Command.run(["run", project, "-o", "/proc/quartier"]).code == 73)
    }

    @Test func standardErrorThatNobodyReadsDoesNoHarm() throws {
        let process = try Command.process(["run", project, "-o", out])
        let pipe = Pipe()
        process.standardError = pipe
        try pipe.fileHandleForReading.close()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        #expect(try contents(of: out).keys.contains("internal/run.json"))
    }
}
