import Audit
import Testing
import Wording

@Suite("The report of an audit")
struct ReportTests {
    @Test("every code has its texts in both languages", arguments: AuditCode.allCases)
    func texts(code: AuditCode) {
        for language in Language.allCases {
            #expect(Catalogue.of(language).template(code.rawValue + ".message") != nil)
            #expect(Catalogue.of(language).template(code.rawValue + ".remedy") != nil)
        }
    }
}
