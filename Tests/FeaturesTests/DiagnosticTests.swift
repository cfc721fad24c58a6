import Features
import Testing
import Wording

@Suite struct DiagnosticTests {
    @Test func namesAreWords() {
        #expect(DiagnosticCode.ringNotClosed.name == "ring-not-closed")
        #expect(DiagnosticCode.notUTF8.name == "not-utf8")
    }
}
