/// A piece of a page or of a map. Pages are trees of these; only ``HTMLWriter`` turns them into text, and it
/// escapes by the place where a text stands. There is no case for ready-made markup, so data cannot become markup.
indirect enum HTMLNode: Sendable {
    /// An element with its attributes and what it holds.
    case element(Tag, [HTMLAttribute], [HTMLNode])
    /// Text that is shown as it is.
    case text(String)
    /// The page's style sheet, a constant of the program.
    case styleSheet(String)
}

/// The elements that reports use: a closed list, without any that loads something from elsewhere or runs it.
enum Tag: String, Sendable, CaseIterable {
    // the document
    case html, head, meta, title, style, body
    // its parts
    case header, nav, main, footer, section, div, span, h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, a, strong, em, small
    case blockquote, bdi, data, time, figure, figcaption, code, wbr
    // an image of its own bytes: its address is always that of a checked ``Logo``
    case img
    // tables
    case table, caption, thead, tbody, tr, th, td
    // maps
    case svg, desc, defs, pattern, clipPath, g, path, rect, circle, line, polygon, text

    /// Elements that have no end tag in HTML.
    var isVoid: Bool { self == .meta || self == .wbr || self == .img }

    /// Elements that begin on a line of their own, so that two versions of a page can be compared by eye.
    var beginsLine: Bool {
        switch self {
        case .a, .span, .bdi, .data, .time, .strong, .em, .small, .code, .wbr, .img: false
        default: true
        }
    }
}

extension Tag {
    /// An element.
    func callAsFunction(_ attributes: HTMLAttribute..., @HTMLBuilder content: () -> [HTMLNode]) -> HTMLNode {
        .element(self, attributes, content())
    }

    /// An element without content.
    func callAsFunction(_ attributes: HTMLAttribute...) -> HTMLNode {
        .element(self, attributes, [])
    }
}

/// Lets the content of an element be written as a list of statements.
@resultBuilder enum HTMLBuilder {
    static func buildExpression(_ node: HTMLNode) -> [HTMLNode] { [node] }
    static func buildExpression(_ nodes: [HTMLNode]) -> [HTMLNode] { nodes }
    static func buildExpression(_ text: String) -> [HTMLNode] { [.text(text)] }
    static func buildBlock(_ parts: [HTMLNode]...) -> [HTMLNode] { parts.flatMap { $0 } }
    static func buildOptional(_ part: [HTMLNode]?) -> [HTMLNode] { part ?? [] }
    static func buildEither(first: [HTMLNode]) -> [HTMLNode] { first }
    static func buildEither(second: [HTMLNode]) -> [HTMLNode] { second }
    static func buildArray(_ parts: [[HTMLNode]]) -> [HTMLNode] { parts.flatMap { $0 } }
}
