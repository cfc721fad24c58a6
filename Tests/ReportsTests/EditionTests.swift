import Reports
import Testing

@Suite struct EditionTests {
    @Test func thereAreTwo() {
        #expect(Edition.allCases.map(\.rawValue) == ["internal", "public"])
    }
}
