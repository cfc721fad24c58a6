/// Walks over the characters of opening hours.
struct HoursCursor {
    let characters: [Character]
    var index = 0

    init(_ text: String) { characters = Array(text) }

    var isAtEnd: Bool { index >= characters.count }

    var peek: Character? { index < characters.count ? characters[index] : nil }

    func character(_ offset: Int) -> Character? {
        let at = index + offset
        return characters.indices.contains(at) ? characters[at] : nil
    }

    func failure(_ reason: OpeningHours.ParseError.Reason) -> OpeningHours.ParseError {
        OpeningHours.ParseError(reason: reason, position: index + 1)
    }

    func failure(_ reason: OpeningHours.ParseError.Reason, at index: Int) -> OpeningHours.ParseError {
        OpeningHours.ParseError(reason: reason, position: index + 1)
    }

    mutating func skipSpace() {
        while let character = peek, character.isWhitespace { index += 1 }
    }

    /// Takes a text that stands here exactly.
    mutating func take(_ text: String) -> Bool {
        guard characters[index...].starts(with: text) else { return false }
        index += text.count
        return true
    }

    /// The letters from here on, in lower case.
    var peekWord: String { String(characters[index...].prefix { $0.isLetter }).lowercased() }

    mutating func takeWord() -> String {
        let word = peekWord
        while let character = peek, character.isLetter { index += 1 }
        return word
    }

    /// Takes the word here if it is one of those.
    mutating func takeWord(of words: Set<String>) -> String? {
        let word = peekWord
        guard !word.isEmpty, words.contains(word) else { return nil }
        return takeWord()
    }

    /// Takes words one after the other with spaces and points between them, as in `n. V.`; all of them or none.
    mutating func takePhrase(_ words: [String]) -> Bool {
        let start = index
        for (number, word) in words.enumerated() {
            if number > 0 { skipSpace() }
            guard peekWord == word else {
                index = start
                return false
            }
            _ = takeWord()
            if word.count == 1 { _ = take(".") }
        }
        return true
    }

    /// A dash or the word for it, with the spaces around it.
    mutating func takeDash() -> Bool {
        let start = index
        skipSpace()
        if take("-") || take("–") || take("—") || peekWord == "bis" && takePhrase(["bis"]) {
            skipSpace()
            return true
        }
        index = start
        return false
    }

    /// The value of the digits `0`–`9` from here on and how many they are, at most six; nothing is taken.
    func number(at offset: Int = 0) -> (value: Int, digits: Int)? {
        var (value, digits) = (0, 0)
        while digits < 6, let digit = character(offset + digits).flatMap(HoursCursor.digit) {
            value = value * 10 + digit
            digits += 1
        }
        return digits == 0 ? nil : (value, digits)
    }

    /// Takes a number of at most so many digits.
    mutating func takeNumber(digits most: Int) -> Int? {
        var value: Int?
        for _ in 0..<most {
            guard let digit = peek.flatMap(HoursCursor.digit) else { break }
            value = (value ?? 0) * 10 + digit
            index += 1
        }
        return value
    }

    var isAtDigit: Bool { peek.flatMap(HoursCursor.digit) != nil }

    static func digit(_ character: Character) -> Int? { character.isASCII ? character.wholeNumberValue : nil }

    /// The comment in quotes that begins here, without them; nil where the closing one is missing.
    mutating func takeComment() -> String? {
        guard peek == "\"", let end = characters[(index + 1)...].firstIndex(of: "\"") else { return nil }
        let comment = String(characters[(index + 1)..<end])
        index = end + 1
        return comment
    }
}
