import Testing

@testable import Wording

/// Words that reports never say about people and quarters, agreed with those who use them.
@Suite struct ForbiddenWordsTests {
    /// The beginning of a word, folded, and why it is not said.
    struct Rule: CustomTestStringConvertible {
        var stem: String
        var reason: String
        var testDescription: String { stem }
    }

    static let german: [Rule] = [
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

    static let english: [Rule] = [
        Rule(stem: "foreigners", reason: "say: people with foreign citizenship"),
        Rule(stem: "migrants", reason: "say which definition is meant: citizenship, country of birth, register"),
        Rule(stem: "natives", reason: "nobody counts who is at home"),
        Rule(stem: "hotspot", reason: "say: focus area of immigration"),
        Rule(stem: "ghetto", reason: "say: focus area of immigration"),
        Rule(stem: "deficit", reason: "say what there is and what is not recorded"),
        Rule(stem: "segregation", reason: "say: spatial distribution"),
        Rule(stem: "significant", reason: "say: no reliable difference"),
    ]

    @Test(arguments: german) func germanTextsDoWithout(_ rule: Rule) {
        expectNone(rule, in: .german)
    }

    @Test(arguments: english) func englishTextsDoWithout(_ rule: Rule) {
        expectNone(rule, in: .english)
    }

    @Test func aWordIsFoundWhereItBeginsNotWhereItEnds() {
        #expect(ForbiddenWordsTests.words("Die Auswirkung, der Ausländeranteil!").contains("auslaenderanteil"))
        #expect(!ForbiddenWordsTests.words("Die Auswirkung").contains { $0.hasPrefix("wirkung") })
    }

    @Test func straightLinesAreGivenInMetresNeverInMinutes() {
        for language in Language.allCases {
            var looked = 0
            for entry in CatalogueTextTests.entries(language) {
                let words = ForbiddenWordsTests.words(entry.text)
                guard words.contains(where: { $0.hasPrefix("luftlinie") || $0 == "straight" }) else { continue }
                #expect(!words.contains { $0.hasPrefix("minute") }, "\(entry.key)")
                looked += 1
            }
            #expect(looked > 10)
        }
    }

    private func expectNone(_ rule: Rule, in language: Language) {
        for entry in CatalogueTextTests.entries(language) {
            let isFound =
                rule.stem.contains(".")
                ? entry.text.lowercased().contains(rule.stem)
                : ForbiddenWordsTests.words(entry.text).contains { $0.hasPrefix(rule.stem) }
            #expect(!isFound, "\(entry.key): \(rule.reason)")
        }
    }

    static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map { Folding.key(String($0)) }
    }
}
