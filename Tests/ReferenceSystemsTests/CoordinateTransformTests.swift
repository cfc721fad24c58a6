import TestSupport
import Testing

@testable import ReferenceSystems

@Suite("Transforms of positions")
struct CoordinateTransformTests {
    /// A transform between two codes.
    private func transform(_ from: String, _ to: String) throws -> CoordinateTransform {
        try CoordinateTransform(from: CoordinateReferenceSystem(from), to: CoordinateReferenceSystem(to))
    }

    @Test("positions agree with pyproj and the BETA2007 file to 1e-9, there and back")
    func fixtures() throws {
        let cases = try Fixture.transforms()
        #expect(cases.count == 18)
        for example in cases {
            let there = try transform(example.from, example.to)
            let back = try transform(example.to, example.from)
            for point in example.points {
                let image = try #require(there.apply(x: point[0], y: point[1]))
                expectClose(image, (point[2], point[3]), "\(example.from) → \(example.to)")
                let origin = try #require(back.apply(x: point[2], y: point[3]))
                expectClose(origin, (point[0], point[1]), "\(example.to) → \(example.from)")
            }
        }
    }

    private func expectClose(
        _ found: (x: Double, y: Double), _ expected: (x: Double, y: Double), _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let x = abs(found.x - expected.x) / abs(expected.x)
        let y = abs(found.y - expected.y) / abs(expected.y)
        #expect(x < 1e-9 && y < 1e-9, "\(what): \(found) is not \(expected)", sourceLocation: sourceLocation)
    }

    @Test(
        "a round trip moves nothing by a micrometre, in LAEA by half a millimetre",
        arguments: [
            ("EPSG:25832", "EPSG:25833", 1e-6), ("EPSG:25832", "EPSG:4647", 1e-6), ("EPSG:25832", "OGC:CRS84", 1e-6),
            ("EPSG:25832", "EPSG:31467", 1e-6), ("EPSG:25832", "EPSG:3857", 1e-6),
            // PROJ (9.1 and 9.5 alike) turns the authalic latitude of LAEA back by a short series: 0.4 mm in Germany.
            ("EPSG:25832", "EPSG:3035", 5e-4),
        ])
    func roundTrip(from: String, to: String, tolerance: Double) throws {
        var generator = SeededGenerator(seed: 31_467)
        let xs = (0..<5_000).map { _ in Double.random(in: 400_000...700_000, using: &generator) }
        let ys = (0..<5_000).map { _ in Double.random(in: 5_350_000...5_900_000, using: &generator) }
        var newXs = xs
        var newYs = ys
        #expect(try transform(from, to).apply(xs: &newXs, ys: &newYs).isEmpty)
        #expect(newXs != xs)
        #expect(try transform(to, from).apply(xs: &newXs, ys: &newYs).isEmpty)
        let furthest = xs.indices.map { max(abs(xs[$0] - newXs[$0]), abs(ys[$0] - newYs[$0])) }.max()
        #expect(try #require(furthest) < tolerance)
    }

    @Test("degrees come out as from a pipeline that PROJ does every step of, bit for bit, and fail alike")
    func degrees() throws {
        let steps = "+step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=utm +zone=32 +ellps=GRS80"
        let own = try TransformWorker(pipeline: "+proj=pipeline " + steps, context: ProjContext())
        // A step that does nothing hides the first of the others.
        let whole = try TransformWorker(pipeline: "+proj=pipeline +step +proj=noop " + steps, context: ProjContext())
        var generator = SeededGenerator(seed: 25_832)
        var xs = (0..<20_000).map { _ in Double.random(in: -200...400, using: &generator) }
        var ys = (0..<20_000).map { _ in Double.random(in: -91...91, using: &generator) }
        (xs[7], ys[8], xs[9]) = (.nan, .infinity, 1e300)
        (ys[10], ys[11], xs[12], ys[12]) = (90, -90.000001, 9, 0)
        var (otherXs, otherYs) = (xs, ys)
        let range = xs.indices
        let failed = own.transform(x: &xs, y: &ys, range: range)
        let otherFailed = whole.transform(x: &otherXs, y: &otherYs, range: range)
        #expect(failed == otherFailed)
        #expect(failed.contains(9) && failed.count > 100 && failed.count < 19_000)
        #expect(xs.map(\.bitPattern) == otherXs.map(\.bitPattern))
        #expect(ys.map(\.bitPattern) == otherYs.map(\.bitPattern))
    }

