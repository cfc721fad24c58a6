internal import Foundation
internal import Pipeline
internal import Synchronization
internal import Wording

/// Data goes to standard output, talk to standard error. Nothing is coloured, so `NO_COLOR` holds always.
enum Terminal {
    private static let chosenLanguage = Mutex<Language?>(nil)

    /// The language of messages: what was chosen, else what the environment says.
    static var language: Language {
        get { chosenLanguage.withLock { $0 } ?? environmentLanguage }
        set { chosenLanguage.withLock { $0 = newValue } }
    }

    /// German where `LC_ALL`, `LC_MESSAGES` or `LANG` (the first that is set) begins with `de`, else English.
    static var environmentLanguage: Language {
        let environment = ProcessInfo.processInfo.environment
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment[name], !value.isEmpty { return value.hasPrefix("de") ? .german : .english }
        }
        return .english
    }

    /// Writes text to standard output as it is.
    static func out(_ text: String) {
        write(text, to: 1)
    }

    /// Writes a line to standard error.
    static func error(_ line: String) {
        write(line + "\n", to: 2)
    }

    /// Whether people watch standard error.
    static var isInteractive: Bool { isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb" }

    /// Writes all bytes; a reader that went away is not an error.
    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return
            }
            bytes = bytes.dropFirst(written)
        }
    }
}

/// One line of progress on standard error, only where a person watches and wants it.
struct ProgressLine: Sendable {
    private let isShown: Bool

    init(quiet: Bool) {
        isShown = !quiet && Terminal.isInteractive
    }

    /// Shows a step in place of the one before.
    func show(_ text: String) {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }
    }

    /// Shows the steps of a run.
    var reporter: RunProgress {
        RunProgress { step, detail in
            let name = Catalogue.of(Terminal.language).text("progress.\(step.rawValue)")
            show(detail.isEmpty ? name : "\(name): \(detail)")
        }
    }

    /// Clears the line.
    func clear() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
