extension ReportContext {
    /// Opening hours with the days in the language of the report. Only the common syntax of OpenStreetMap is turned
    /// (`Tu-Fr 14:00-18:00; PH off`); any other text stays as the town wrote it.
    func hours(_ text: String) -> String {
        if text == "24/7" { return words("hours.always") }
        var result = ""
        var word = ""
        func isPunctuation(_ character: Character) -> Bool {
            ("0"..."9").contains(character) || " :-,;+".contains(character)
        }
        for character in text + ";" {
            if character.isLetter {
                word.append(character)
                continue
            }
            guard isPunctuation(character) else { return text }
            if !word.isEmpty {
                guard let known = words.ifKnown("hours.\(word)") else { return text }
                result += known
                word = ""
            }
            // A dash between hours or days is a range; a comma or semicolon separates.
            result += character == "-" ? "–" : character == "," ? ", " : String(character)
        }
        return String(result.dropLast())
    }

    /// A language's name for a code such as `ar`; any other text as it is.
    func languageName(_ code: String) -> String {
        words.ifKnown("language.\(code)") ?? code
    }
}
