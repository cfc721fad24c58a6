import TestSupport
import Testing

@testable import Wording

/// Words that reports never say about people and quarters, agreed with those who use them.
@Suite struct ForbiddenWordsTests {
    @Test(arguments: ForbiddenWords.german) func germanTextsDoWithout(_ rule: ForbiddenWords.Rule) {
        expectNone(rule, in: .german)
    }

    @Test(arguments: ForbiddenWords.english) func englishTextsDoWithout(_ rule: ForbiddenWords.Rule) {
        expectNone(rule, in: .english)
    }

    @Test func aWordIsFoundWhereItBeginsNotWhereItEnds() {
        #expect(ForbiddenWords.words("Die Auswirkung, der Ausländeranteil!").contains("auslaenderanteil"))
        #expect(!ForbiddenWords.words("Die Auswirkung").contains { $0.hasPrefix("wirkung") })
    }

    @Test func straightLinesAreGivenInMetresNeverInMinutes() {
        for language in Language.allCases {
            var looked = 0
            for entry in CatalogueTextTests.entries(language) {
                let words = ForbiddenWords.words(entry.text)
                guard words.contains(where: { $0.hasPrefix("luftlinie") || $0 == "straight" }) else { continue }
                #expect(!words.contains { $0.hasPrefix("minute") }, "\(entry.key)")
                looked += 1
            }
            #expect(looked > 10)
        }
    }

    private func expectNone(_ rule: ForbiddenWords.Rule, in language: Language) {
        for entry in CatalogueTextTests.entries(language) {
            #expect(!rule.isBroken(by: entry.text), "\(entry.key): \(rule.reason)")
        }
    }
}
