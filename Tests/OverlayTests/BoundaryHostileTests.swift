import Overlay
import Planar
import TestSupport
import Testing

/// Quarters that do not fit each other, figures that are missing.
@Suite struct BoundaryHostileTests {
    private static func transfer(_ old: [Geometry], _ new: [Geometry]) throws -> BoundaryTransfer {
        let overlay = try BoundaryOverlay(old: old, new: new)
        return BoundaryTransfer(overlay, weights: overlay.areaWeights, basis: .area)
    }

    private static func exact(_ values: Double...) -> [BoundedNumber?] { values.map { BoundedNumber($0) } }

    @Test func landThatBelongedToNobodyHasNoFigure() throws {
        let old = [try rectangle(0, 0, 1_000, 1_000)]
        let transfer = try Self.transfer(old, [try rectangle(0, 0, 1_200, 1_000), try rectangle(5_000, 0, 6_000, 100)])
        #expect(transfer.continuity == [.partlyUncovered, .partlyUncovered])
        #expect(transfer.count(ofNew: 0, from: Self.exact(5)) == nil)
        #expect(transfer.share(ofNew: 0, from: Self.exact(0.5), of: Self.exact(5)) == nil)
        #expect(transfer.contributions(toNew: 1).isEmpty)
    }

    @Test func landThatIsLostTakesItsPeopleAlong() throws {
        let old = [try rectangle(0, 0, 1_000, 1_000), try rectangle(1_000, 0, 2_000, 1_000)]
        let transfer = try Self.transfer(old, [try rectangle(0, 0, 800, 1_000)])
        #expect(isClose(transfer.lost[0], 0.2) && transfer.lost[1] == 1)
        let count = try #require(transfer.count(ofNew: 0, from: Self.exact(100, 50)))
        #expect(isClose(count.value, 80) && count.lower == 0 && count.upper == 100)
        #expect(isClose(count.value + 100 * transfer.lost[0] + 50 * transfer.lost[1], 150))
    }

    @Test func landThatTwoClaimIsTheFirstOnes() throws {
        let old = [try rectangle(0, 0, 600, 1_000), try rectangle(400, 0, 1_000, 1_000)]
        let transfer = try Self.transfer(old, [try rectangle(0, 0, 500, 1_000), try rectangle(500, 0, 1_000, 1_000)])
        // The second has 600…1 000, wholly in the second new one.
        let count = try #require(transfer.count(ofNew: 1, from: Self.exact(60, 40)))
        #expect(isClose(count.value, 10 + 40) && count.lower == 40 && count.upper == 100)
    }

    @Test func emptyAndTinyQuartersEndNothing() throws {
        let empty = Geometry(emptyOf: .polygon)
        #expect(try Self.transfer([], []).continuity.isEmpty)
        #expect(try Self.transfer([empty], [empty]).continuity == [.partlyUncovered])
        #expect(try Self.transfer([], [try rectangle(0, 0, 9, 9)]).continuity == [.partlyUncovered])
        let square = try rectangle(0, 0, 1_000, 1_000)
        let transfer = try Self.transfer([empty, square], [square, empty])
        #expect(transfer.continuity == [.same(old: 1), .partlyUncovered])
        #expect(transfer.count(ofNew: 0, from: [nil, BoundedNumber(3)]) == BoundedNumber(3))
        // A quarter that is narrower than a sliver is not lost.
        let alley = try rectangle(1_000, 0, 1_004, 1_000)
        #expect(try Self.transfer([square, alley], [square, alley]).continuity == [.same(old: 0), .same(old: 1)])
        #expect(try Self.transfer([square], [square]).count(ofNew: 7, from: Self.exact(1)) == nil)
    }

    @Test func islandsBelongToTheirQuarter() throws {
        let parts = [try rectangle(0, 0, 500, 500), try rectangle(5_000, 0, 5_400, 400)]
        let withIsland = try Geometry(joining: parts)
        let transfer = try Self.transfer([withIsland], [parts[0], parts[1]])
        let count = try #require(transfer.count(ofNew: 1, from: Self.exact(410)))
        #expect(isClose(count.value, 160) && count.lower == 0 && count.upper == 410)
        #expect(try Self.transfer(parts, [withIsland]).count(ofNew: 0, from: Self.exact(3, 4)) == BoundedNumber(7))
        // A hole that another quarter fills.
        let ring = try polygon([0, 0, 900, 0, 900, 900, 0, 900], [300, 300, 300, 600, 600, 600, 600, 300])
        let hole = try rectangle(300, 300, 600, 600)
        #expect(try Self.transfer([ring, hole], [hole, ring]).continuity == [.same(old: 1), .same(old: 0)])
    }

    @Test func missingFiguresGiveNone() throws {
        let old = [try rectangle(0, 0, 500, 1_000), try rectangle(500, 0, 1_000, 1_000)]
        let transfer = try Self.transfer(old, [try rectangle(0, 0, 1_000, 1_000)])
        #expect(transfer.count(ofNew: 0, from: [BoundedNumber(1), nil]) == nil)
        #expect(transfer.count(ofNew: 0, from: [BoundedNumber(1)]) == nil)
        #expect(transfer.share(ofNew: 0, from: [BoundedNumber(0.5), nil], of: Self.exact(9, 9)) == nil)
        #expect(transfer.share(ofNew: 0, from: Self.exact(0.5, 0.5), of: [BoundedNumber(9), nil]) == nil)
        // A quarter without residents has no share, and needs none.
        #expect(transfer.share(ofNew: 0, from: [BoundedNumber(0.5), nil], of: Self.exact(9, 0)) == BoundedNumber(0.5))
        #expect(transfer.share(ofNew: 0, from: [nil, nil], of: Self.exact(0, 0)) == nil)
        // What is no share is not taken for one.
        #expect(transfer.share(ofNew: 0, from: Self.exact(1.5, 0.5), of: Self.exact(9, 9)) == nil)
    }

    @Test func weightsThatSayNothingGiveWayToArea() throws {
        let old = [try rectangle(0, 0, 1_000, 1_000), try rectangle(1_000, 0, 2_000, 1_000)]
        let new = [try rectangle(0, 0, 750, 1_000), try rectangle(750, 0, 2_000, 1_000)]
        let overlay = try BoundaryOverlay(old: old, new: new)
        for weights in [[], [0, 0, 5], [.nan, 1, 5], [-1, 2, 5], [.infinity, 1, 1]] as [[Double]] {
            let transfer = BoundaryTransfer(overlay, weights: weights, basis: .residents)
            #expect(transfer.count(ofNew: 0, from: Self.exact(100, 10))?.value == 75)
            #expect(transfer.basis == [.area, .area])
        }
        // Nobody lives in the west of the first quarter.
        let east = BoundaryTransfer(
            overlay, weights: overlay.weights(ofPeople: [7], xs: [900], ys: [500]), basis: .residents)
        #expect(east.count(ofNew: 0, from: Self.exact(100, 10)) == BoundedNumber(0, upper: 100))
        #expect(east.basis == [.residents, .residents])
        // A quarter whose residents are hidden.
        let hidden = BoundaryTransfer(
            overlay, weights: overlay.weights(ofQuarters: [nil, 60]), basis: .quarterResidents)
        #expect(hidden.basis == [.area, .area])
    }
}
