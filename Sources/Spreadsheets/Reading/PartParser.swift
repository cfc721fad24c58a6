internal import Archives
internal import Features
internal import Foundation
internal import FoundationXML

/// Takes the elements of a part of a workbook as they come. Names are without namespace prefix.
protocol PartHandler: AnyObject {
    /// An element begins; `attributes` by their names without prefix.
    func begin(_ element: String, _ attributes: [String: String])
    /// An element ends.
    func end(_ element: String)
    /// Characters of the innermost element, possibly in several pieces.
    func text(_ text: String)
    /// Why nothing more is wanted; nil while reading goes on.
    var failure: Failure? { get }
}

/// Reads a part of a workbook (XML) and hands its elements to a handler. A document type is refused, so no entity is ever
/// expanded and nothing else is fetched.
final class PartParser: NSObject, XMLParserDelegate {
    /// The deepest nesting; real parts stay below 15.
    static let depthLimit = 64

    private let handler: any PartHandler
    private var depth = 0

    private init(_ handler: any PartHandler) {
        self.handler = handler
    }

    /// Reads a part.
    /// - Parameters:
    ///   - path: The workbook for messages.
    ///   - part: The part's name for messages.
    static func parse(
        _ bytes: [UInt8], path: String, part: String, into handler: any PartHandler
    ) throws(Failure) {
        // A part may be in UTF-16, where a document type would hide from the search for it; no program writes that.
        guard !bytes.prefix(4).contains(0), !bytes.starts(with: [0xFE]), !bytes.starts(with: [0xFF]) else {
            throw unreadable(path, part, reason: "spreadsheet.encoding")
        }
        let data = Data(bytes)
        guard data.range(of: Data("<!DOCTYPE".utf8)) == nil, data.range(of: Data("<!ENTITY".utf8)) == nil else {
            throw unreadable(path, part, reason: "spreadsheet.doctype")
        }
        // As a stream, so that the parser sees pieces: libxml2 refuses more than 10 MB at once.
        let parser = XMLParser(stream: InputStream(data: data))
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        let delegate = PartParser(handler)
        parser.delegate = delegate
        let isSound = parser.parse()
        if let failure = handler.failure { throw failure }
        guard isSound, delegate.depth == 0 else {
            let reason = delegate.depth > depthLimit ? "spreadsheet.depth" : "spreadsheet.xml"
            throw unreadable(path, part, reason: reason)
        }
    }

    /// The reason to end with where a part is not as it should be.
    static func unreadable(_ path: String, _ part: String, reason: String) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(.spreadsheetUnreadable, at: SourceLocation(file: path), ["part": part, "@reason": reason]))
    }

    private static func localName(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }

    /// Begins an element.
    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
        attributes attributeDict: [String: String]
    ) {
        depth += 1
        guard depth <= PartParser.depthLimit else { return parser.abortParsing() }
        var attributes = attributeDict
        for (name, value) in attributeDict where name.utf8.contains(UInt8(ascii: ":")) {
            attributes[PartParser.localName(name)] = value
        }
        handler.begin(PartParser.localName(elementName), attributes)
        if handler.failure != nil { parser.abortParsing() }
    }

    /// Ends an element.
    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
        depth -= 1
        handler.end(PartParser.localName(elementName))
        if handler.failure != nil { parser.abortParsing() }
    }

    /// Takes characters.
    func parser(_ parser: XMLParser, foundCharacters string: String) {
        handler.text(string)
    }

    /// Takes characters that need no escapes.
    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        handler.text(String(decoding: CDATABlock, as: UTF8.self))
    }
}
