public import Features
public import Town

/// A note as its file says it: typed and checked, but for what only the town's data can tell.
///
/// A file is a front matter between two lines `---`, in YAML, and the text behind it (``NoteText``). The keys stand in
/// `Documentation/Notes.md`.
public struct NoteEntry: Sendable, Hashable {
    /// The note; the quarters and places in it are as written, ids or names.
    public var note: Note
    /// What it names that may not be there, in the order of the file.
    public var mentions: [Mention]
    /// Where it begins.
    public var location: SourceLocation

    /// Something that a note names: a quarter, a place, a goal, an indicator, another note.
    public struct Mention: Sendable, Hashable {
        /// What is named.
        public enum Subject: String, Sendable, Hashable, CaseIterable {
            case quarter, place, goal, indicator, trial
        }

        /// What is named.
        public var subject: Subject
        /// The key that names it.
        public var path: String
        /// The id or name as written.
        public var text: String
        /// Where it stands.
        public var location: SourceLocation
    }

    /// The most bytes of a file.
    public static let maximumBytes = 262_144

    /// Reads the file of a note.
    ///
    /// All findings are collected, in the order of the file. The note is nil as soon as one of them is an error.
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - file: Its path as messages show it; what stands between its last slash and `.md` is the id of a note that
    ///     names none.
    public static func decode(_ text: String, file: String) -> (entry: NoteEntry?, findings: [Diagnostic]) {
        let location = SourceLocation(file: file)
        guard text.utf8.count <= maximumBytes else {
            return (nil, [refusal("too_large", at: location, ["limit": "\(maximumBytes)"])])
        }
        guard let (front, body) = FrontMatter.split(text) else {
            return (nil, [Diagnostic(.noteWithoutFrontMatter, at: SourceLocation(file: file, line: 1))])
        }
        let document = YAMLDocument(front, file: file)
        let findings = FindingList(document.findings.map(renamed))
        var entry: NoteEntry?
        if let root = document.root, !root.isNull {
            entry = YAMLMapping(root, path: "", findings: findings).flatMap { read($0, body, stem(of: file)) }
        } else if document.findings.isEmpty {
            findings.add(.keyMissing, at: location, ["key": "kind, title, date"])
        }
        let sorted = findings.findings.enumerated().sorted { left, right in
            (left.element.location?.line ?? 0, left.offset) < (right.element.location?.line ?? 0, right.offset)
        }.map(\.element)
        return (sorted.contains { $0.severity == .error } ? nil : entry, sorted)
    }

    /// A file that cannot be read as a note; `problem` is the last part of a key `problem.…` in the catalogues.
    public static func refusal(
        _ problem: String, at location: SourceLocation, _ more: [String: String] = [:]
    ) -> Diagnostic {
        Diagnostic(.noteUnreadable, at: location, more.merging(["problem": problem, "excerpt": ""]) { $1 })
    }

    /// The file's name without folders and ending.
    private static func stem(of file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lowercased().hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    /// What is wrong with the YAML of a note is no fault of the project file.
    private static func renamed(_ finding: Diagnostic) -> Diagnostic {
        var finding = finding
        if finding.code == .projectSyntax { finding.code = .noteUnreadable }
        return finding
    }
}

/// The front matter of a file and what stands behind it.
enum FrontMatter {
    /// Both parts; nil where the file does not begin with a line `---` that a later one answers. The front matter keeps its
    /// first line, so that the lines in it are counted as in the file.
    static func split(_ text: String) -> (front: String, body: String)? {
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
        guard let first = lines.first, isMark(first),
            let end = lines.dropFirst().firstIndex(where: isMark)
        else { return nil }
        return (
            lines[..<end].joined(separator: "\n") + "\n", lines[(end + 1)...].joined(separator: "\n")
        )
    }

    private static func isMark(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
}

extension Character {
    /// The ends of lines that editors count; not those that only Unicode knows.
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
