internal import Features

/// The relations of a part: where other parts lie (`_rels/….rels`).
final class Relations: PartHandler {
    /// One relation.
    struct Target {
        /// The last word of its type: `worksheet`, `styles`, `sharedStrings`, `officeDocument` …
        var type: String
        /// The name of the part in the archive.
        var part: String
    }

    /// The relations by their ids.
    private(set) var targets: [String: Target] = [:]
    let failure: Failure? = nil
    private let folder: [Substring]

    /// The relations of a part in this folder.
    init(folder: String) {
        self.folder = folder.split(separator: "/")
    }

    /// The first part of a type, by id.
    func part(ofType type: String) -> String? {
        targets.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value.part
    }

    func begin(_ element: String, _ attributes: [String: String]) {
        guard element == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
            let type = attributes["Type"]?.split(separator: "/").last, let target = attributes["Target"]
        else { return }
        // A name in the archive, resolved as text.
        var parts = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            if step == ".." { _ = parts.popLast() } else if step != "." { parts.append(step) }
        }
        targets[id] = Target(type: String(type), part: parts.joined(separator: "/"))
    }

    func end(_ element: String) {}
    func text(_ text: String) {}
}

/// The list of sheets and the way days are counted (`xl/workbook.xml`).
final class WorkbookPart: PartHandler {
    /// One sheet as the workbook lists it.
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    /// The sheets in the order of their tabs.
    private(set) var sheets: [Sheet] = []
    /// Whether days count from 1904.
    private(set) var countsFrom1904 = false
    let failure: Failure? = nil

    func begin(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "workbookPr": countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        case "sheet":
            guard let name = attributes["name"], let relation = attributes["id"] else { return }
            sheets.append(
                Sheet(name: name, relation: relation, isHidden: (attributes["state"] ?? "visible") != "visible"))
        default: break
        }
    }

    func end(_ element: String) {}
    func text(_ text: String) {}
}

/// Which styles of cells show dates (`xl/styles.xml`).
final class StylesPart: PartHandler {
    /// What each style of cells shows as a date; nil for numbers.
    private(set) var dateParts: [SerialDate.Part?] = []
    let failure: Failure? = nil
    private var codes: [Int: String] = [:]
    private var isInCellStyles = false

    func begin(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            dateParts.append(
                codes[id].map { NumberFormat.datePart(code: $0) } ?? NumberFormat.datePart(builtIn: id))
        default: break
        }
    }

    func end(_ element: String) {
        if element == "cellXfs" { isInCellStyles = false }
    }

    func text(_ text: String) {}
}

/// The texts that cells refer to by number (`xl/sharedStrings.xml`); of rich text the letters without their looks.
final class SharedStringsPart: PartHandler {
    /// The most texts.
    static let limit = 4_000_000

    /// The texts.
    private(set) var texts: [String] = []
    private(set) var failure: Failure?
    private let path: String
    private var collector = RichText()

    /// - Parameter path: The workbook for messages.
    init(path: String) {
        self.path = path
    }

    func begin(_ element: String, _ attributes: [String: String]) {
        if element == "si" { collector = RichText() }
        collector.begin(element)
    }

    func end(_ element: String) {
        collector.end(element)
        guard element == "si" else { return }
        texts.append(collector.text)
        if texts.count > SharedStringsPart.limit {
            failure = Failure(
                .malformedData,
                Diagnostic(
                    .sheetTooLarge, at: SourceLocation(file: path),
                    [
                        "sheet": "sharedStrings", "@what": "spreadsheet.texts", "limit": "\(SharedStringsPart.limit)",
                    ]))
        }
    }

    func text(_ text: String) { collector.append(text) }
}

/// Collects the text of a cell that is made of runs; hints of pronunciation (`rPh`) are no part of it.
struct RichText {
    private var pieces = ""
    private var isInText = false
    private var isInHint = false

    /// An element begins.
    mutating func begin(_ element: String) {
        if element == "t" { isInText = true } else if element == "rPh" { isInHint = true }
    }

    /// An element ends.
    mutating func end(_ element: String) {
        if element == "t" { isInText = false } else if element == "rPh" { isInHint = false }
    }

    /// Characters; those between the elements do not count.
    mutating func append(_ text: String) {
        if isInText, !isInHint { pieces += text }
    }

    /// The text, with characters that XML does not allow, written `_x000D_`, decoded.
    var text: String { RichText.decoded(pieces) }

    private static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var (result, rest) = ("", text[...])
        while let mark = rest.firstRange(of: "_x") {
            let code = rest[mark.upperBound...].prefix(5)
            result += rest[..<mark.lowerBound]
            if code.count == 5, code.last == "_", let value = UInt32(code.dropLast(), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result += "_x"
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }
}
