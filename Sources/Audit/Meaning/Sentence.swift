/// The numbers of a sentence and what they count.
struct Sentence {
    /// A number in running text.
    struct Number {
        /// The number and what it leaves open.
        var value: PrintedNumber
        /// Whether people are what it counts: `drei Menschen`, `3 people with …`.
        var countsPersons: Bool
        /// Whether a per cent sign or word follows.
        var isPercent: Bool
        /// Whether nothing follows that could be a unit.
        var isBare: Bool
    }

    /// The numbers in their order.
    private(set) var numbers: [Number] = []

    /// How many words may stand between a number and what it counts.
    private static let reach = 3
    private static let rough = ["rund", "etwa", "ca", "circa", "about", "around", "roughly", "some", "gut", "knapp"]

    /// Finds the numbers of a sentence.
    init(_ sentence: String) {
        let text = Vocabulary.folded(sentence.split(separator: "\u{202F}").joined(separator: "\u{A0}"))
        let isOfAverage = Vocabulary.averages.contains { text.contains($0) }
        var rest = text[...]
        var before: [Substring] = []
        while let first = rest.first {
            if first.isASCII, first.isNumber, !(before.last.map { $0.hasSuffix("#") } ?? false) {
                let start = rest
                guard let (value, decimals) = PrintedNumber.number(&rest) else {
                    rest = rest.drop { $0.isNumber }
                    continue
                }
                // Times, dates, ordinals and words with digits in them are no counts.
                let isJoined =
                    start.startIndex > text.startIndex && "-:.#/x".contains(text[text.index(before: start.startIndex)])
                let follows = rest.first.map { ":/".contains($0) || $0.isLetter } ?? false
                if !isJoined, !follows { add(value, decimals: decimals, before: before, after: rest) }
                before.append(start[..<rest.startIndex])
            } else if first.isLetter || first.isNumber {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                rest = rest[word.endIndex...]
                if let value = Vocabulary.numbers[String(word)], value != 1 || !isOfAverage {
                    add(value, decimals: 0, before: before, after: rest)
                }
                before.append(word)
            } else {
                rest = rest.dropFirst()
            }
        }
    }

    private mutating func add(_ value: Double, decimals: Int, before: [Substring], after: Substring) {
        let last = before.suffix(2).map(String.init)
        let isBase = last.contains { Vocabulary.bases.contains($0) }
        let tail = after.prefix(60)
        let isPercent =
            tail.drop(while: \.isWhitespace).first == "%" || tail.hasPrefix(" prozent") || tail.hasPrefix(" per cent")
        let words = tail.prefix { !".;!?(".contains($0) }.split { !$0.isLetter && !$0.isNumber }.prefix(Sentence.reach)
        var countsPersons = false
        for word in words {
            if word.contains(where: \.isNumber) || Vocabulary.bases.contains(String(word)) { break }
            if Vocabulary.isPerson(word) {
                countsPersons = true
                break
            }
            // Articles and other nouns come between a number and what it does not count.
            if ["der", "die", "den", "of", "the", "in", "fuer", "for", "von", "und", "and", "mit", "with"].contains(
                word)
            {
                break
            }
        }
        let next = tail.first { !$0.isWhitespace }
        let isBare = next.map { !$0.isLetter && $0 != "%" } ?? true
        let isWhole = value == value.rounded()
        guard isWhole || decimals > 0 else { return }
        var number = PrintedNumber(exactly: value, decimals: decimals)
        if last.contains(where: { Sentence.rough.contains($0) }), value > 0 {
            var unit = 1.0
            while value.truncatingRemainder(dividingBy: unit * 10) == 0, unit < 1e9 { unit *= 10 }
            number.range = max(0, value - unit / 2)...value + unit / 2
        }
        numbers.append(
            Number(
                value: number, countsPersons: countsPersons && !isBase && isWhole, isPercent: isPercent,
                isBare: isBare && isWhole))
    }

    /// The sentences of a text: what ends in a full stop before a space and a capital.
    static func sentences(_ text: String) -> [String] {
        var result: [String] = []
        var current = ""
        var previous: Character = " "
        for character in text {
            if character == " " || character.isNewline, ".!?".contains(previous), current.count > 12 {
                result.append(current)
                current = ""
            } else {
                current.append(character)
            }
            previous = character
        }
        if !current.isEmpty { result.append(current) }
        return result
    }
}

extension PrintedNumber {
    /// A number that is known.
    fileprivate init(exactly value: Double, decimals: Int) {
        range = value...value
        self.decimals = decimals
    }
}
