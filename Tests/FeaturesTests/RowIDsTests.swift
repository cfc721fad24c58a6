import Testing

@testable import Features

@Suite struct RowIDsTests {
    @Test func rowNumbersCountFromOne() {
        let ids = RowIDs(rowNumbers: 3)
        #expect(Array(ids) == ["1", "2", "3"])
        #expect(ids.count == 3)
        #expect(ids[1] == "2")
        #expect(RowIDs(rowNumbers: 0).isEmpty)
    }

    @Test func textsStayAsTheyAre() {
        let ids = RowIDs(unique: ["b", "", "a#2"])
        #expect(Array(ids) == ["b", "", "a#2"])
        #expect(ids.indices == 0..<3)
    }
}
