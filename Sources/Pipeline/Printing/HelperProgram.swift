internal import Dispatch
internal import Features
internal import Foundation

/// A program beside ours that makes a file of a page: WeasyPrint, pandoc. It is started without a shell, in an empty folder
/// of its own, with a fixed environment, a time limit, and no way to the network.
struct HelperProgram: Sendable {
    /// The name of the program.
    let name: String
    /// The Debian package that has it.
    let package: String

    /// Makes PDF files.
    static let weasyprint = HelperProgram(name: "weasyprint", package: "weasyprint")
    /// Makes documents for word processors.
    static let pandoc = HelperProgram(name: "pandoc", package: "pandoc")

    /// How long it may take for one page, in seconds.
    static let longest = 300

    /// Where the program lies.
    ///
    /// - Throws: `Failure` where it is not installed.
    func path() throws(Failure) -> String {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        guard
            let path = folders.map({ $0 + "/" + name }).first(where: FileManager.default.isExecutableFile(atPath:))
        else {
            throw Failure(.unreadable, Diagnostic(.programMissing, ["program": name, "package": package]))
        }
        return path
    }

    /// Gives some files to the program and takes one that it makes.
    ///
    /// - Parameters:
    ///   - files: what lies in its folder when it starts, by name.
    ///   - arguments: what it is told; names in them are names in that folder.
    ///   - result: the file that it makes.
    ///   - epoch: the time that it writes into the file, in seconds since 1970: the same page gives the same bytes.
    /// - Throws: `Failure` where it is not installed, fails, makes nothing, or takes longer than ``longest``.
    func make(
        _ result: String, of files: [(name: String, bytes: [UInt8])], _ arguments: [String], epoch: Int
    ) throws(Failure) -> [UInt8] {
        let program = try path()
        let folder = FileManager.default.temporaryDirectory.appending(path: "quartier-print-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        let ended = DispatchSemaphore(value: 0)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = HelperProgram.environment(home: folder.path(), epoch: epoch)
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            let log = folder.appending(path: "messages")
            try Data().write(to: log)
            process.standardError = try FileHandle(forWritingTo: log)
            process.terminationHandler = { _ in ended.signal() }
            try process.run()
        } catch {
            throw failed(FileAccess.reason(error))
        }
        guard ended.wait(timeout: .now() + .seconds(HelperProgram.longest)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw failed("> \(HelperProgram.longest) s")
        }
        let made = FileManager.default.contents(atPath: folder.appending(path: result).path())
        guard process.terminationStatus == 0, process.terminationReason == .exit, let made, !made.isEmpty else {
            let messages = FileManager.default.contents(atPath: folder.appending(path: "messages").path()) ?? Data()
            let last = String(decoding: messages.suffix(2_000), as: UTF8.self).split(separator: "\n").last
            throw failed(last.map { String($0.prefix(200)) } ?? "\(process.terminationStatus)")
        }
        return [UInt8](made)
    }

    /// Nothing of the user's: no proxies but ones that lead nowhere, no settings, the time that the file shall tell.
    private static func environment(home: String, epoch: Int) -> [String: String] {
        let nowhere = "http://127.0.0.1:9"
        return [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home, "TMPDIR": home,
            "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "\(epoch)", "http_proxy": nowhere, "https_proxy": nowhere,
            "ftp_proxy": nowhere, "all_proxy": nowhere, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1",
        ]
    }

    private func failed(_ reason: String) -> Failure {
        Failure(.unreadable, Diagnostic(.programFailed, ["program": name, "reason": reason]))
    }
}
