import Overlay
import Planar
import TestSupport
import Testing

/// Figures of quarters whose boundaries changed.
@Suite struct BoundaryTransferTests {
    private static func transfer(_ old: [Geometry], _ new: [Geometry]) throws -> BoundaryTransfer {
        let overlay = try BoundaryOverlay(old: old, new: new)
        return BoundaryTransfer(overlay, weights: overlay.areaWeights, basis: .area)
    }

    private static func exact(_ values: [Double]) -> [BoundedNumber?] { values.map { BoundedNumber($0) } }

    /// The worked example of Documentation/Boundaries.md: Altstadt and Hafen give a strip to the new quarter Mitte, Süd stays.
    @Test func theExampleOfTheMethodSheet() throws {
        let old = [
            try rectangle(0, 0, 1_000, 1_000), try rectangle(1_000, 0, 1_500, 1_000),
            try rectangle(0, -500, 1_500, 0),
        ]
        let new = [
            try rectangle(0, 0, 750, 1_000), try rectangle(750, 0, 1_500, 1_000), try rectangle(0, -500, 1_500, 0),
        ]
        let transfer = try Self.transfer(old, new)
        #expect(transfer.continuity == [.redrawn, .redrawn, .same(old: 2)])
        let people = Self.exact([1_200, 400, 900])
        #expect(transfer.count(ofNew: 0, from: people) == BoundedNumber(900, lower: 0, upper: 1_200))
        #expect(transfer.count(ofNew: 1, from: people) == BoundedNumber(700, lower: 400, upper: 1_600))
        #expect(transfer.count(ofNew: 2, from: people) == BoundedNumber(900))

        let share = try #require(transfer.share(ofNew: 1, from: Self.exact([0.25, 0.75, 0.5]), of: people))
        // (300·0.25 + 400·0.75) / 700; 300 of 400 + 900 without; 300 + 300 of 400 + 300 with.
        #expect(isClose(share.value, 375 / 700))
        #expect(isClose(share.lower, 300 / 1_300))
        #expect(isClose(share.upper, 600 / 700))
        #expect(transfer.share(ofNew: 2, from: Self.exact([0.25, 0.75, 0.5]), of: people) == BoundedNumber(0.5))

        // By the residents of today: 500 in Altstadt's new quarter, 1 100 in Mitte, two thirds of whose land was Altstadt's
        // neighbour's.
        let overlay = try BoundaryOverlay(old: old, new: new)
        let today = BoundaryTransfer(
            overlay, weights: overlay.weights(ofQuarters: [500, 1_100, 900]), basis: .quarterResidents)
        let count = try #require(today.count(ofNew: 0, from: people))
        // Altstadt is divided 500 : 1 100/3.
        #expect(isClose(count.value, 1_200 * 500 / (500 + 1_100.0 / 3)))
        #expect(count.lower == 0 && count.upper == 1_200)
        #expect(today.basis == [.quarterResidents, .quarterResidents, .quarterResidents])
    }

    @Test func nothingChangedIsTheSame() throws {
        var generator = SeededGenerator(seed: 1)
        let quarters = try randomCoverage(columns: 4, rows: 4, spacing: 500, using: &generator)
        let transfer = try Self.transfer(quarters, quarters)
        let people = (0..<16).map { BoundedNumber(Double($0 * 37 + 5), lower: Double($0 * 30), upper: 700) }
        let shares = (0..<16).map { BoundedNumber(Double($0) / 20, lower: Double($0) / 40, upper: 0.9) }
        for quarter in quarters.indices {
            #expect(transfer.continuity[quarter] == .same(old: quarter))
            #expect(transfer.count(ofNew: quarter, from: people) == people[quarter])
            let share = try #require(transfer.share(ofNew: quarter, from: shares, of: people))
            #expect(isClose(share.value, shares[quarter].value))
            #expect(isClose(share.lower, shares[quarter].lower) && isClose(share.upper, shares[quarter].upper))
        }
        // In another order, under other ids.
        let turned = try Self.transfer(quarters, quarters.reversed())
        #expect(turned.continuity == (0..<16).reversed().map { .same(old: $0) })
    }

    @Test func linesThatAreDrawnAgainAreNoChange() throws {
        let old = [try rectangle(0, 0, 500, 1_000), try rectangle(500, 0, 1_000, 1_000)]
        let shifted = [try rectangle(-3, 2, 508, 1_004), try rectangle(508, 2, 996, 1_004)]
        #expect(try Self.transfer(old, shifted).continuity == [.same(old: 0), .same(old: 1)])
        let moved = [try rectangle(0, 0, 512, 1_000), try rectangle(512, 0, 1_000, 1_000)]
        #expect(try Self.transfer(old, moved).continuity == [.redrawn, .redrawn])
        // A strip that is narrow only at one end has room for a house.
        let oblique = try [
            polygon([0, 0, 500, 0, 530, 1_000, 0, 1_000]), polygon([500, 0, 1_000, 0, 1_000, 1_000, 530, 1_000]),
        ]
        #expect(try Self.transfer(old, oblique).continuity == [.redrawn, .redrawn])
    }

