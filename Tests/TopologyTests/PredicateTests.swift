import Planar
import Testing

@testable import Topology

@Suite struct PredicateTests {
    private let engine = TopologyEngine()

    /// Pairs with their matrix and the names that hold, from the definitions of OGC 06-103r4.
    static let examples: [(a: String, b: String, matrix: String, names: Set<Predicate>)] = [
        (
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((2 2, 6 2, 6 6, 2 6, 2 2))", "212101212",
            [.intersects, .overlaps]
        ),
        (
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))", "FF2F11212",
            [.intersects, .touches]
        ),
        (
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((4 4, 8 4, 8 8, 4 4))", "FF2F01212",
            [.intersects, .touches]
        ),
        (
            "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))", "POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))", "212FF1FF2",
            [.intersects, .contains, .covers]
        ),
        (
            "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "212F11FF2",
            [.intersects, .contains, .covers]
        ),
        (
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((4 4, 4 0, 0 0, 0 4, 4 4))", "2FFF1FFF2",
            [.intersects, .contains, .within, .covers, .coveredBy, .equals]
        ),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((6 6, 8 6, 8 8, 6 6))", "FF2FF1212", [.disjoint]),
        (
            "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 7 2, 7 7, 2 7, 2 2))", "POINT (4 4)", "FF2FF10F2", [.disjoint]
        ),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POINT (4 2)", "FF20F1FF2", [.intersects, .touches, .covers]),
        (
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "LINESTRING (0 0, 4 0)", "FF2101FF2",
            [.intersects, .touches, .covers]
        ),
        ("LINESTRING (0 0, 4 4)", "LINESTRING (0 4, 4 0)", "0F1FF0102", [.intersects, .crosses]),
        ("LINESTRING (0 0, 4 0)", "LINESTRING (2 0, 6 0)", "1010F0102", [.intersects, .overlaps]),
        ("LINESTRING (0 0, 4 0)", "LINESTRING (4 0, 6 3)", "FF1F00102", [.intersects, .touches]),
        ("LINESTRING (0 0, 4 0)", "LINESTRING (2 0, 2 5)", "F01FF0102", [.intersects, .touches]),
        ("LINESTRING (-2 2, 9 2)", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "101FF0212", [.intersects, .crosses]),
        (
            "LINESTRING (1 2, 3 2)", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "1FF0FF212",
            [.intersects, .within, .coveredBy]
        ),
        ("MULTIPOINT ((1 1), (9 9))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "0F0FFF212", [.intersects, .crosses]),
        ("MULTIPOINT ((1 1), (2 2))", "MULTIPOINT ((2 2), (3 3))", "0F0FFF0F2", [.intersects, .overlaps]),
        ("POINT (1 1)", "LINESTRING (1 1, 5 1)", "F0FFFF102", [.intersects, .touches, .coveredBy]),
        (
            "POINT (1 1)", "POINT (1 1)", "0FFFFFFF2",
            [.intersects, .equals, .contains, .within, .covers, .coveredBy]
        ),
    ]

    /// What a predicate of (a, b) is of (b, a).
    private static let converses: [Predicate: Predicate] = [
        .intersects: .intersects, .disjoint: .disjoint, .contains: .within, .within: .contains, .covers: .coveredBy,
        .coveredBy: .covers, .crosses: .crosses, .overlaps: .overlaps, .touches: .touches, .equals: .equals,
    ]

    @Test(arguments: examples.indices) func matricesAndNames(number: Int) throws {
        let example = PredicateTests.examples[number]
        let (a, b) = try (wkt(example.a), wkt(example.b))
        #expect(try engine.relate(a, b) == example.matrix)
        #expect(try engine.relate(b, a) == PredicateTests.transposed(example.matrix))
        for predicate in Predicate.allCases {
            let holds = example.names.contains(predicate)
            #expect(try engine.test(predicate, a, b) == holds, "\(predicate)")
            #expect(try engine.test(predicate, a, against: [b]) == [holds], "\(predicate)")
            #expect(try engine.test(#require(PredicateTests.converses[predicate]), b, a) == holds, "\(predicate)")
        }
        #expect(try engine.relate(a, b, pattern: example.matrix))
        #expect(try engine.relate(a, b, pattern: "*********"))
    }

    private static func transposed(_ matrix: String) -> String {
        let cells = Array(matrix)
        return String([0, 3, 6, 1, 4, 7, 2, 5, 8].map { cells[$0] })
    }

    /// On a small grid touches, shared edges and equal parts are frequent. All ways of asking give one answer, and it is the
    /// one the matrix means.
    @Test(arguments: 1...8) func allWaysOfAskingAgree(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let shapes = try (0..<24).map { _ in try random.onSmallGrid() }
        var holding = Set<Predicate>()
        for a in shapes.prefix(12) {
            let answers = try Dictionary(
                uniqueKeysWithValues: Predicate.allCases.map { ($0, try engine.test($0, a, against: shapes)) })
            for (index, b) in shapes.enumerated() {
                let matrix = try engine.relate(a, b)
                #expect(try engine.relate(b, a) == PredicateTests.transposed(matrix))
                let cells = Array(matrix)
                let meets = [0, 1, 3, 4].contains { cells[$0] != "F" }
                let expected: [Predicate: Bool] = [
                    .intersects: meets, .disjoint: !meets, .touches: meets && cells[0] == "F",
                    .contains: cells[0] != "F" && cells[6] == "F" && cells[7] == "F",
                    .within: cells[0] != "F" && cells[2] == "F" && cells[5] == "F",
                    .covers: meets && cells[6] == "F" && cells[7] == "F",
                    .coveredBy: meets && cells[2] == "F" && cells[5] == "F",
                    .equals: cells[0] != "F" && [2, 5, 6, 7].allSatisfy { cells[$0] == "F" },
                ]
                for predicate in Predicate.allCases {
                    let plain = try engine.test(predicate, a, b)
                    #expect(answers[predicate]?[index] == plain, "\(predicate)")
                    if let wanted = expected[predicate] { #expect(plain == wanted, "\(predicate) \(matrix)") }
                    if plain { holding.insert(predicate) }
                    // A collection of one member is that member.
                    let wrapped = try engine.test(predicate, Geometry(collection: [a]), b)
                    #expect(wrapped == plain, "\(predicate) of a collection")
                }
            }
        }
        #expect(holding.count >= 8)
    }

    @Test func exactEqualityCountsOrderAndTolerance() throws {
        let (one, turned) = try (line(0, 0, 1, 1), line(1, 1, 0, 0))
        #expect(try engine.equalsExact(one, one))
        #expect(try !engine.equalsExact(one, turned))
        #expect(try engine.test(.equals, one, turned))
        #expect(try engine.equalsExact(one, line(0, 0.01, 1, 0.99), tolerance: 0.02))
        #expect(try !engine.equalsExact(one, line(0, 0.01, 1, 0.99), tolerance: 0.001))
        #expect(try !engine.equalsExact(one, wkt("MULTILINESTRING ((0 0, 1 1))")))
        #expect(errorKind { try engine.equalsExact(one, one, tolerance: -1) } == .badArgument)
    }

    @Test(arguments: ["", "T", "TTTTTTTTTT", "TFT*F*F*X", "T F T F T", "ＴＴＴＴＴＴＴＴＴ"])
    func patternsMustBeNineKnownSigns(pattern: String) throws {
        #expect(errorKind { try engine.relate(box(0, 0, 1, 1), box(0, 0, 1, 1), pattern: pattern) } == .badArgument)
    }
}
