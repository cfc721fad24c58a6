/// Tags as GDAL's OpenStreetMap driver writes them into a column, in the form of PostgreSQL's hstore:
/// `"surface"=>"asphalt","lit"=>"yes"`; a backslash stands before a quote or a backslash.
enum TaggedText {
    /// The pairs of a text, in its order; what does not have the form ends the list.
    static func pairs(_ text: String) -> [(String, String)] {
        var pairs: [(String, String)] = []
        var rest = Array(text.unicodeScalars)[...]
        while let key = quoted(&rest), take("=>", &rest), let value = quoted(&rest) {
            pairs.append((key, value))
            guard take(",", &rest) else { break }
        }
        return pairs
    }

    /// The text between quotes at the beginning, which is taken away.
    private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        guard take("\"", &rest) else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                text.append(escaped)
            default: text.append(scalar)
            }
        }
        return nil
    }

    /// Takes a mark away, with the blanks before it; false where it does not come next.
    private static func take(_ mark: String, _ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        let marked = rest.drop { $0 == " " }
        guard marked.starts(with: mark.unicodeScalars) else { return false }
        rest = marked.dropFirst(mark.unicodeScalars.count)
        return true
    }
}
