import Glibc
import Parallel
import Synchronization
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

    @Test func bothAreDoneOnceThoughAllCoresAreBusy() {
        let firsts = Atomic<Int>(0)
        let seconds = Atomic<Int>(0)
        let sums = parallelMap(500) { index in
            let (first, second) = parallelPair(
                {
                    firsts.add(1, ordering: .relaxed)
                    return index
                },
                {
                    seconds.add(1, ordering: .relaxed)
                    return 2 * index
                })
            return first + second
        }
        #expect(sums == (0..<500).map { 3 * $0 })
        #expect(firsts.load(ordering: .relaxed) == 500)
        #expect(seconds.load(ordering: .relaxed) == 500)
    }

    @Test(.enabled(if: sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1))
    func loopsInsideAPairUseTheOtherCores() {
        let (meets, ()) = parallelPair(
            {
                let arrived = Atomic<Int>(0)
                let deadline = ContinuousClock.now + .seconds(30)
                // Each step waits until the other is under way: one after the other they would not meet.
                return parallelMap(2) { _ in
                    arrived.add(1, ordering: .sequentiallyConsistent)
                    while arrived.load(ordering: .sequentiallyConsistent) < 2, ContinuousClock.now < deadline {
                        sched_yield()
                    }
                    return ContinuousClock.now < deadline
                }
            }, {})
        #expect(meets == [true, true])
    }
}
