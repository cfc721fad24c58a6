import Foundation
import Overlay
import Planar
import TestSupport
import Testing

/// Towns whose quarters Scripts/fixtures/boundaries.py drew again, with what geopandas and scipy made of their figures.
@Suite struct BoundaryFixtureTests {
    struct Fixture: Decodable {
        struct Town: Decodable {
            let old: [[[[Double]]]]
            let new: [[[[Double]]]]
            /// Value, lower and upper bound of each earlier quarter.
            let people: [[Double]]
            let shares: [[Double]]
            /// x, y, people.
            let points: [[Double]]
            /// Earlier quarter, later quarter, m².
            let pieces: [[Double]]
            /// People and share of each later quarter.
            let by_area: [[Double]]
            let by_people: [[Double]]
            let count_bounds: [[Double]]
            let share_bounds: [[Double]]

            func overlay() throws -> BoundaryOverlay {
                try BoundaryOverlay(
                    old: GeopandasTests.Fixture.polygons(old), new: GeopandasTests.Fixture.polygons(new))
            }
        }

        let towns: [Town]

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/boundaries", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }

    private static func numbers(_ rows: [[Double]]) -> [BoundedNumber?] {
        rows.map { BoundedNumber($0[0], lower: $0[1], upper: $0[2]) }
    }

    @Test func thePiecesAreThoseOfGeopandas() throws {
        for town in try Fixture.read().towns {
            let overlay = try town.overlay()
            #expect(
                overlay.pieces.map { [Double($0.old), Double($0.new ?? -1)] } == town.pieces.map { [$0[0], $0[1]] })
            #expect(town.pieces.count > town.old.count)
            for (piece, expected) in zip(overlay.pieces, town.pieces) {
                #expect(isClose(piece.squareMetres, expected[2]))
            }
            #expect(overlay.uncovered.allSatisfy { $0 == 0 })
        }
    }

    @Test func estimatesAreThoseOfPandas() throws {
        for town in try Fixture.read().towns {
            let overlay = try town.overlay()
            let points = town.points
            let weights = [
                (overlay.areaWeights, BoundaryTransfer.Basis.area, town.by_area),
                (
                    overlay.weights(
                        ofPeople: points.map { $0[2] }, xs: points.map { $0[0] }, ys: points.map { $0[1] }),
                    .residents, town.by_people
                ),
            ]
            let (people, shares) = (Self.numbers(town.people), Self.numbers(town.shares))
            for (weights, basis, expected) in weights {
                let transfer = BoundaryTransfer(overlay, weights: weights, basis: basis)
                for new in town.new.indices {
                    let count = try #require(transfer.count(ofNew: new, from: people))
                    let share = try #require(transfer.share(ofNew: new, from: shares, of: people))
                    #expect(isClose(count.value, expected[new][0]), "\(basis) \(new)")
                    #expect(isClose(share.value, expected[new][1]), "\(basis) \(new)")
                }
            }
            #expect(town.by_area != town.by_people)
        }
    }

    /// The closed forms of the bounds are what linear programming finds over every division of the earlier quarters.
    @Test func boundsAreThoseOfLinearProgramming() throws {
        var narrow = 0
        for town in try Fixture.read().towns {
            let overlay = try town.overlay()
            let transfer = BoundaryTransfer(overlay, weights: overlay.areaWeights, basis: .area)
            let (people, shares) = (Self.numbers(town.people), Self.numbers(town.shares))
            for new in town.new.indices {
                let count = try #require(transfer.count(ofNew: new, from: people))
                let share = try #require(transfer.share(ofNew: new, from: shares, of: people))
                #expect(isClose(count.lower, town.count_bounds[new][0]))
                #expect(isClose(count.upper, town.count_bounds[new][1]))
                #expect(isClose(share.lower, town.share_bounds[new][0]), "quarter \(new)")
                #expect(isClose(share.upper, town.share_bounds[new][1]), "quarter \(new)")
                if transfer.continuity[new] == .redrawn, share.lower > 0, share.upper < 1 { narrow += 1 }
            }
        }
        #expect(narrow > 3)
    }
}
