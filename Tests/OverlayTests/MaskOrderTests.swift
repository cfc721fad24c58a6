import Overlay
import Planar
import TestSupport
import Testing

/// Several masks one after the other, targets of one source each, and whole persons within a limit.
@Suite struct MaskOrderTests {
    private static func sources() throws -> [Geometry] {
        try (0..<3).map { try rectangle(Double($0) * 1_000, 0, Double($0) * 1_000 + 1_000, 1_000) }
    }

    private static func targets() throws -> [Geometry] {
        try (0..<6).map { try rectangle(Double($0) * 500, 0, Double($0) * 500 + 500, 1_000) }
    }

    @Test func eachSourceIsDividedByTheFirstMaskThatShowsAnybody() throws {
        let (sources, targets) = (try Self.sources(), try Self.targets())
        // The first mask knows the first source only, the second the first two.
        let masks = [
            DensityMask.counts([30, 10, 0, 0, 0, 0], in: targets),
            DensityMask.counts([1, 1, 5, 15, 0, 0], in: targets),
        ]
        let shares = try SourceShares.dasymetric(sources: sources, targets: targets, masks: masks)
        #expect(shares.masksOfSources == [0, 1, -1] && shares.fallbackSources == [2])
        #expect(zip(shares.shares, [0.75, 0.25, 0.25, 0.75, 0.5, 0.5]).allSatisfy { isClose($0, $1) })
        // Each source is as if its mask were the only one.
        for (number, mask) in masks.enumerated() {
            let alone = try SourceShares.dasymetric(sources: sources, targets: targets, masks: [mask])
            for entry in shares.entries(ofSource: number) {
                #expect(isClose(alone.shares[entry], shares.shares[entry]))
            }
        }
        let none = try SourceShares.dasymetric(sources: sources, targets: targets, masks: [])
        #expect(none.masksOfSources == [-1, -1, -1] && none.fallbackSources == [0, 1, 2])
        #expect(try none.shares == SourceShares.areal(sources: sources, targets: targets).shares)
        #expect(try SourceShares.areal(sources: sources, targets: targets).masksOfSources.isEmpty)
    }

    @Test func ownersKeepSourcesOutOfEachOther() throws {
        // The second source lies over the second target as well, which is the first one's.
        let sources = [try rectangle(0, 0, 1_000, 1_000), try rectangle(500, 0, 2_000, 1_000)]
        let targets = Array(try Self.targets().prefix(4))
        let open = try SourceShares.areal(sources: sources, targets: targets)
        #expect(open.targets == [0, 1, 1, 2, 3])
        let owners: [Int32] = [0, 0, 1, 1]
        let mask = DensityMask.counts([1, 3, 1, 1], in: targets)
        for shares in [
            try SourceShares.areal(sources: sources, targets: targets, owners: owners),
            try SourceShares.dasymetric(sources: sources, targets: targets, masks: [mask], owners: owners),
        ] {
            #expect(shares.targets == [0, 1, 2, 3])
            let result = Disaggregation([[40, 7]], by: shares, method: .areal).counts[0]
            #expect(isClose(result[0] + result[1], 40) && isClose(result[2] + result[3], 7))
        }
        let smooth = try Disaggregation(
            pycnophylactic: [[40, 7]], sources: sources, targets: targets, owners: owners)
        #expect(isClose(smooth.counts[0][0] + smooth.counts[0][1], 40))
        #expect(isClose(smooth.counts[0][2] + smooth.counts[0][3], 7))
        // A source that owns nothing finds no place; an owner that is missing owns nothing.
        let few = try SourceShares.areal(sources: sources, targets: targets, owners: [0])
        #expect(few.unplacedSources == [1] && few.targets == [0])
    }

    @Test func wholePersonsOfAGroupStayWithinAllResidents() throws {
        let (sources, targets) = (Array(try Self.sources().prefix(1)), Array(try Self.targets().prefix(2)))
        let shares = try SourceShares.dasymetric(
            sources: sources, targets: targets, masks: [DensityMask.counts([9, 1], in: targets)])
        func counts(_ limit: [Double]?, _ rounding: Disaggregation.Rounding = .wholePersons) -> [Double] {
            Disaggregation([[10]], by: shares, method: .dasymetric, rounding: rounding, limit: limit).counts[0]
        }
        #expect(counts(nil) == [9, 1])
        #expect(counts([6, 20]) == [6, 4])
        // Without room for all, nobody is lost.
        #expect(counts([3, 3]) == [9, 1])
        #expect(counts([6, 20], .none).map { $0.rounded() } == [9, 1])
    }
}
