internal import Dispatch
internal import Features
internal import Foundation

/// One start of the program curl, watched: a server that sends more than it said, or never ends, is cut off.
struct CurlRun {
    /// How it ended.
    enum End {
        /// By itself, with an exit code, the status of the answer, and the last line of what it said.
        case ended(Int32, status: String, message: String)
        case tooLarge
        case tookTooLong
    }

    /// Its settings, in the form of its files of settings.
    let settings: String
    /// The file that it writes.
    let file: String
    /// The most bytes of that file.
    let largest: Int

    /// How often the size of the file is looked at.
    private static let interval = 50

    /// - Throws: `Failure` where curl is not there or cannot be started.
    func run(within seconds: Int) throws(Failure) -> End {
        let program = try HelperProgram(name: "curl", package: "curl").path()
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        let ended = DispatchSemaphore(value: 0)
        process.executableURL = URL(filePath: program)
        // -q: none of the user's settings.
        process.arguments = ["-q", "--config", "-"]
        process.standardOutput = output
        process.standardError = errors
        process.terminationHandler = { _ in ended.signal() }
        do {
            process.standardInput = try ProgramInput.handle(Array(settings.utf8))
            // Messages are shorter than what a pipe holds.
            try process.run()
        } catch {
            throw Failure(
                .unreadable, Diagnostic(.programFailed, ["program": "curl", "reason": FileAccess.reason(error)]))
        }
        for _ in 0..<max(1, seconds * 1_000 / CurlRun.interval) {
            if ended.wait(timeout: .now() + .milliseconds(CurlRun.interval)) == .success {
                return .ended(
                    process.terminationStatus, status: CurlRun.lastLine(output), message: CurlRun.lastLine(errors))
            }
            if (FileStamp(file)?.bytes ?? 0) > largest {
                stop(process)
                return .tooLarge
            }
        }
        stop(process)
        return .tookTooLong
    }

    private func stop(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func lastLine(_ pipe: Pipe) -> String {
        let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        let line = String(decoding: bytes.suffix(500), as: UTF8.self).split(separator: "\n").last ?? ""
        return String(line.filter { !$0.isNewline }.prefix(200))
    }
}
