/// A name of a table or column as SQL wants it: in double quotes, those inside doubled, without NUL.
func quoted(_ name: String) -> String {
    var text = "\""
    for scalar in name.unicodeScalars where scalar.value != 0 {
        text.unicodeScalars.append(scalar)
        if scalar == "\"" { text.unicodeScalars.append(scalar) }
    }
    return text + "\""
}

extension String {
    /// The name as SQLite compares names: capitals of ASCII count as small letters, no others do.
    var foldedForSQL: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
