/// Mail addresses and telephone numbers in texts.
enum Contact {
    private static let fewestDigits = 7
    private static let mostDigits = 15

    /// Whether a text holds a mail address or a telephone number.
    /// - Parameter allowsOffices: Whether addresses of offices (`info@…`) may stand there.
    static func isNamed(in text: String, allowsOffices: Bool) -> Bool {
        mail(in: text, allowsOffices: allowsOffices) || telephone(in: text)
    }

    private static func mail(in text: String, allowsOffices: Bool) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return false }
        let words = text.split { !($0.isLetter || $0.isNumber || "@._+-".contains($0)) }
        return words.contains { word in
            // The stop that ends a sentence is no part of the address.
            var address = word
            while let last = address.last, ".-".contains(last) { address.removeLast() }
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty,
                let dot = host.lastIndex(of: "."), host.distance(from: dot, to: host.endIndex) > 2,
                host.first?.isLetter == true || host.first?.isNumber == true
            else { return false }
            return !(allowsOffices && Vocabulary.offices.contains(Vocabulary.folded(String(name))))
        }
    }

    /// A telephone number: `+49 4841 123456`, `04841/12 34 56`, `(04841) 123456`, or digits behind `Tel.`.
    private static func telephone(in text: String) -> Bool {
        let folded = Vocabulary.folded(text)
        if folded.hasPrefix("href=tel:") { return true }
        for word in ["tel.", "telefon", "phone", "mobil", "tel:"] {
            guard let range = folded.firstRange(of: word) else { continue }
            let tail = folded[range.upperBound...].drop { " .:=nr".contains($0) }
            if digits(in: tail) >= fewestDigits { return true }
        }
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "+" || $0 == "0" || $0 == "(" }) {
            let before = start == text.startIndex ? " " : text[text.index(before: start)]
            let candidate = rest[start...]
            rest = rest[rest.index(after: start)...]
            guard !before.isNumber, !before.isLetter, !".,-/:=".contains(before) else { continue }
            let run = candidate.prefix { $0.isASCII && ($0.isNumber || " /()-+".contains($0)) }
            let count = run.filter(\.isNumber).count
            // The prefix of a place stands apart from the number, or the country's code before both.
            let isApart =
                run.dropFirst(2).prefix(6).contains { "/)".contains($0) } || run.hasPrefix("+") || run.hasPrefix("(0")
            if isApart, count >= fewestDigits, count <= mostDigits, !run.hasPrefix("0 ") { return true }
        }
        return false
    }

    private static func digits(in text: Substring) -> Int {
        text.prefix { $0.isASCII && ($0.isNumber || " /()-+".contains($0)) }.filter(\.isNumber).count
    }
}
