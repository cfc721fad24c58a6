internal import Features
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

    /// Writes text to standard output as it is. Ends the command where that is impossible: with 0 where the reader went
    /// away (`quartier check | head`), with 2 where the disk is full.
    static func out(_ text: String) {
        switch write(text, to: 1) {
        case 0: return
        case EPIPE: exit(0)
        case let number:
            let diagnostic = Diagnostic(
                .outputUnwritable, at: SourceLocation(file: "-"), ["reason": String(cString: strerror(number))])
            error(diagnostic.description(language))
            exit(Failure.Kind.unreadable.rawValue)
        }
    }

    /// Writes a line to standard error.
    static func error(_ line: String) {
        talk(line + "\n")
    }

    /// Writes text to standard error as it is; nothing is lost where nobody reads it.
    static func talk(_ text: String) {
        _ = write(text, to: 2)
    }

    /// The next bytes of standard input, as many as are there; none at its end.
    static func input() throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(0, &bytes, bytes.count)
            if count >= 0 { return Array(bytes.prefix(count)) }
            guard errno == EINTR else {
                throw Failure(
                    .unreadable,
                    Diagnostic(
                        .fileUnreadable, at: SourceLocation(file: "-"), ["reason": String(cString: strerror(errno))]))
            }
        }
    }

    /// Whether people watch standard error.
    static var isInteractive: Bool { isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb" }

    /// Writes all bytes; returns 0 or the number of the error.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            bytes = bytes.dropFirst(written)
        }
        return 0
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
        if isShown { Terminal.talk("\r\u{1B}[K\(text)") }
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
        if isShown { Terminal.talk("\r\u{1B}[K") }
    }
}