    @Test("many positions at once are what each alone is, bit for bit, and in order of index")
    func bulkEqualsSingle() throws {
        let count = CoordinateTransform.serialLimit * 2 + 7
        var generator = SeededGenerator(seed: 25_832)
        var xs = (0..<count).map { _ in Double.random(in: 6...14, using: &generator) }
        var ys = (0..<count).map { _ in Double.random(in: 47...55, using: &generator) }
        let broken = [0, 1, 17, count / 2, count - 1]
        for index in broken { xs[index] = index % 2 == 0 ? .nan : .infinity }
        ys[5_000] = 91
        let (oldXs, oldYs) = (xs, ys)
        let transform = try transform("OGC:CRS84", "EPSG:25832")
        #expect(transform.apply(xs: &xs, ys: &ys) == [0, 1, 17, 5_000, count / 2, count - 1])
        for index in stride(from: 0, to: count, by: 7) {
            guard let alone = transform.apply(x: oldXs[index], y: oldYs[index]) else {
                #expect(xs[index].isNaN && ys[index].isNaN)
                continue
            }
            #expect(alone.x == xs[index] && alone.y == ys[index])
        }
    }

    @Test("positions that are not finite fail and nothing else does", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(value: Double) throws {
        for transform in [try transform("EPSG:25832", "EPSG:25833"), try transform("EPSG:4326", "OGC:CRS84")] {
            var xs = [500_000, value, 500_001, 500_002]
            var ys = [5_500_000, 5_500_000, value, 5_500_002]
            #expect(transform.apply(xs: &xs, ys: &ys) == [1, 2])
            #expect(xs[1].isNaN && ys[1].isNaN && xs[2].isNaN && ys[2].isNaN)
            #expect(xs[0].isFinite && ys[0].isFinite && xs[3].isFinite && ys[3].isFinite)
        }
    }

    @Test("numbers far beyond every map fail or stay finite, and never trap")
    func absurd() throws {
        let transforms = [
            try transform("OGC:CRS84", "EPSG:25832"), try transform("EPSG:31467", "EPSG:25832"),
            try transform("EPSG:3035", "OGC:CRS84"), try transform("EPSG:25832", "EPSG:3857"),
        ]
        let numbers = [
            0, -0.0, .leastNonzeroMagnitude, 90, -90, 180.0, -360, 1e5, -1e9, 1e30, -1e300, .greatestFiniteMagnitude,
        ]
        for transform in transforms {
            for x in numbers {
                for y in numbers {
                    guard let image = transform.apply(x: x, y: y) else { continue }
                    #expect(image.x.isFinite && image.y.isFinite)
                }
            }
        }
    }

    @Test("between a system and itself nothing is computed")
    func identity() throws {
        let transform = try transform("EPSG:4326", "OGC:CRS84")
        #expect(transform.isIdentity)
        #expect(transform.operation == .identity)
        var xs = [9.123456789, 200]
        var ys = [54.987654321, 100]
        #expect(transform.apply(xs: &xs, ys: &ys) == [])
        #expect(xs == [9.123456789, 200] && ys == [54.987654321, 100])
    }

    @Test("columns of different length are transformed up to the shorter, empty ones not at all")
    func unevenColumns() throws {
        let transform = try transform("OGC:CRS84", "EPSG:25832")
        var xs = [9.0, 10]
        var ys = [54.0]
        #expect(transform.apply(xs: &xs, ys: &ys) == [])
        #expect(xs[1] == 10 && xs[0] == 500_000)
        var none: [Double] = []
        #expect(transform.apply(xs: &none, ys: &ys) == [] && none.isEmpty)
    }

    @Test("GK positions outside the grid have no image, not an unshifted one")
    func outsideGrid() throws {
        #expect(try transform("EPSG:31467", "EPSG:25832").apply(x: 3_500_000, y: 3_000_000) == nil)
    }

    @Test("one transform serves many threads")
    func threads() async throws {
        let transform = try transform("OGC:CRS84", "EPSG:25832")
        let expected = try #require(transform.apply(x: 9.5, y: 54.5))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<200).allSatisfy { _ in
                        guard let image = transform.apply(x: 9.5, y: 54.5) else { return false }
                        return image == expected
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("every context and object is gone when the values are")
    func handles() throws {
        let ledger = HandleLedger()
        do {
            let from = try CoordinateReferenceSystem("EPSG:31467", ledger: ledger)
            let to = try CoordinateReferenceSystem("EPSG:25832", ledger: ledger)
            #expect(ledger.openContexts == 0 && ledger.liveObjects == 0)
            let transform = try CoordinateTransform(
                from: from, to: to, area: nil, missingGrid: .refuse, ledger: ledger)
            #expect(transform.apply(x: 3_500_000, y: 5_500_000) != nil)
            #expect(ledger.openContexts == 1 && ledger.liveObjects == 1)
            var xs = [Double](repeating: 3_500_000, count: CoordinateTransform.serialLimit + 1)
            var ys = [Double](repeating: 5_500_000, count: CoordinateTransform.serialLimit + 1)
            #expect(transform.apply(xs: &xs, ys: &ys) == [])
            // One for each piece that was worked on at the same time.
            #expect((1...CoordinateTransform.pieces).contains(ledger.openContexts))
            #expect(ledger.liveObjects == ledger.openContexts)
        }
        #expect(throws: ReferenceSystemError.self) { try CoordinateReferenceSystem("EPSG:1", ledger: ledger) }
        #expect(ledger.openContexts == 0 && ledger.liveObjects == 0)
    }
}
