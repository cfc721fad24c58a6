internal import Mustache

/// A page of running text with blanks, in Mustache: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`.
///
/// What could get around the escaping is refused: `{{{name}}}`, `{{&name}}`, another content type, partials (which fall
/// back to the engine's own escaping), inheritance and other delimiters.
struct PageTemplate: Sendable {
    /// The text as written.
    let text: String
    private let template: MustacheTemplate?

    /// What a template must not hold.
    static let refused = ["{{{", "{{&", "{{%", "{{>", "{{<", "{{$", "{{="]

    /// Makes a template; one that is refused or cannot be read renders as nothing, which a test over ``all`` rules out.
    init(_ text: String) {
        self.text = text
        let isRefused = PageTemplate.refused.contains { text.contains($0) } || PageTemplate.hasSpacedSign(text)
        template = isRefused ? nil : try? MustacheTemplate(string: "{{% CONTENT_TYPE:\(PageContentType.name)}}" + text)
    }

    /// All templates of the program.
    static let all = [PageTemplate.council]

    /// Whether the template can be rendered.
    var isUsable: Bool { template != nil }

    /// The page with its blanks filled in.
    func render(_ content: [String: TemplateContent]) -> String {
        template?.render(TemplateContent.values(content)) ?? ""
    }

    /// The names of the blanks and sections.
    var names: Set<String> {
        Set(tags.map { $0.drop { "#^/".contains($0) }.filter { $0 != " " } }.map { String($0) })
    }

    /// What stands between the braces.
    private var tags: [Substring] {
        text.split(separator: "{{").dropFirst(text.hasPrefix("{{") ? 0 : 1).compactMap { part in
            part.firstRange(of: "}}").map { part[..<$0.lowerBound] }
        }
    }

    /// Whether a refused sign stands behind spaces, where the engine would still find it.
    private static func hasSpacedSign(_ text: String) -> Bool {
        text.split(separator: "{{").dropFirst().contains { part in
            guard let first = part.first, first.isWhitespace else { return false }
            return part.first { !$0.isWhitespace }.map { "{&%><$=".contains($0) } ?? false
        }
    }
}
