internal import Mustache

/// What fills a blank of a template. A text is escaped, nodes are written by ``HTMLWriter``; there is no third way, so
/// that nothing from the data becomes markup.
indirect enum TemplateContent: Sendable {
    /// Text that is shown as it is; where it is empty, sections of its name are left out.
    case text(String)
    /// Pieces of a page.
    case nodes([HTMLNode])
    /// Whether a section is shown.
    case flag(Bool)
    /// A section that is repeated, with the blanks of each turn.
    case list([[String: TemplateContent]])

    /// The value as the template engine looks at it.
    var value: Any {
        switch self {
        case .text(let text): TemplateText(scalars: TemplateText.plain, text)
        case .nodes(let nodes): TemplateText(scalars: TemplateText.markup, HTMLWriter.fragment(nodes))
        case .flag(let isShown): isShown
        case .list(let records): records.map { TemplateContent.values($0) }
        }
    }

    /// The blanks of a template by name.
    static func values(_ record: [String: TemplateContent]) -> [String: Any] { record.mapValues(\.value) }
}

/// A text on its way through the template engine, with a mark that tells whether it is already escaped.
///
/// The marks are control characters, which pages never show. Every text gets one here, so one that a text brings along stands
/// behind ours, and ``PageContentType`` looks at the first only.
struct TemplateText: MustacheCustomRenderable {
    /// The mark of text that has to be escaped.
    static let plain: Unicode.Scalar = "\u{1}"
    /// The mark of what ``HTMLWriter`` wrote.
    static let markup: Unicode.Scalar = "\u{2}"

    /// The marked text.
    let renderText: String
    /// Whether there is nothing to show, so that sections of this name are left out.
    let isNull: Bool

    init(scalars mark: Unicode.Scalar, _ text: String) {
        var scalars = String.UnicodeScalarView([mark])
        scalars.append(contentsOf: text.unicodeScalars)
        renderText = String(scalars)
        isNull = text.unicodeScalars.isEmpty
    }
}

/// Escapes by Unicode scalar, as ``HTMLWriter`` does: the engine's own escaping goes by `Character` and lets a quotation
/// mark through that a combining mark follows.
struct PageContentType: MustacheContentType {
    /// The name in templates. The type is registered when the name is first used.
    static let name: String = {
        MustacheContentTypes.register(PageContentType(), named: "PAGE")
        return "PAGE"
    }()

    /// What stands in the page for a text of the engine; all that does not bear the mark of markup is escaped.
    func escapeText(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.first == TemplateText.markup else { return HTMLWriter.fragment([.text(text)]) }
        return String(String.UnicodeScalarView(scalars.dropFirst()))
    }
}
