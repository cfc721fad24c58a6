internal import Features
internal import Yams

/// Reads the text of a project file into nodes, within limits, with every refusal as a finding.
struct YAMLDocument {
    /// The most bytes of a project file.
    static let maximumBytes = 1_000_000
    /// The deepest nesting; the project file itself needs five levels.
    static let maximumDepth = 32

    private let file: String
    /// The lines as editors count them.
    private let lines: [Substring]
    /// Where each line of YAML begins: U+2028, U+2029 and U+0085, which come with pasted text, end one there.
    private let starts: [(line: Int, bytes: Int)]
    private(set) var findings: [Diagnostic] = []
    private(set) var root: YAMLNode?

    /// Reads `text`, which came from `file`.
    init(_ text: String, file: String) {
        self.file = file
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        guard text.utf8.count <= YAMLDocument.maximumBytes else {
            lines = []
            starts = []
            refuse("too_large", ["limit": "\(YAMLDocument.maximumBytes)"], at: SourceLocation(file: file))
            return
        }
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        starts = lines.enumerated().flatMap(YAMLDocument.starts)
        if let line = lines.firstIndex(where: { $0.utf8.contains(0) }) {
            refuse("nul", at: SourceLocation(file: file, line: line + 1))
        } else if YAMLDocument.mayGrow(text) {
            refuse("anchors", at: SourceLocation(file: file))
        } else {
            read(text)
        }
    }

    private mutating func read(_ text: String) {
        do {
            // The encoding is named because the default asks the environment. The parser stays alive while its nodes
            // are read: they hold their anchors weakly.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let node = try parser.singleRoot()
            try withExtendedLifetime(parser) {
                if let node { root = try convert(node, depth: 0) }
            }
        } catch let refusal as Refusal {
            refuse(refusal.problem, ["limit": "\(YAMLDocument.maximumDepth)"], at: refusal.location)
        } catch let error as YamlError {
            report(error)
        } catch {
            refuse("unreadable", ["detail": "\(error)"], at: SourceLocation(file: file))
        }
    }

    private struct Refusal: Error {
        var problem: String
        var location: SourceLocation
    }

    private mutating func convert(_ node: Node, depth: Int) throws -> YAMLNode {
        let location = location(node.mark)
        guard depth <= YAMLDocument.maximumDepth else { throw Refusal(problem: "too_deep", location: location) }
        guard node.anchor == nil, node.alias == nil else { throw Refusal(problem: "anchors", location: location) }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return YAMLNode(content: .scalar(scalar.string, isPlain: isPlain), location: location)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence { items.append(try convert(item, depth: depth + 1)) }
            return YAMLNode(content: .sequence(items), location: location)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            var known: Set<String> = []
            for (key, value) in mapping {
                let place = self.location(key.mark)
                guard key.anchor == nil else { throw Refusal(problem: "anchors", location: place) }
                guard let name = key.scalar?.string else { throw Refusal(problem: "key_not_text", location: place) }
                let converted = try convert(value, depth: depth + 1)
                if known.insert(name).inserted {
                    entries.append(YAMLNode.Entry(key: name, location: place, value: converted))
                } else {
                    findings.append(Diagnostic(.keyDuplicate, at: place, ["key": name]))
                }
            }
            return YAMLNode(content: .mapping(entries), location: location)
        case .alias:
            throw Refusal(problem: "anchors", location: location)
        }
    }

    // MARK: Findings

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            refuse("syntax", ["detail": problem], at: location(mark))
        case .reader(let problem, let offset, _, _):
            refuse("syntax", ["detail": problem], at: offset.map(location(ofCharacter:)) ?? SourceLocation(file: file))
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.joined(separator: ", ")
            findings.append(Diagnostic(.keyDuplicate, at: location(context.mark), ["key": key]))
        default:
            refuse("unreadable", ["detail": ""], at: SourceLocation(file: file))
        }
    }

    private mutating func refuse(_ problem: String, _ more: [String: String] = [:], at location: SourceLocation) {
        var arguments = more
        arguments["problem"] = problem
        arguments["excerpt"] = excerpt(location)
        findings.append(Diagnostic(.projectSyntax, at: location, arguments))
    }

    /// The line of a place with a caret under the column, each on a line of its own; empty without a column.
    private func excerpt(_ location: SourceLocation) -> String {
        guard let line = location.line, let column = location.column, lines.indices.contains(line - 1) else {
            return ""
        }
        let text = lines[line - 1]
        guard text.utf8.count <= 200 else { return "" }
        let before = String(decoding: text.utf8.prefix(column - 1), as: UTF8.self)
        let indent = String(before.map { $0 == "\t" ? "\t" : " " })
        return "\n        \(text)\n        \(indent)^"
    }

    // MARK: Places

    /// A mark counts columns in Unicode scalars, a location in bytes.
    private func location(_ mark: Mark?) -> SourceLocation {
        guard let mark, mark.line >= 1 else { return SourceLocation(file: file) }
        guard starts.indices.contains(mark.line - 1) else { return SourceLocation(file: file, line: lines.count) }
        let start = starts[mark.line - 1]
        let rest = Substring(lines[start.line].utf8.dropFirst(start.bytes))
        let before = rest.unicodeScalars.prefix(max(0, mark.column - 1))
        return SourceLocation(
            file: file, line: start.line + 1, column: start.bytes + String(before).utf8.count + 1)
    }

    /// The beginnings of the lines of YAML in a line.
    private static func starts(_ index: Int, _ line: Substring) -> [(line: Int, bytes: Int)] {
        var starts = [(line: index, bytes: 0)]
        var bytes = 0
        for character in line {
            bytes += character.utf8.count
            if character == "\u{2028}" || character == "\u{2029}" || character == "\u{85}" {
                starts.append((index, bytes))
            }
        }
        return starts
    }

    private func location(ofCharacter offset: Int) -> SourceLocation {
        var rest = offset
        for (index, line) in lines.enumerated() {
            if rest <= line.count {
                return SourceLocation(file: file, line: index + 1, column: line.prefix(rest).utf8.count + 1)
            }
            rest -= line.count + 1
        }
        return SourceLocation(file: file)
    }

    /// Whether a text has so many aliases that composing it could take time that grows like 3 to the power of a third
    /// of their number (the parser compares the keys of a mapping after it has put the anchored values in).
    ///
    /// A coarse look at the text; whatever passes it and has an anchor is refused with its place afterwards.
    private static func mayGrow(_ text: String) -> Bool {
        var anchors = 0
        var aliases = 0
        var before = UInt8(ascii: " ")
        var sign = UInt8(ascii: " ")
        for byte in text.utf8 {
            if !" \t\r\n".utf8.contains(byte), " \t\r\n[{,:".utf8.contains(before) {
                if sign == UInt8(ascii: "&") { anchors += 1 }
                if sign == UInt8(ascii: "*") { aliases += 1 }
            }
            (before, sign) = (sign, byte)
        }
        return anchors > 0 && aliases > 8
    }
}
