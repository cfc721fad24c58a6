import Planar
import TestSupport
import Testing
import Town
import Travel

@testable import Indicators

/// How a town is laid out for the search, and what a project can choose.
@Suite struct FocusTownTests {
    static func context(
        _ town: TownSketch, _ parameters: [String: [Double]] = [:]
    ) throws -> IndicatorContext {
        let quick: [String: [Double]] = ["permutations": [999], "draws": [19]]
        return try IndicatorContext(
            study: town.study(), requests: [ReachRequest(straightLine: StraightLine(), distances: [500])],
            settings: IndicatorSettings(parameters: [
                ComputedFocusArea().descriptor.id: quick.merging(parameters) { $1 },
                NeighbourLikeness().descriptor.id: ["permutations": [199]].merging(parameters) { $1 },
            ]))
    }

    static func classes(_ values: [IndicatorValue]) -> [String: Double?] {
        let told = values.filter { $0.parameters.contains("figure=class;") }
        return Dictionary(uniqueKeysWithValues: told.map { ($0.areaID, $0.value) })
    }

    @Test func squaresCountFromTheCornerOfTheQuarters() throws {
        var sketch = try FocusIndicatorTests.town()
        let town = try #require(FocusTown(try Self.context(sketch)))
        #expect(town.squares.count == 192 && town.squares.squareOfOrigin.max() == 191)
        #expect(town.quarterContiguity.entries(of: 0).count == 3 && town.quarterContiguity.entries(of: 9).count == 8)
        // The same town elsewhere has the same squares.
        for home in sketch.homes.indices {
            sketch.homes[home].x += 123_457
            sketch.homes[home].y += 5_432_101
        }
        for quarter in sketch.quarters.indices {
            sketch.quarters[quarter].shape = try sketch.quarters[quarter].shape.mapPositions { xs, ys in
                xs = xs.map { $0 + 123_457 }
                ys = ys.map { $0 + 5_432_101 }
            }
        }
        let moved = try #require(FocusTown(try Self.context(sketch)))
        #expect(moved.squares.squareOfOrigin == town.squares.squareOfOrigin)
        #expect(moved.squares.contiguity == town.squares.contiguity)
        #expect(try #require(FocusTown(try Self.context(sketch), side: 1_000)).squares.count == 48)
    }

    @Test func peopleOutsideTheQuartersTakeNoPart() throws {
        var sketch = try FocusIndicatorTests.town()
        sketch.homes.append(TownSketch.home(20_000, 20_000, 5_000, 5_000))
        let town = try #require(FocusTown(try Self.context(sketch)))
        let counts = town.population.counts
        #expect(town.squares.squareOfOrigin.last == -1 && town.squares.count == 192)
        #expect(town.squareUnits(people: counts[0], cases: counts[1]).people.reduce(0, +) == 19_200)
        #expect(town.quarterUnits(people: counts[0], cases: counts[1]).people.reduce(0, +) == 19_200)
        #expect(town.shares { _ in true }.last == 0 && town.shares { _ in true }.first == 1)
    }

    @Test func withoutPeopleThereIsNoTown() throws {
        var sketch = try FocusIndicatorTests.town()
        sketch.hasPopulation = false
        let context = try Self.context(sketch)
        #expect(FocusTown(context) == nil)
        for values in [
            ComputedFocusArea().evaluate(context).values, NeighbourLikeness().evaluate(context).values,
            SteadiedShare().evaluate(context).values, FocusAreaAgreement().evaluate(context).values,
            LocalLikeness().evaluate(context).values, NeighbourhoodSurplus().evaluate(context).values,
        ] {
            #expect(!values.isEmpty && values.allSatisfy { $0.status == .noData && $0.value == nil })
        }
    }

