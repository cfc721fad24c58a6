public import Testing
internal import Wording

/// Words that texts for people never say about people and quarters, agreed with those who use them.
public enum ForbiddenWords {
    /// The beginning of a word, folded, and why it is not said.
    public struct Rule: Sendable, CustomTestStringConvertible {
        /// The beginning of the word, folded.
        public var stem: String
        /// What to say instead, or why it is not said.
        public var reason: String
        /// How test reports name the rule.
        public var testDescription: String { stem }

        /// Whether a text uses the word.
        public func isBroken(by text: String) -> Bool {
            stem.contains(".")
                ? text.lowercased().contains(stem)
                : ForbiddenWords.words(text).contains { $0.hasPrefix(stem) }
        }
    }

    /// What is not said in German.
    public static let german: [Rule] = [
        Rule(stem: "auslaenderanteil", reason: "say: Anteil der Menschen mit ausländischer Staatsangehörigkeit"),
        Rule(stem: "auslaenderquote", reason: "say: Anteil der Menschen mit ausländischer Staatsangehörigkeit"),
        Rule(stem: "migranten", reason: "say which definition is meant: citizenship, country of birth, register"),
        Rule(stem: "fluechtling", reason: "say: Geflüchtete, and only from a source on legal status"),
        Rule(stem: "einheimisch", reason: "nobody counts who is at home"),
        Rule(stem: "brennpunkt", reason: "say: Schwerpunktbereich der Zuwanderung"),
        Rule(stem: "hotspot", reason: "say: Schwerpunktbereich der Zuwanderung"),
        Rule(stem: "cluster", reason: "say: Schwerpunktbereich der Zuwanderung"),
        Rule(stem: "problemquartier", reason: "a quarter is not a problem"),
        Rule(stem: "problemviertel", reason: "a quarter is not a problem"),
        Rule(stem: "defizit", reason: "say what there is and what is not recorded"),
        Rule(stem: "versagen", reason: "reports do not judge"),
        Rule(stem: "verfehlt", reason: "say: unter dem Ziel der Stadt"),
        Rule(stem: "segregation", reason: "say: Räumliche Verteilung"),
        Rule(stem: "isolation", reason: "say: Rechnerische Nachbarschaft"),
        Rule(stem: "umziehen", reason: "the index of dissimilarity does not tell anybody to move"),
        Rule(stem: "wirkung", reason: "say: Veränderung und bekannte Gründe"),
        Rule(stem: "signifikant", reason: "say: kein belastbarer Unterschied"),
        Rule(stem: "vorhanden", reason: "what is not recorded may be there: say erfasst"),
        Rule(stem: "k. a.", reason: "say: nicht erfasst"),
    ]

    /// What is not said in English.
    public static let english: [Rule] = [
        Rule(stem: "foreigners", reason: "say: people with foreign citizenship"),
        Rule(stem: "migrants", reason: "say which definition is meant: citizenship, country of birth, register"),
        Rule(stem: "natives", reason: "nobody counts who is at home"),
        Rule(stem: "hotspot", reason: "say: focus area of immigration"),
        Rule(stem: "ghetto", reason: "say: focus area of immigration"),
        Rule(stem: "deficit", reason: "say what there is and what is not recorded"),
        Rule(stem: "segregation", reason: "say: spatial distribution"),
        Rule(stem: "significant", reason: "say: no reliable difference"),
    ]

    /// The words of a text, folded.
    public static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map { Folding.key(String($0)) }
    }
}
