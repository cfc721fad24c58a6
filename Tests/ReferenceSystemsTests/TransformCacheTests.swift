import Testing

@testable import ReferenceSystems

@Suite("Transforms that are kept")
struct TransformCacheTests {
    private let utm32 = Result { try CoordinateReferenceSystem("EPSG:25832") }
    private let utm33 = Result { try CoordinateReferenceSystem("EPSG:25833") }

    @Test("the same pair of systems has the same transform")
    func sameTransform() throws {
        let cache = TransformCache()
        let first = try cache.transform(from: .wgs84, to: utm32.get())
        #expect(try cache.transform(from: .wgs84, to: utm32.get()) === first)
        #expect(first.source == .wgs84)
        #expect(try first.target == utm32.get())
    }

    @Test("direction, systems and policy make a difference")
    func otherTransforms() throws {
        let cache = TransformCache()
        let first = try cache.transform(from: .wgs84, to: utm32.get())
        #expect(try cache.transform(from: .wgs84, to: utm33.get()) !== first)
        #expect(try cache.transform(from: utm32.get(), to: .wgs84) !== first)
        #expect(try cache.transform(from: .wgs84, to: utm32.get(), missingGrid: .allowLessAccurate) !== first)
        #expect(try TransformCache().transform(from: .wgs84, to: utm32.get()) !== first)
    }

    @Test("many threads get one and the same")
    func threads() async throws {
        let cache = TransformCache()
        let target = try utm32.get()
        let identifiers = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
            for _ in 0..<16 { group.addTask { ObjectIdentifier(try cache.transform(from: .wgs84, to: target)) } }
            return try await group.reduce(into: Set<ObjectIdentifier>()) { $0.insert($1) }
        }
        #expect(identifiers.count == 1)
    }
}
