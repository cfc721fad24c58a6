import Foundation
import Planar
import TestSupport
import Testing

@testable import Indicators

/// Beside PySAL on maps of rates; the figures come from Scripts/fixtures/indicators/focus_areas.py.
@Suite struct FocusAreaFixtureTests {
    struct Document: Decodable {
        var permutations: Double
        var cases: [Map]
        var tests: [Double]
        var adjusted: [Double]
    }

    struct Map: Decodable, CustomTestStringConvertible {
        var name: String
        var shapes: [[[Double]]]
        var people: [Double]
        var cases: [Double]
        var queen: [[Int32]]
        var rook: [[Int32]]
        var rates: [Double]
        var scores: [Double]
        var moran: Double
        var moran_p: Double
        var local: [Double]
        var local_p: [Double]
        var quadrants: [Int]
        var star: [Double]
        var testDescription: String { name }

        var contiguity: Contiguity {
            get throws {
                Contiguity(
                    queen: try shapes.map { ring in
                        try Geometry(
                            kind: .polygon, xs: ring.map { $0[0] }, ys: ring.map { $0[1] },
                            ringEnds: [Int32(ring.count)])
                    })
            }
        }

        var keys: [UInt64] { people.indices.map { permutationKey("q\($0)") } }
    }

    static let document: Document? = {
        guard let url = Bundle.module.url(forResource: "Fixtures/focus_areas", withExtension: "json"),
            let data = try? Data(contentsOf: url)
        else { return nil }
        return try? JSONDecoder().decode(Document.self, from: data)
    }()
    static let maps = document?.cases ?? []

    @Test func theFixtureIsThere() { #expect(Self.maps.count == 4) }

    @Test(arguments: maps) func queenNeighbours(_ map: Map) throws {
        let contiguity = try map.contiguity
        for unit in map.people.indices {
            #expect(Array(contiguity.neighbours[contiguity.entries(of: unit)]) == map.queen[unit])
        }
    }

    @Test(arguments: maps) func rookNeighboursOfSquares(_ map: Map) {
        // The areas of a row have the same neighbours whether their corners were moved or not.
        // The first one has its right neighbour and the one above it.
        let width = map.rook[0][1]
        let squares = map.people.indices.map { Int32($0) }
        let contiguity = Contiguity(
            columns: squares.map { $0 % width }, rows: squares.map { $0 / width }, corners: false)
        for unit in map.people.indices {
            #expect(Array(contiguity.neighbours[contiguity.entries(of: unit)]) == map.rook[unit])
        }
    }

    @Test(arguments: maps) func empiricalBayes(_ map: Map) throws {
        let shares = try #require(EmpiricalBayes(cases: map.cases, people: map.people))
        for unit in map.people.indices {
            let (cases, people) = (map.cases[unit], map.people[unit])
            if shares.variance > 0 {
                #expect(isClose(try #require(shares.rate(cases: cases, people: people)), map.rates[unit]))
                #expect(isClose(try #require(shares.score(cases: cases, people: people)), map.scores[unit]))
            } else {
                // Defect 4: PySAL goes on with the negative variance.
                #expect(shares.rate(cases: cases, people: people) == shares.mean)
                #expect((map.rates[unit] - shares.mean) * (cases / people - shares.mean) <= 0)
            }
        }
    }

    @Test(arguments: maps) func moran(_ map: Map) throws {
        let weights = SpatialWeights(try map.contiguity, .rowStandardised)
        let result = try #require(
            GlobalPermutation(permutations: 99_999, seed: 1).test(map.scores, weights, keys: map.keys))
        #expect(isClose(result.observed, map.moran))
        #expect(isSameChance(min(result.tails.upper, result.tails.lower), map.moran_p))
        #expect(result.chance.contains(-1 / Double(map.people.count - 1)))
    }

    @Test(arguments: maps) func localMoran(_ map: Map) throws {
        let weights = SpatialWeights(try map.contiguity, .rowStandardised)
        let local = try #require(LocalMoran.values(map.scores, weights))
        let quadrants = try #require(LocalMoran.quadrants(map.scores, weights))
        let tails = ConditionalPermutation(permutations: 99_999, seed: 1).tails(map.scores, weights, keys: map.keys)
        let count = Double(map.people.count)
        for unit in map.people.indices {
            #expect(isClose(try #require(local[unit]) * (count - 1) / count, map.local[unit]))
            #expect(quadrants[unit]?.number == Double(map.quadrants[unit]))
            let tails = try #require(tails[unit])
            #expect(isSameChance(min(tails.upper, tails.lower), map.local_p[unit]), "\(unit)")
        }
    }

    @Test(arguments: maps) func getisOrd(_ map: Map) throws {
        let star = try #require(GetisOrd.values(map.scores, SpatialWeights(try map.contiguity, .binary)))
        for unit in map.people.indices { #expect(isClose(try #require(star[unit]), map.star[unit], tolerance: 1e-8)) }
    }

    @Test func falseDiscovery() throws {
        let document = try #require(Self.document)
        for (own, other) in zip(FalseDiscovery.adjusted(document.tests), document.adjusted) {
            #expect(isClose(own, other))
        }
    }

    /// Two chances drawn by different programs differ by less than five standard errors.
    private func isSameChance(_ one: Double, _ other: Double) -> Bool {
        let middle = (one + other) / 2
        return abs(one - other) <= 5 * (2 * middle * (1 - middle) / 99_999).squareRoot() + 2e-5
    }
}
