/// Names as SQLite tells them apart, whatever their capitals.
struct UniqueNames {
    private var taken: Set<String>

    /// Names that are taken from the start.
    init(taken: [String] = []) {
        self.taken = Set(taken.map(\.foldedForSQL))
    }

    /// The name without control characters, or, where it is taken or empty, with a number behind it.
    mutating func claim(_ name: String, orElse substitute: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F { scalars.append(scalar) }
        let base = scalars.isEmpty ? substitute : String(scalars)
        var candidate = base
        var number = 2
        while !taken.insert(candidate.foldedForSQL).inserted {
            candidate = "\(base)_\(number)"
            number += 1
        }
        return candidate
    }
}