    @Test func noisyTownsGiveTheSameInAnyOrderOfRows() throws {
        var generator = SeededGenerator(seed: 8)
        var sketch = try FocusIndicatorTests.town { $0 < 3 && $1 < 3 ? 0.25 : 0.08 + 0.005 * Double($0 + $1) }
        let plain = ComputedFocusArea().evaluate(try Self.context(sketch.noisy(300))).values
        for _ in 0..<3 {
            sketch.homes.shuffle(using: &generator)
            sketch.quarters.shuffle(using: &generator)
            let shuffled = ComputedFocusArea().evaluate(try Self.context(sketch.noisy(300))).values
            ConformanceTests.expectEqual(plain, shuffled)
        }
        // Some classes are certain, some hang on the noise: else this would test nothing.
        #expect(plain.contains { $0.reason == .dependsOnNoise } && plain.contains { $0.value == 0 })
    }

    @Test func aProjectChoosesTheNumbers() throws {
        let sketch = try FocusIndicatorTests.town()
        let strict = ComputedFocusArea().evaluate(try Self.context(sketch, ["rate": [0.002]])).values
        let plain = ComputedFocusArea().evaluate(try Self.context(sketch)).values
        #expect(try #require(FocusTown(try Self.context(sketch))).isSpreadFromQuarters(group: 1) == false)
        let found = { (values: [IndicatorValue]) in Self.classes(values).values.count { $0 == 1 } }
        #expect(found(strict) < found(plain) && found(plain) == 6)
        #expect(
            plain[0].parameters
                == "draws=19;figure=class;least_kept=0.9;metres=500;permutations=999;rate=0.05;seed=1")
        #expect(strict.allSatisfy { $0.parameters.contains("rate=0.002") })
        // Another seed draws otherwise, but what is clear stays so.
        let other = ComputedFocusArea().evaluate(try Self.context(sketch, ["seed": [77]])).values
        #expect(Self.classes(other)["q11"] == 1 && Self.classes(other)["q75"] == 0)
        let likeness = NeighbourLikeness().evaluate(try Self.context(sketch, ["metres": [1_000]])).values
        let squares = likeness.filter { $0.parameters.contains("zoning=squares") }
        #expect(squares.allSatisfy { $0.n == 48 && $0.parameters.contains("metres=1000;permutations=199;seed=1") })
        // Squares of 1 km are the quarters.
        let quarters = likeness.filter { $0.parameters.contains("zoning=quarters") }
        #expect(isClose(squares[0].value ?? 0, quarters[0].value ?? 1))
    }

    @Test func withoutDrawsNoiseIsNoObjection() throws {
        let sketch = try FocusIndicatorTests.town { $0 < 3 && $1 < 3 ? 0.2 : 0.1 }.noisy(900)
        let values = ComputedFocusArea().evaluate(try Self.context(sketch, ["draws": [0]])).values
        #expect(!values.contains { $0.reason == .dependsOnNoise })
    }

    @Test func sliversDoNotPartQuarters() throws {
        // Every quarter drawn a metre smaller than it is.
        var sketch = try FocusIndicatorTests.town()
        for row in 0..<6 {
            for column in 0..<8 {
                let (west, south) = (Double(column) * 1_000, Double(row) * 1_000)
                sketch.quarters[row * 8 + column].shape = try rectangle(
                    west + 0.5, south + 0.5, west + 999.5, south + 999.5)
            }
        }
        let town = try #require(FocusTown(try Self.context(sketch)))
        #expect(town.quarterContiguity == FocusSearchTests.grid(8, 6) { _, _ in 0 }.contiguity)
    }

    @Test func oneQuarterSaysNothing() throws {
        var sketch = try FocusIndicatorTests.town()
        sketch.quarters = [("q", try rectangle(0, 0, 8_000, 6_000))]
        let context = try Self.context(sketch)
        #expect(Self.classes(ComputedFocusArea().evaluate(context).values)["q"] == .some(nil))
        #expect(ComputedFocusArea().evaluate(context).values.allSatisfy { $0.status == .cannotTell })
        let likeness = NeighbourLikeness().evaluate(context).values
        let quarters = likeness.filter { $0.parameters.contains("zoning=quarters") }
        #expect(quarters.allSatisfy { $0.status == .notApplicable && $0.reason == .fewUnits && $0.n == 1 })
        #expect(likeness.contains { $0.parameters.contains("zoning=squares") && ($0.value ?? 0) > 0.5 })
    }
}
