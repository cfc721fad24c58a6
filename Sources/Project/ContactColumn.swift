internal import Wording

/// Columns that say how to reach a person. They are never read: neither names nor numbers belong in an analysis.
enum ContactColumn {
    /// Whether a column is such a one, by its name.
    static func isNamed(_ name: String) -> Bool {
        let key = Folding.key(name)
        return Folding.words(name).contains(where: words.contains) || stems.contains(where: key.contains)
    }

    private static let words: Set<String> = ["mail", "email", "tel", "phone", "mobile", "handy", "fax", "fon"]
    private static let stems = ["kontakt", "contact", "ansprechp", "telefon", "telephone", "emailad", "mailadr"]
}
