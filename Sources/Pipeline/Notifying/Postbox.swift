internal import Dispatch
internal import Features
internal import Foundation
internal import Project

/// Hands mails to the program `sendmail` of the machine.
enum Postbox {
    /// How long it may take to take a mail, seconds.
    static let longest = 60

    /// Hands over a mail.
    ///
    /// - Parameter folders: where the program may lie; nil for the usual places and `PATH`.
    /// - Returns: why it was not taken; nil where it was.
    static func send(_ message: MailMessage, folders: [String]? = nil) -> String? {
        let usual = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        let places = (folders ?? usual + ["/usr/sbin", "/usr/lib"]).map { $0 + "/sendmail" }
        guard let program = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            return "sendmail: \(String(cString: strerror(ENOENT)))"
        }
        let process = Process()
        let ended = DispatchSemaphore(value: 0)
        process.executableURL = URL(filePath: program)
        // -i: a line with nothing but a full stop ends no mail. Addresses stand behind the options.
        process.arguments = ["-i", "-f", message.from, "--"] + message.to
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { _ in ended.signal() }
        do {
            process.standardInput = try ProgramInput.handle(message.bytes)
            try process.run()
        } catch {
            return "sendmail: " + FileAccess.reason(error)
        }
        guard ended.wait(timeout: .now() + .seconds(longest)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            return "sendmail: > \(longest) s"
        }
        return process.terminationStatus == 0 && process.terminationReason == .exit
            ? nil : "sendmail: \(process.terminationStatus)"
    }
}
