import Features
import Testing
import Wording

@Suite struct DiagnosticTextTests {
    static let codes = DiagnosticCode.allCases.filter { "3467".contains($0.rawValue.dropFirst().prefix(1)) }

    @Test(arguments: codes) func everyCodeHasMessageAndRemedyInBothLanguages(_ code: DiagnosticCode) {
        for language in Language.allCases {
            for part in ["message", "remedy"] {
                let text = Catalogue.of(language).template("\(code.rawValue).\(part)")
                #expect(text?.isEmpty == false, "\(code.rawValue).\(part) in \(language)")
            }
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
