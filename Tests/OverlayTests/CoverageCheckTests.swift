import Overlay
import Planar
import TestSupport
import Testing
import Topology

@Suite struct CoverageCheckTests {
    static func faults(_ quarters: [Geometry], least: Double = 1) throws -> [CoverageFault] {
        try CoverageCheck.faults(quarters: quarters, minimumSquareMetres: least)
    }

    // MARK: - Clean coverages

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func aCleanCoverageHasNoFaults(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        #expect(
            try CoverageCheckTests.faults(randomCoverage(columns: 5, rows: 4, spacing: 500, using: &generator)) == [])
    }

    @Test func anIslandQuarterFillsTheHoleOfAnother() throws {
        let ring = try polygon([0, 0, 1_000, 0, 1_000, 1_000, 0, 1_000], [200, 200, 200, 800, 800, 800, 800, 200])
        #expect(try CoverageCheckTests.faults([ring, rectangle(200, 200, 800, 800)]) == [])
    }

    @Test func aTownInSeveralPartsHasNoFaults() throws {
        let parts = try Geometry(joining: [rectangle(0, 0, 100, 100), rectangle(500, 500, 600, 600)])
        #expect(try CoverageCheckTests.faults([parts, rectangle(100, 0, 200, 100)]) == [])
    }

    @Test func oneQuarterAndNoneHaveNoFaults() throws {
        #expect(try CoverageCheckTests.faults([rectangle(0, 0, 100, 100)]) == [])
        #expect(try CoverageCheckTests.faults([]) == [])
    }

    @Test func quartersThatTouchAtACornerDoNotOverlap() throws {
        #expect(try CoverageCheckTests.faults([rectangle(0, 0, 100, 100), rectangle(100, 100, 200, 200)]) == [])
    }

    // MARK: - Overlaps

    @Test func anOverlapNamesBothQuarters() throws {
        let faults = try CoverageCheckTests.faults([
            rectangle(0, 0, 100, 100), rectangle(300, 0, 400, 100), rectangle(90, 0, 200, 100),
        ])
        #expect(faults.map(\.kind) == [.overlap(0, 2)])
        #expect(faults.map(\.squareMetres) == [1_000])
        #expect(faults.first?.geometry.envelope == Envelope(minX: 90, minY: 0, maxX: 100, maxY: 100))
    }

    @Test func aQuarterInsideAnotherOverlapsAsAWhole() throws {
        let faults = try CoverageCheckTests.faults([rectangle(0, 0, 100, 100), rectangle(10, 10, 20, 20)])
        #expect(faults.map(\.kind) == [.overlap(0, 1)])
        #expect(faults.map(\.squareMetres) == [100])
    }

    @Test func everyPairOfAnOverlapIsReportedInOrder() throws {
        let square = try rectangle(0, 0, 10, 10)
        let faults = try CoverageCheckTests.faults([square, square, square])
        #expect(faults.map(\.kind) == [.overlap(0, 1), .overlap(0, 2), .overlap(1, 2)])
    }

    @Test func smallFaultsAreLeftOut() throws {
        let quarters = [try rectangle(0, 0, 100, 100), try rectangle(99.99, 0, 200, 100)]
        #expect(try CoverageCheckTests.faults(quarters, least: 0.5).map(\.kind) == [.overlap(0, 1)])
        #expect(try CoverageCheckTests.faults(quarters, least: 2) == [])
    }

    // MARK: - Gaps

    @Test func aHoleBetweenQuartersIsAGap() throws {
        // Four quarters around a square of 20 m in the middle.
        let faults = try CoverageCheckTests.faults([
            rectangle(0, 0, 60, 40), rectangle(60, 0, 100, 60), rectangle(40, 60, 100, 100), rectangle(0, 40, 40, 100),
        ])
        #expect(faults.map(\.kind) == [.gap])
        #expect(faults.first.map { isClose($0.squareMetres, 400, tolerance: 1e-6) } == true)
        #expect(faults.first?.geometry.envelope == Envelope(minX: 40, minY: 40, maxX: 60, maxY: 60))
    }

    @Test func aGapAroundAnIslandQuarterDoesNotCountTheIsland() throws {
        let ring = try polygon([0, 0, 1_000, 0, 1_000, 1_000, 0, 1_000], [200, 200, 200, 800, 800, 800, 800, 200])
        let faults = try CoverageCheckTests.faults([ring, rectangle(400, 400, 600, 600)])
        #expect(faults.map(\.kind) == [.gap])
        #expect(faults.first.map { isClose($0.squareMetres, 600 * 600 - 200 * 200, tolerance: 1e-6) } == true)
    }

    @Test func aNarrowGapInsideIsAGapNotASliver() throws {
        // A slit of half a metre that does not reach the outline.
        let west = try polygon([0, 0, 100, 0, 100, 20, 99.5, 20, 99.5, 80, 100, 80, 100, 100, 0, 100])
        let faults = try CoverageCheckTests.faults([west, rectangle(100, 0, 200, 100)])
        #expect(faults.map(\.kind) == [.gap])
        #expect(faults.first.map { isClose($0.squareMetres, 30, tolerance: 1e-6) } == true)
    }

    @Test func theOrderOfQuartersDoesNotChangeWhatIsFound() throws {
        var generator = SeededGenerator(seed: 3)
        var quarters = try randomCoverage(columns: 5, rows: 5, spacing: 500, using: &generator)
        // Two inner quarters go missing.
        quarters.remove(at: 18)
        quarters.remove(at: 6)
        let plain = try CoverageCheckTests.faults(quarters)
        #expect(plain.map(\.kind) == [.gap, .gap])
        let shuffled = try CoverageCheckTests.faults(quarters.shuffled(using: &generator))
        #expect(shuffled.map(\.kind) == [.gap, .gap])
        for (left, right) in zip(plain, shuffled) { #expect(isClose(left.squareMetres, right.squareMetres)) }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func aMissingInnerQuarterIsAGapOfItsSize(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var quarters = try randomCoverage(columns: 4, rows: 4, spacing: 500, using: &generator)
        let missing = quarters.remove(at: 5)
        let faults = try CoverageCheckTests.faults(quarters)
        #expect(faults.map(\.kind) == [.gap])
        #expect(faults.first.map { isClose($0.squareMetres, missing.area, tolerance: 1e-6) } == true)
    }

    // MARK: - Slivers

    @Test func aNarrowStripOpenToTheOutsideIsASliver() throws {
        let faults = try CoverageCheckTests.faults([rectangle(0, 0, 100, 100), rectangle(101, 0, 200, 100)])
        #expect(faults.map(\.kind) == [.sliver])
        #expect(faults.first.map { isClose($0.squareMetres, 100, tolerance: 1e-3) } == true)
        #expect(faults.first.map { $0.geometry.envelope.minX >= 99.9 && $0.geometry.envelope.maxX <= 101.1 } == true)
    }

    @Test func aNarrowNotchInOneQuartersOwnOutlineIsNoFault() throws {
        let notched = try polygon([0, 0, 100, 0, 100, 50, 40, 50, 40, 51, 100, 51, 100, 100, 0, 100])
        #expect(try CoverageCheckTests.faults([notched]) == [])
        // The same notch closed by a neighbour is land between two quarters.
        let faults = try CoverageCheckTests.faults([notched, rectangle(100, 0, 200, 100)])
        #expect(faults.map(\.kind) == [.gap])
        #expect(faults.first.map { isClose($0.squareMetres, 60, tolerance: 1e-3) } == true)
    }

    @Test func aStreetBetweenTwoPartsOfATownIsNoSliver() throws {
        // Wider than the width of a sliver.
        #expect(try CoverageCheckTests.faults([rectangle(0, 0, 100, 100), rectangle(105, 0, 200, 100)]) == [])
    }

    @Test func aBayInTheOutlineIsNoSliver() throws {
        let bay = try polygon([0, 0, 300, 0, 300, 300, 200, 300, 200, 100, 100, 100, 100, 300, 0, 300])
        #expect(try CoverageCheckTests.faults([bay]) == [])
    }

    @Test func sharpCornersOfTheOutlineAreNoSlivers() throws {
        let spear = try polygon([0, 0, 1_000, 20, 0, 40])
        let notch = try polygon([0, 0, 100, 0, 100, 100, 50, 20, 0, 100])
        #expect(try CoverageCheckTests.faults([spear]) == [])
        #expect(try CoverageCheckTests.faults([notch], least: 5) == [])
    }

    @Test func kindsComeInOrder() throws {
        let faults = try CoverageCheckTests.faults([
            // A sliver between the first two, far away from an overlap and a gap.
            rectangle(0, 0, 100, 100), rectangle(101, 0, 200, 100),
            polygon([500, 0, 600, 0, 600, 100, 500, 100], [540, 40, 540, 60, 560, 60, 560, 40]),
            rectangle(590, 0, 700, 100),
        ])
        #expect(faults.map(\.kind) == [.overlap(2, 3), .gap, .sliver])
    }
}
