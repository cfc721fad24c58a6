/// The text of a note, read from a small part of Markdown: paragraphs, lists, and words set apart.
///
/// - Blank lines separate paragraphs; a line break inside of one counts as a space.
/// - A line that begins with `- `, `* ` or `+ ` is an entry of a list, with `1. ` or `1) ` of a numbered one.
/// - `*word*` and `_word_` are emphasised, `**word**` and `__word__` strong; nothing nests. `\*` is a plain star.
/// - A line that begins with `#` is a strong paragraph.
///
/// All else is text as it stands: there are no links, no pictures and no markup of other languages, so nothing in it can
/// load or run.
public struct NoteText: Sendable, Codable, Hashable {
    /// A piece of a line.
    public enum Span: Sendable, Codable, Hashable {
        case plain(String)
        case emphasised(String)
        case strong(String)

        /// The words alone.
        public var text: String {
            switch self {
            case .plain(let text), .emphasised(let text), .strong(let text): text
            }
        }
    }

    /// A paragraph or a list.
    public enum Block: Sendable, Codable, Hashable {
        case paragraph([Span])
        case list([[Span]], isNumbered: Bool)
    }

    /// The blocks in their order.
    public private(set) var blocks: [Block] = []

    /// No text.
    public init() {}

    /// Reads a text; any text is one. Linear in its length.
    public init(markdown text: String) {
        var builder = NoteTextBuilder()
        // `\r\n` is one `Character`.
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            builder.take(line)
        }
        blocks = builder.finished()
    }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { blocks.isEmpty }

    /// The words alone, a line for each paragraph and entry.
    public var plain: String {
        func line(_ spans: [Span]) -> String { spans.map(\.text).joined() }
        return blocks.flatMap { block in
            switch block {
            case .paragraph(let spans): [line(spans)]
            case .list(let entries, _): entries.map(line)
            }
        }.joined(separator: "\n")
    }
}

/// Puts lines together to blocks.
private struct NoteTextBuilder {
    private enum Open {
        case nothing, paragraph, list, numberedList
    }

    private var blocks: [NoteText.Block] = []
    private var open = Open.nothing
    /// The open paragraph, or the entries of the open list.
    private var lines: [String] = []

    mutating func take(_ line: Substring) {
        let text = line.drop(while: \.isWhitespace)
        if text.isEmpty {
            close()
        } else if text.first == "#" {
            close()
            let heading = text.drop { $0 == "#" }.drop(while: \.isWhitespace)
            if !heading.isEmpty { blocks.append(.paragraph([.strong(String(heading))])) }
        } else if let (entry, isNumbered) = NoteTextBuilder.entry(text) {
            if open == .nothing || open == .paragraph {
                close()
                open = isNumbered ? .numberedList : .list
            }
            lines.append(entry)
        } else {
            if open == .nothing { open = .paragraph }
            if lines.isEmpty {
                lines.append(String(text))
            } else {
                lines[lines.count - 1] += " " + text
            }
        }
    }

    private mutating func close() {
        let spans = lines.map(NoteSpans.read)
        switch open {
        case .nothing: break
        case .paragraph: blocks += spans.map(NoteText.Block.paragraph)
        case .list, .numberedList: blocks.append(.list(spans, isNumbered: open == .numberedList))
        }
        (open, lines) = (.nothing, [])
    }

    mutating func finished() -> [NoteText.Block] {
        close()
        return blocks
    }

    /// The text behind the sign of an entry; nil where the line begins with none.
    private static func entry(_ line: Substring) -> (text: String, isNumbered: Bool)? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let isNumbered = (1...3).contains(digits.count)
        let rest = isNumbered ? line.dropFirst(digits.count) : line
        guard let sign = rest.first, (isNumbered ? ".)" : "-*+").contains(sign),
            let space = rest.dropFirst().first, space.isWhitespace
        else { return nil }
        let text = rest.dropFirst(2).drop(while: \.isWhitespace)
        return text.isEmpty ? nil : (String(text), isNumbered)
    }
}

/// Finds the words that are set apart in a line.
private enum NoteSpans {
    static func read(_ line: String) -> [NoteText.Span] {
        let letters = Array(line)
        var spans: [NoteText.Span] = []
        var plain = ""
        // Marks that nothing closes any more are not looked for again.
        var hopeless: Set<String> = []
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if letter == "\\", index + 1 < letters.count, "*_\\#-+".contains(letters[index + 1]) {
                plain.append(letters[index + 1])
                index += 2
                continue
            }
            guard letter == "*" || letter == "_" else {
                plain.append(letter)
                index += 1
                continue
            }
            let isDouble = index + 1 < letters.count && letters[index + 1] == letter
            let mark = String(repeating: letter, count: isDouble ? 2 : 1)
            let start = index + mark.count
            if !hopeless.contains(mark), opens(letters, index, start) {
                if let end = closing(letters, letter, mark.count, from: start) {
                    if !plain.isEmpty { spans.append(.plain(plain)) }
                    plain = ""
                    let text = String(letters[start..<end])
                    spans.append(isDouble ? .strong(text) : .emphasised(text))
                    index = end + mark.count
                    continue
                }
                hopeless.insert(mark)
            }
            plain += mark
            index = start
        }
        if !plain.isEmpty { spans.append(.plain(plain)) }
        return spans
    }

    /// Whether a mark stands before a word; `_` inside of one is a letter of it.
    private static func opens(_ letters: [Character], _ index: Int, _ start: Int) -> Bool {
        guard start < letters.count, !letters[start].isWhitespace, letters[start] != letters[index] else {
            return false
        }
        return index == 0 || letters[index] == "*" || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
    }

    /// Where the mark that closes begins; nil where there is none.
    private static func closing(_ letters: [Character], _ sign: Character, _ count: Int, from start: Int) -> Int? {
        var index = start + 1
        while index + count <= letters.count {
            let run = letters[index...].prefix { $0 == sign }.count
            if run == count, !letters[index - 1].isWhitespace, letters[index - 1] != "\\" {
                let after = index + count
                let isInWord = after < letters.count && (letters[after].isLetter || letters[after].isNumber)
                if sign == "*" || !isInWord { return index }
            }
            index += max(run, 1)
        }
        return nil
    }
}
