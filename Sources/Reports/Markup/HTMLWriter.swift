/// Turns nodes into text, escaping by Unicode scalar.
///
/// By scalar, because a quotation mark followed by a combining mark is one `Character` that is not equal to the
/// quotation mark: escaping by `Character` lets it through.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// The text of a whole document.
    static func document(_ root: HTMLNode) -> String {
        var writer = HTMLWriter()
        writer.bytes += Array("<!DOCTYPE html>".utf8)
        writer.write(root)
        writer.bytes.append(0x0A)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The text of some nodes.
    static func fragment(_ nodes: [HTMLNode]) -> String {
        var writer = HTMLWriter()
        for node in nodes { writer.write(node) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private mutating func write(_ node: HTMLNode) {
        switch node {
        case .text(let text):
            escape(text)
        case .styleSheet(let text):
            bytes += Array(text.utf8)
        case .element(let tag, let attributes, let children):
            if tag.beginsLine, !bytes.isEmpty { bytes.append(0x0A) }
            bytes.append(0x3C)
            bytes += Array(tag.rawValue.utf8)
            for attribute in attributes {
                bytes.append(0x20)
                bytes += Array(attribute.name.utf8)
                bytes += [0x3D, 0x22]
                escape(attribute.value)
                bytes.append(0x22)
            }
            bytes.append(0x3E)
            if tag.isVoid { return }
            for child in children { write(child) }
            bytes += [0x3C, 0x2F]
            bytes += Array(tag.rawValue.utf8)
            bytes.append(0x3E)
        }
    }

    /// Writes a text for an element or an attribute. What HTML forbids is dropped; a mark that would join with the
    /// sign of the markup before it is written as its number.
    private mutating func escape(_ text: String) {
        var isFirst = true
        for scalar in text.unicodeScalars where !scalar.isForbidden {
            switch scalar.value {
            case 0x26: bytes += Array("&amp;".utf8)
            case 0x3C: bytes += Array("&lt;".utf8)
            case 0x3E: bytes += Array("&gt;".utf8)
            case 0x22: bytes += Array("&quot;".utf8)
            case 0x27: bytes += Array("&#39;".utf8)
            default:
                if isFirst, scalar.isMark {
                    bytes += Array("&#\(scalar.value);".utf8)
                } else {
                    bytes += Array(String(scalar).utf8)
                }
            }
            isFirst = false
        }
    }
}

extension Unicode.Scalar {
    /// Control characters other than tab and newline, and code points that are no characters.
    var isForbidden: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }

    /// Marks that join with what stands before them.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
