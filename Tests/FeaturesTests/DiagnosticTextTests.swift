import Features
import Testing
import Wording

@Suite struct DiagnosticTextTests {
    @Test(arguments: DiagnosticCode.allCases)
    func everyCodeHasMessageAndRemedyInBothLanguages(_ code: DiagnosticCode) {
        for language in Language.allCases {
            for part in ["message", "remedy"] {
                let text = Catalogue.of(language).template("\(code.rawValue).\(part)")
                #expect(text?.isEmpty == false, "\(code.rawValue).\(part) in \(language)")
            }
        }
    }

    @Test(arguments: Language.allCases) func everyTextOfACodeHasItsCode(_ language: Language) {
        let codes = Set(DiagnosticCode.allCases.map(\.rawValue))
        for key in Catalogue.of(language).keys where key.first == "Q" {
            let parts = key.split(separator: ".").map(String.init)
            #expect(parts.count == 2 && codes.contains(parts[0]), "\(key)")
            #expect(parts.last == "message" || parts.last == "remedy", "\(key)")
        }
    }

    @Test(arguments: Language.allCases) func messagesAndRemediesAreSentences(_ language: Language) {
        for code in DiagnosticCode.allCases {
            for part in ["message", "remedy"] {
                guard let text = Catalogue.of(language).template("\(code.rawValue).\(part)"), let last = text.last
                else {
                    continue
                }
                #expect(".?!}".contains(last) || text.hasSuffix(":00."), "\(code.rawValue).\(part)")
            }
        }
    }

    @Test(arguments: Language.allCases) func severitiesHaveNames(_ language: Language) {
        for severity in Severity.allCases {
            #expect(Catalogue.of(language).template("severity.\(severity.rawValue)") != nil)
        }
    }

    @Test func municipalKeyDefectsHaveTexts() {
        for language in Language.allCases {
            for defect in MunicipalKey.Defect.allCases {
                #expect(Catalogue.of(language).template("reason.key_\(defect.rawValue)") != nil)
            }
        }
    }
}
