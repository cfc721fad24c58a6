/// The sections of a project file as texts that tell two files apart: what is the same but for comments, blank space, the
/// order of sections and the marks around texts gives the same.
public enum ProjectSections {
    /// The sections by their keys; nil where the text is no mapping.
    public static func texts(of text: String) -> [String: String]? {
        guard let root = YAMLDocument(text, file: "").root, case .mapping(let entries) = root.content else {
            return nil
        }
        return Dictionary(entries.map { ($0.key, canonical($0.value)) }) { first, _ in first }
    }

    /// Every text with its length before it, so that no two nodes have the same form.
    private static func canonical(_ node: YAMLNode) -> String {
        if node.isNull { return "~" }
        switch node.content {
        case .scalar(let text, _): return measured(text)
        case .sequence(let items): return "[" + items.map(canonical).joined() + "]"
        case .mapping(let entries):
            return "{" + entries.map { measured($0.key) + canonical($0.value) }.joined() + "}"
        }
    }

    private static func measured(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
