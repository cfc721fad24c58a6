import Testing
import Wording

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
        ("langauge", "language", 1), ("größe", "groesse", 4), ("a", "b", 1),
    ]) func editDistances(_ left: String, _ right: String, _ distance: Int) {
        #expect(editDistance(Array(left), Array(right)) == distance)
        #expect(editDistance(Array(right), Array(left)) == distance)
    }

    @Test func distanceIsAtMostTheLongerWordAndAtLeastTheDifference() {
        var state: UInt64 = 7
        func word() -> [Character] {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var bits = state >> 20
            return (0..<Int(bits % 9)).map { _ in
                bits /= 3
                return ["a", "b", "c"][Int(bits % 3)]
            }
        }
        for _ in 0..<500 {
            let (left, right) = (word(), word())
            let distance = editDistance(left, right)
            #expect(distance <= max(left.count, right.count))
            #expect(distance >= abs(left.count - right.count))
            #expect((distance == 0) == (left == right))
        }
    }

    @Test func nearestWordIsFound() {
        let keys = ["kind", "file", "crs", "source", "columns", "category", "defaults"]
        #expect(closest(to: "colums", among: keys) == "columns")
        #expect(closest(to: "Category", among: keys) == "category")
        #expect(closest(to: "fiel", among: keys) == "file")
        #expect(closest(to: "zebra", among: keys) == nil)
        #expect(closest(to: "", among: keys) == nil)
        #expect(closest(to: "file", among: [String]()) == nil)
        #expect(closest(to: "x", among: ["y"]) == nil)
    }

    @Test func equallyNearWordsAreTakenInAlphabeticalOrder() {
        #expect(closest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
        #expect(closest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    }

    @Test func longWordsAreNotCompared() {
        let long = String(repeating: "a", count: 200_000)
        #expect(closest(to: long, among: [long + "b"]) == nil)
        #expect(closest(to: "aaa", among: [long]) == nil)
    }

    @Test func hintsNameTheSuggestionAndWhatIsAllowed() {
        #expect(
            hint(for: "fiel", among: ["kind", "file"])
                == ["hint": "did_you_mean", "suggestion": "file", "allowed": "kind, file"])
        #expect(hint(for: "zebra", among: ["kind", "file"]) == ["hint": "allowed", "allowed": "kind, file"])
    }
}
