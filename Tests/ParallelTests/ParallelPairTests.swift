import Parallel
import Testing

@Suite struct ParallelPairTests {
    enum Refusal: Error, Equatable {
        case first, second
    }

    @Test func bothResultsComeInOrderWhateverTheirTypes() {
        let (number, text) = parallelPair({ 7 }, { "seven" })
        #expect(number == 7)
        #expect(text == "seven")
    }

    @Test func aResultMayBeAbsent() {
        let (none, some) = parallelPair({ () -> Int? in nil }, { () -> Int? in 1 })
        #expect(none == nil)
        #expect(some == 1)
    }

    @Test(arguments: [(true, true, Refusal.first), (true, false, .first), (false, true, .second)])
    func theErrorOfTheFirstCounts(_ firstFails: Bool, _ secondFails: Bool, _ expected: Refusal) {
        #expect(throws: expected) {
            try parallelPair(
                { () throws(Refusal) in if firstFails { throw .first } },
                { () throws(Refusal) in if secondFails { throw .second } })
        }
    }

    @Test func pairsMayBeNested() {
        let ((one, two), (three, four)) = parallelPair({ parallelPair({ 1 }, { 2 }) }, { parallelPair({ 3 }, { 4 }) })
        #expect([one, two, three, four] == [1, 2, 3, 4])
    }
}
