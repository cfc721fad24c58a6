// The parts that lengths and slopes are made of.

extension TagMeasure {
    /// The text after what only says "about".
    static func withoutAbout(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, "~<>≤≥".contains(first) { text = trim(text.dropFirst()) }
        if text.hasPrefix("ca.") { text = trim(text.dropFirst(3)) }
        return text
    }

    /// What follows the upper bound of a range, else the text itself.
    static func unit(afterRange text: Substring) -> Substring {
        let tail = trim(text)
        guard tail.first == "-", let (_, rest) = leadingNumber(of: trim(tail.dropFirst())) else { return text }
        return rest
    }

    /// The number a text begins with, digits with one point or comma and without sign, and what follows it.
    static func leadingNumber(of text: some StringProtocol) -> (Double, Substring)? {
        let text = Substring(text)
        var digits = ""
        var hasPoint = false
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if !hasPoint, character == "." || character == ",", !digits.isEmpty {
                hasPoint = true
                digits.append(".")
            } else {
                break
            }
            index = text.index(after: index)
        }
        guard !digits.isEmpty, digits.utf8.count <= 15, let number = Double(digits + (digits.last == "." ? "0" : ""))
        else { return nil }
        return (number, text[index...])
    }

    /// The text without blanks around it.
    static func trim(_ text: some StringProtocol) -> Substring {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text
    }
}
