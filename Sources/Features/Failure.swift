public import Wording

/// The error that ends a run: the finding that says why, and the kind of end, which decides the exit code.
public struct Failure: Error, Sendable, Hashable {
    /// The kinds of end, by `sysexits.h` where there is one.
    public enum Kind: Int32, Sendable, Hashable {
        /// A file cannot be read, the disk is full.
        case unreadable = 2
        /// Wrong usage.
        case usage = 64
        /// The project file or a data file is malformed.
        case malformedData = 65
        /// The output exists or cannot be made.
        case cannotCreate = 73
        /// Another run holds the lock.
        case temporary = 75
    }

    /// Which kind of end.
    public let kind: Kind
    /// Why. The first is the reason, others are what else was found up to then.
    public let diagnostics: [Diagnostic]

    /// Makes a failure from its reason.
    public init(_ kind: Kind, _ diagnostic: Diagnostic) {
        self.init(kind, [diagnostic])
    }

    /// Makes a failure from several findings, the reason first.
    public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    /// All findings as text, one after the other.
    public func description(_ language: Language) -> String {
        diagnostics.map { $0.description(language) }.joined(separator: "\n")
    }
}
