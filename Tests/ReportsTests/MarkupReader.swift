import Synchronization

/// A strict little reader of the HTML that reports write: every element closed in order, attributes quoted and not
/// repeated, `<` and `&` only as markup. Enough to look at the structure of a page; it accepts no other HTML.
struct MarkupReader {
    final class Element: Sendable {
        let name: String
        let attributes: [String: String]
        /// Texts and elements in their order.
        let content: [Content]

        init(name: String, attributes: [String: String], content: [Content]) {
            self.name = name
            self.attributes = attributes
            self.content = content
        }

        enum Content: Sendable {
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
        var all: [Element] {
            var result: [Element] = []
            collect { _ in
                true
            } into: {
                result.append($0)
            }
            return result
        }

        /// All elements of a name.
        func named(_ name: String) -> [Element] {
            var result: [Element] = []
            collect {
                $0.name == name
            } into: {
                result.append($0)
            }
            return result
        }

        /// The element of an id.
        func withID(_ id: String) -> Element? { all.first { $0.attributes["id"] == id } }

        private func collect(_ isWanted: (Element) -> Bool, into take: (Element) -> Void) {
            if isWanted(self) { take(self) }
            for case .element(let element) in content { element.collect(isWanted, into: take) }
        }

        /// The text of the element and all below it.
        var wholeText: String {
            content.map { part in
                switch part {
                case .text(let text): text
                case .element(let element): element.wholeText
                }
            }.joined()
        }

        /// The texts of a table's cells, row by row; of any other element none.
        var cells: [[String]] {
            named("tbody").flatMap(\.children).map { $0.children.map(\.wholeText) }
        }
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let bytes: [UInt8]
    private var position = 0

    /// Pages that were read before: many tests look at the same page.
    private static let known = Mutex<[String: Element]>([:])

    static func read(_ text: String) throws -> Element {
        if let element = known.withLock({ $0[text] }) { return element }
        var reader = MarkupReader(bytes: Array(text.utf8))
        try reader.expect("<!DOCTYPE html>")
        reader.skipSpace()
        let root = try reader.element()
        reader.skipSpace()
        guard reader.position == reader.bytes.count else { throw Fault(description: "text after the end") }
        known.withLock { $0[text] = root }
        return root
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x0A || byte == 0x20 { position += 1 }
    }

    private mutating func expect(_ text: StaticString) throws {
        guard isNext(text) else { throw fault("expected \(text)") }
        position += text.utf8CodeUnitCount
    }

    private func isNext(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
        return true
    }

    private func fault(_ reason: String) -> Fault {
        let around = bytes[max(0, position - 60)..<min(bytes.count, position + 40)]
        return Fault(description: "\(reason) near …\(String(decoding: around, as: UTF8.self))…")
    }

    private func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }

    private mutating func name() throws -> String {
        let start = position
        while let byte = current,
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == 0x2D
        { position += 1 }
        if position == start { throw fault("a name is missing") }
        return text(from: start)
    }

    private mutating func element() throws -> Element {
        try expect("<")
        let name = try name()
        var attributes: [String: String] = [:]
        while current == 0x20 {
            position += 1
            let key = try self.name()
            try expect("=\"")
            let start = position
            while let byte = current, byte != 0x22 {
                if byte == 0x3C || byte == 0x3E { throw fault("markup in an attribute") }
                if byte == 0x26 { try checkReference() }
                position += 1
            }
            let value = text(from: start)
            try expect("\"")
            guard attributes.updateValue(value, forKey: key) == nil else { throw fault("attribute twice") }
        }
        try expect(">")
        var content: [Element.Content] = []
        if ["meta", "wbr", "img"].contains(name) { return Element(name: name, attributes: attributes, content: []) }
        var start = position
        while let byte = current {
            if byte == 0x3C {
                if start < position { content.append(.text(text(from: start))) }
                if isNext("</") {
                    try expect("</")
                    guard try self.name() == name else { throw fault("\(name) is closed in the wrong order") }
                    try expect(">")
                    return Element(name: name, attributes: attributes, content: content)
                }
                content.append(.element(try element()))
                start = position
            } else {
                if byte == 0x3E, name != "style" { throw fault("a bare >") }
                if byte == 0x26 { try checkReference() }
                position += 1
            }
        }
        throw fault("\(name) is not closed")
    }

    private func checkReference() throws {
        guard isNext("&amp;") || isNext("&lt;") || isNext("&gt;") || isNext("&quot;") || isNext("&#") else {
            throw fault("a bare &")
        }
    }
}
