import Testing

@testable import Wording

/// What holds for every text of both catalogues. They are looked at as they stand in the source, since the parser lets
/// a later line replace an earlier one with the same key.
@Suite struct CatalogueTextTests {
    /// A line of a catalogue, with the lines that continue it.
    struct Entry {
        var key: String
        var text: String
    }

    static func source(_ language: Language) -> String {
        switch language {
        case .german: germanTexts
        case .english: englishTexts
        }
    }

    static func entries(_ language: Language) -> [Entry] {
        var entries: [Entry] = []
        for line in source(language).split(separator: "\n") where line.first != "#" {
            if line.first == " " {
                if !entries.isEmpty { entries[entries.count - 1].text += " " + line.drop { $0 == " " } }
            } else if let equals = line.firstRange(of: " = ") {
                entries.append(Entry(key: String(line[..<equals.lowerBound]), text: String(line[equals.upperBound...])))
            }
        }
        return entries
    }

    /// The names in braces, each as often as it occurs.
    static func placeholders(_ template: String) -> [String] {
        template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "}" })
        }
    }

    @Test(arguments: Language.allCases) func noKeyStandsTwice(_ language: Language) {
        var seen: Set<String> = []
        let repeated = CatalogueTextTests.entries(language).map(\.key).filter { !seen.insert($0).inserted }
        #expect(repeated.isEmpty)
    }

    @Test(arguments: Language.allCases) func theCatalogueHoldsExactlyTheLinesOfTheSource(_ language: Language) {
        let entries = CatalogueTextTests.entries(language)
        #expect(Catalogue.of(language).keys == Set(entries.map(\.key)).sorted())
        #expect(Catalogue.of(language).language == language)
        for entry in entries { #expect(Catalogue.of(language).template(entry.key) == entry.text, "\(entry.key)") }
    }

    @Test(arguments: Language.allCases) func everyLineIsACommentAnEntryOrAContinuation(_ language: Language) {
        var isAfterEntry = false
        for line in CatalogueTextTests.source(language).split(separator: "\n") {
            if line.first == "#" { continue }
            if line.first == " " {
                #expect(isAfterEntry, "\(line)")
            } else {
                #expect(line.contains(" = "), "\(line)")
                isAfterEntry = true
            }
        }
    }

    @Test(arguments: Language.allCases) func textsAreNotEmptyAndHaveNoStraySpaces(_ language: Language) {
        for entry in CatalogueTextTests.entries(language) {
            #expect(!entry.text.isEmpty, "\(entry.key)")
            #expect(entry.text.first != " " && entry.text.last != " ", "\(entry.key)")
            #expect(!entry.text.contains("  "), "\(entry.key)")
            #expect(!entry.text.unicodeScalars.contains { $0.value < 0x20 }, "\(entry.key)")
        }
    }

    @Test(arguments: Language.allCases) func keysAreWordsJoinedByPoints(_ language: Language) {
        for entry in CatalogueTextTests.entries(language) {
            let words = entry.key.split(separator: ".", omittingEmptySubsequences: false)
            #expect(words.count >= 2, "\(entry.key)")
            #expect(
                words.allSatisfy {
                    !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
                }, "\(entry.key)")
        }
    }

    @Test(arguments: Language.allCases) func bracesOpenAndCloseAroundNames(_ language: Language) {
        for entry in CatalogueTextTests.entries(language) {
            let names = CatalogueTextTests.placeholders(entry.text)
            #expect(entry.text.count { $0 == "}" } == names.count, "\(entry.key)")
            for name in names {
                let word = name.hasSuffix(".*") ? name.dropLast(2) : name[...]
                #expect(
                    !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") },
                    "\(entry.key): {\(name)}")
            }
        }
    }

    @Test(arguments: Language.allCases) func wordsOfTheLanguageThatTemplatesAskForExist(_ language: Language) {
        let keys = CatalogueTextTests.entries(language).map(\.key)
        for entry in CatalogueTextTests.entries(language) {
            for name in CatalogueTextTests.placeholders(entry.text) where name.hasSuffix(".*") {
                #expect(keys.contains { $0.hasPrefix(name.dropLast()) }, "\(entry.key) asks for \(name)")
            }
        }
    }

    @Test func germanTextsUseGermanQuotationMarks() {
        // Straight marks stay where a text shows how to write something in the project file: crs: "EPSG:25832".
        for entry in CatalogueTextTests.entries(.german) where entry.text.contains("\"") {
            #expect(entry.text.contains(": \"") || entry.text.contains("=\""), "\(entry.key): \(entry.text)")
        }
        for entry in CatalogueTextTests.entries(.german) {
            #expect(entry.text.count { $0 == "„" } == entry.text.count { $0 == "“" }, "\(entry.key)")
        }
    }
}
