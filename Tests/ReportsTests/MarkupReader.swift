/// A strict little reader of the HTML that reports write: every element closed in order, attributes quoted and not
/// repeated, `<` and `&` only as markup. Enough to look at the structure of a page; it accepts no other HTML.
struct MarkupReader {
    final class Element {
        let name: String
        let attributes: [String: String]
        /// Texts and elements in their order.
        var content: [Content] = []

        init(name: String, attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        enum Content {
            case text(String)
            case element(Element)
        }

        /// The elements directly below.
        var children: [Element] {
            content.compactMap { if case .element(let element) = $0 { element } else { nil } }
        }

        /// The text directly below.
        var text: String {
            content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        }

        /// This element and all below it, in document order.
        var all: [Element] { [self] + children.flatMap(\.all) }

        /// All elements of a name.
        func named(_ name: String) -> [Element] { all.filter { $0.name == name } }

        /// The text of the element and all below it.
        var wholeText: String {
            content.map { part in
                switch part {
                case .text(let text): text
                case .element(let element): element.wholeText
                }
            }.joined()
        }
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0

    static func read(_ text: String) throws -> Element {
        var reader = MarkupReader(scalars: Array(text.unicodeScalars))
        try reader.expect("<!DOCTYPE html>")
        reader.skipSpace()
        let root = try reader.element()
        reader.skipSpace()
        guard reader.position == reader.scalars.count else { throw Fault(description: "text after the end") }
        return root
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func skipSpace() {
        while let scalar = current, scalar == "\n" || scalar == " " { position += 1 }
    }

    private mutating func expect(_ text: String) throws {
        for scalar in text.unicodeScalars {
            guard current == scalar else { throw fault("expected \(text)") }
            position += 1
        }
    }

    private func fault(_ reason: String) -> Fault {
        let around = String(
            String.UnicodeScalarView(scalars[max(0, position - 60)..<min(scalars.count, position + 40)]))
        return Fault(description: "\(reason) near …\(around)…")
    }

    private mutating func name() throws -> String {
        var result = String.UnicodeScalarView()
        while let scalar = current, scalar.properties.isAlphabetic || scalar == "-" || ("0"..."9").contains(scalar) {
            result.append(scalar)
            position += 1
        }
        if result.isEmpty { throw fault("a name is missing") }
        return String(result)
    }

    private mutating func element() throws -> Element {
        try expect("<")
        let name = try name()
        var attributes: [String: String] = [:]
        while current == " " {
            position += 1
            let key = try self.name()
            try expect("=\"")
            var value = String.UnicodeScalarView()
            while let scalar = current, scalar != "\"" {
                if scalar == "<" || scalar == ">" { throw fault("markup in an attribute") }
                value.append(scalar)
                position += 1
            }
            try expect("\"")
            guard attributes.updateValue(String(value), forKey: key) == nil else { throw fault("attribute twice") }
        }
        try expect(">")
        let element = Element(name: name, attributes: attributes)
        if name == "meta" || name == "wbr" { return element }
        var text = String.UnicodeScalarView()
        func keepText() {
            if !text.isEmpty { element.content.append(.text(String(text))) }
            text = String.UnicodeScalarView()
        }
        while let scalar = current {
            if scalar == "<" {
                keepText()
                if position + 1 < scalars.count, scalars[position + 1] == "/" {
                    try expect("</")
                    guard try self.name() == name else { throw fault("\(name) is closed in the wrong order") }
                    try expect(">")
                    return element
                }
                element.content.append(.element(try self.element()))
            } else {
                if scalar == ">", name != "style" { throw fault("a bare >") }
                if scalar == "&" { try checkReference() }
                text.append(scalar)
                position += 1
            }
        }
        throw fault("\(name) is not closed")
    }

    private func checkReference() throws {
        let rest = scalars[position...]
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#"]
        guard known.contains(where: { rest.starts(with: $0.unicodeScalars) }) else { throw fault("a bare &") }
    }
}