    @Test func mergedQuartersAreExact() throws {
        let old = [try rectangle(0, 0, 500, 1_000), try rectangle(500, 0, 1_000, 1_000)]
        let transfer = try Self.transfer(old, [try rectangle(0, 0, 1_000, 1_000)])
        #expect(transfer.continuity == [.redrawn])
        #expect(transfer.count(ofNew: 0, from: Self.exact([300, 100])) == BoundedNumber(400))
        let share = try #require(transfer.share(ofNew: 0, from: Self.exact([0.5, 0.1]), of: Self.exact([300, 100])))
        #expect(isClose(share.value, 0.4) && isClose(share.lower, 0.4) && isClose(share.upper, 0.4))
    }

    /// Points with and without a feature, counted in both sets of quarters: bounds hold the truth, and nobody is lost.
    @Test func boundsHoldTheTruthOnRandomTowns() throws {
        var generator = SeededGenerator(seed: 8)
        var redrawn = 0
        for _ in 0..<25 {
            let old = try randomCoverage(columns: 4, rows: 3, spacing: 600, using: &generator)
            let new = try randomCoverage(columns: 3, rows: 3, spacing: 800, using: &generator).map { area in
                // Only the height of the two towns differs: 1 800 m of 2 400 m.
                try area.mapPositions { _, ys in for index in ys.indices { ys[index] *= 0.75 } }
            }
            let overlay = try BoundaryOverlay(old: old, new: new)
            let xs = (0..<800).map { _ in Double.random(in: 0..<2_400, using: &generator) }
            let ys = (0..<800).map { _ in Double.random(in: 0..<1_800, using: &generator) }
            let has = xs.map { Double.random(in: 0..<2_400, using: &generator) < $0 }
            // Slivers are taken to be empty of people, so those who live in one are left out.
            let pieces = PolygonLocator(overlay.pieces.map(\.geometry)).owners(xs: xs, ys: ys)
            func counts(_ areas: [Geometry], _ isCounted: (Int) -> Bool) -> [Double] {
                let owners = PolygonLocator(areas).owners(xs: xs, ys: ys)
                var counts = [Double](repeating: 0, count: areas.count)
                for (point, owner) in owners.enumerated() where owner >= 0 && pieces[point] >= 0 && isCounted(point) {
                    counts[Int(owner)] += 1
                }
                return counts
            }
            let (people, with) = (counts(old) { _ in true }, counts(old) { has[$0] })
            let (peopleNow, withNow) = (counts(new) { _ in true }, counts(new) { has[$0] })
            let shares = zip(with, people).map { $1 > 0 ? BoundedNumber($0 / $1) : nil }
            let ones = xs.indices.map { pieces[$0] >= 0 ? 1.0 : 0 }
            for (weights, basis) in [
                (overlay.areaWeights, BoundaryTransfer.Basis.area),
                (overlay.weights(ofPeople: ones, xs: xs, ys: ys), .residents),
                (overlay.weights(ofQuarters: peopleNow), .quarterResidents),
            ] {
                let transfer = BoundaryTransfer(overlay, weights: weights, basis: basis)
                var total = 0.0
                for area in new.indices {
                    let count = try #require(transfer.count(ofNew: area, from: Self.exact(people)))
                    total += count.value
                    #expect(count.lower <= peopleNow[area] && peopleNow[area] <= count.upper)
                    guard peopleNow[area] > 0,
                        let share = transfer.share(ofNew: area, from: shares, of: Self.exact(people))
                    else { continue }
                    let truth = withNow[area] / peopleNow[area]
                    #expect(share.lower <= truth + 1e-12 && truth <= share.upper + 1e-12)
                    #expect(share.lower >= 0 && share.upper <= 1)
                    // By the people themselves the count is right.
                    if basis == .residents { #expect(isClose(count.value, peopleNow[area])) }
                    if transfer.continuity[area] == .redrawn { redrawn += 1 }
                }
                #expect(isClose(total, people.reduce(0, +)))
                #expect(transfer.lost.allSatisfy { $0 == 0 })
            }
        }
        #expect(redrawn > 300)
    }

    @Test func theOrderOfQuartersDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 5)
        let old = try randomCoverage(columns: 4, rows: 4, spacing: 500, using: &generator)
        let new = try randomCoverage(columns: 4, rows: 4, spacing: 500, using: &generator)
        let people = (0..<16).map { Double(100 + 7 * $0) }
        let transfer = try Self.transfer(old, new)
        let oldOrder = Array(0..<16).shuffled(using: &generator)
        let newOrder = Array(0..<16).shuffled(using: &generator)
        let other = try Self.transfer(oldOrder.map { old[$0] }, newOrder.map { new[$0] })
        for (place, area) in newOrder.enumerated() {
            let count = try #require(transfer.count(ofNew: area, from: Self.exact(people)))
            let again = try #require(other.count(ofNew: place, from: Self.exact(oldOrder.map { people[$0] })))
            #expect(isClose(count.value, again.value) && isClose(count.lower, again.lower))
            #expect(isClose(count.upper, again.upper))
        }
    }
}
