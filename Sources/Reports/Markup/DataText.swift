/// Text from the data (names, hours, reasons …), made fit to stand in a page.
///
/// Control characters go, and the signs that switch the writing direction over the end of the text; what is longer
/// than the place allows is cut and says so with an ellipsis. On pages it stands in `<bdi>`, so that a
/// right-to-left name does not turn its surroundings around.
struct DataText: Sendable {
    /// The longest text in a table or a sentence, in Unicode scalars.
    static let ordinaryLength = 120
    /// The longest text in a tool tip.
    static let titleLength = 500

    /// The cleaned text, not cut.
    let whole: String

    init(_ raw: String) {
        var cleaned = String.UnicodeScalarView()
        var lastWasSpace = true
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20, 0x2028, 0x2029:
                if !lastWasSpace { cleaned.append(" ") }
                lastWasSpace = true
            case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
                continue
            default:
                if scalar.isForbidden { continue }
                cleaned.append(scalar)
                lastWasSpace = false
            }
        }
        if cleaned.last == " " { cleaned.removeLast() }
        whole = String(cleaned)
    }

    /// Whether nothing legible is left.
    var isEmpty: Bool { whole.isEmpty }

    /// At most `length` scalars; a longer text ends in an ellipsis.
    func shortened(to length: Int = DataText.ordinaryLength) -> String {
        guard whole.unicodeScalars.count > length else { return whole }
        var kept = String.UnicodeScalarView()
        var count = 0
        for character in whole {
            count += character.unicodeScalars.count
            if count >= length { break }
            kept.append(contentsOf: character.unicodeScalars)
        }
        if kept.isEmpty { kept.append(contentsOf: whole.unicodeScalars.prefix(length - 1)) }
        return String(kept) + "…"
    }

    /// The text for a page; where it is cut, the tool tip has more of it.
    func node(length: Int = DataText.ordinaryLength) -> HTMLNode {
        let shown = shortened(to: length)
        if shown == whole { return Tag.bdi { DataText.breakable(shown) } }
        return Tag.bdi(.title(shortened(to: DataText.titleLength))) { DataText.breakable(shown) }
    }

    /// The text with places where a word of more than 24 signs may be broken, so that it cannot push a page apart.
    private static func breakable(_ text: String) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        var run = ""
        var wordLength = 0
        for character in text {
            wordLength = character == " " ? 0 : wordLength + 1
            if wordLength == 25 {
                nodes += [.text(run), Tag.wbr()]
                run = ""
                wordLength = 1
            }
            run.append(character)
        }
        return nodes + [.text(run)]
    }
}
