/// Words as they are compared: so that "Bücherei", "buecherei" and "BÜCHEREI" are one.
public enum Folding {
    /// Lower case, umlauts as in telephone books (ä = ae, ß = ss), without accents, and only letters and digits.
    ///
    /// Composed and decomposed letters are equal as `Character`s, so both fold alike.
    public static func key(_ text: String) -> String {
        var result = ""
        for character in text.lowercased() {
            if let plain = plainLetters[character] {
                result += plain
            } else if character.isLetter || character.isNumber {
                result.append(character)
            }
        }
        return result
    }

    /// Lower-case words of a name such as `childcare_places`, `AREA_ID`, `anzahlPlätze` or `Plätze 2024`, each folded.
    public static func words(_ text: String) -> [String] {
        var words: [String] = []
        var current = ""
        var previousIsLower = false
        for character in text {
            let isPart = character.isLetter || character.isNumber
            if !isPart || (previousIsLower && character.isUppercase) {
                if !current.isEmpty { words.append(key(current)) }
                current = ""
            }
            if isPart { current.append(character) }
            previousIsLower = character.isLowercase
        }
        if !current.isEmpty { words.append(key(current)) }
        return words
    }

    private static let plainLetters: [Character: String] = {
        var table: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "ł": "l"]
        let accents: [(String, String)] = [
            ("áàâãåăą", "a"), ("çćč", "c"), ("ďđ", "d"), ("éèêëęě", "e"), ("ğ", "g"), ("íìîïı", "i"), ("ñńň", "n"),
            ("óòôõő", "o"), ("řŕ", "r"), ("śšşș", "s"), ("ťţț", "t"), ("úùûůű", "u"), ("ýÿ", "y"), ("źżž", "z"),
        ]
        for (letters, plain) in accents {
            for letter in letters { table[letter] = plain }
        }
        return table
    }()
}
