internal import Wording

/// Guesses whether a running text names a person or says how to reach one. On the safe side: what seems to is not shown
/// in public before somebody has looked at it.
public enum PersonalDetail {
    /// The words that seem to name a person, for a message; nil where none do.
    public static func found(in text: String) -> String? {
        title(in: text) ?? address(in: text) ?? telephone(in: text)
    }

    /// „Frau Yılmaz“, „Herr Dr. Beispiel“: a form of address with a name behind it.
    private static func title(in text: String) -> String? {
        let words = text.split { $0.isWhitespace || "()[]„“”\"»«,;:/".contains($0) }
        for (word, next) in zip(words, words.dropFirst()) {
            guard titles.contains(Folding.key(String(word))), let first = next.first, first.isUppercase else {
                continue
            }
            return "\(word) \(next)"
        }
        return nil
    }

    private static let titles: Set<String> = ["frau", "herr", "herrn", "mr", "mrs", "ms", "familie", "eheleute"]

    private static func address(in text: String) -> String? {
        let words = text.split { $0.isWhitespace || "()<>[],;".contains($0) }
        return words.first { word in
            guard let sign = word.firstIndex(of: "@"), sign != word.startIndex else { return false }
            return word[word.index(after: sign)...].contains(".")
        }.map(String.init)
    }

    /// Seven digits or more in a row, with the signs between them that telephone numbers have; days are no such number.
    private static func telephone(in text: String) -> String? {
        var run = ""
        var runs: [String] = []
        for character in text {
            if character.isASCII, character.isNumber || " /-+()".contains(character) {
                run.append(character)
            } else {
                runs.append(run)
                run = ""
            }
        }
        runs.append(run)
        return runs.first { run in
            // `2024-05-11` and `2023/2024` are days and years, so are lists of them.
            let parts = run.split { !$0.isNumber }
            let groups = run.split(whereSeparator: \.isWhitespace)
            let isDays = groups.allSatisfy { group in
                let numbers = group.split { !$0.isNumber }
                return numbers.allSatisfy { $0.count <= 4 } && (numbers.first?.count == 4 || numbers.count < 2)
                    && !group.hasPrefix("0") && !group.hasPrefix("+") && !group.hasPrefix("(")
            }
            return !isDays && parts.reduce(0) { $0 + $1.count } >= 7
        }.map { String($0.drop(while: \.isWhitespace)) }
    }
}
