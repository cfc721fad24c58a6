import Planar
import TestSupport
import Testing
import Town
import Travel

@testable import Indicators

/// The search in a town: what is found, confirmed, compared, and of what the data cannot tell.
@Suite struct FocusIndicatorTests {
    /// 8 × 6 quarters of 1 km² with 400 people each, a hundred in every square of 500 m; a focus area of 3 × 3 quarters in
    /// the south-west.
    ///
    /// - Parameter more: how many people of the group more live in each of the four squares of a quarter.
    static func town(
        more: [Double] = [3, 0, 0, -3], share: (Int, Int) -> Double = FocusSearchTests.corner
    ) throws -> TownSketch {
        var town = TownSketch(quarters: [])
        for row in 0..<6 {
            for column in 0..<8 {
                let (west, south) = (Double(column) * 1_000, Double(row) * 1_000)
                town.quarters.append(
                    ("q\(column)\(row)", try rectangle(west, south, west + 1_000, south + 1_000)))
                for corner in 0..<4 {
                    let cases = (100 * share(column, row)).rounded() + more[corner]
                    town.homes.append(
                        TownSketch.home(
                            west + (corner % 2 == 0 ? 250 : 750), south + (corner / 2 == 0 ? 250 : 750), 100, cases))
                }
            }
        }
        return town
    }

    static func context(_ study: Study, draws: Double = 49) throws -> IndicatorContext {
        let quick: [String: [Double]] = ["permutations": [999], "draws": [draws]]
        return try IndicatorContext(
            study: study, requests: [ReachRequest(straightLine: StraightLine(), distances: [500])],
            settings: IndicatorSettings(
                parameters: Dictionary(uniqueKeysWithValues: ConformanceTests.ids.map { ($0, quick) })))
    }

    static func classes(_ study: Study, group: String = "foreign") throws -> [String: IndicatorValue] {
        let values = ComputedFocusArea().evaluate(try context(study)).values
        let told = values.filter { $0.group == group && $0.parameters.contains("figure=class;") }
        return Dictionary(uniqueKeysWithValues: told.map { ($0.areaID, $0) })
    }

    static let found: Set<String> = ["q00", "q10", "q01", "q11", "q21", "q12"]
    /// The outer corners of the focus area: quarters say no, squares, of which more lie inside, say yes.
    static let rim: Set<String> = ["q20", "q02", "q22"]

    @Test func aFocusAreaIsFoundAndStaysInternal() throws {
        let values = try Self.classes(try Self.town().study())
        #expect(values.count == 48)
        for (id, value) in values {
            #expect(value.isInternal && value.n == 400)
            if Self.rim.contains(id) {
                #expect(value.status == .cannotTell && value.reason == .dependsOnZoning, "\(id)")
            } else {
                #expect(value.value == (Self.found.contains(id) ? 1 : 0) && value.status == .valid, "\(id)")
            }
        }
    }

    @Test func squaresThatWereSpreadFromQuartersAreNoObjection() throws {
        // The same share everywhere in a quarter: what squares say of the outer corners is an echo of their quarters.
        let values = try Self.classes(try Self.town(more: [0, 0, 0, 0]).study())
        for (id, value) in values { #expect(value.value == (Self.found.contains(id) ? 1 : 0), "\(id)") }
    }

    @Test func aPersonConfirmsWithAReason() throws {
        var town = try Self.town()
        town.focusAreas = [("f1", try rectangle(0, 0, 3_000, 1_400))]
        var study = try town.study()
        #expect(try Self.classes(study).values.allSatisfy { $0.isInternal })
        func confirm(_ basis: FocusAreaTable.Basis, _ reason: String?) {
            study.focusAreas?.grounds[0] = FocusAreaTable.Ground(
                basis: basis, role: "Sozialplanung", date: "2024-05-01", reason: reason, review: nil)
        }
        confirm(.councilDecision, nil)
        #expect(try Self.classes(study).values.allSatisfy { $0.isInternal })
        confirm(.computed, "Rechnung")
        #expect(try Self.classes(study).values.allSatisfy { $0.isInternal })
        confirm(.localKnowledge, "Rundgang bestätigt den Hinweis")
        // The area holds the southern row and half of the people of the next: the line at 1,400 m lies between homes.
        #expect(
            Set(try Self.classes(study).filter { !$0.value.isInternal }.keys)
                == ["q00", "q10", "q01", "q11", "q21"])
    }

    @Test func sharedAccommodationIsLookedThrough() throws {
        // All of what is high comes from people in shared accommodation.
        var town = try Self.town()
        town.groupIDs.append(PopulationGroup.sharedAccommodation)
        for home in town.homes.indices {
            let isInside = town.homes[home].counts[1] >= 37
            town.homes[home].counts.append(isInside ? 36 : 0)
        }
        let values = try Self.classes(try town.study())
        for id in Self.found {
            #expect(values[id]?.status == .cannotTell && values[id]?.reason == .dependsOnAccommodation, "\(id)")
        }
        #expect(values["q75"]?.value == 0)
        // Of the people in shared accommodation themselves it is no objection.
        let own = try Self.classes(try town.study(), group: PopulationGroup.sharedAccommodation)
        #expect(own["q11"]?.value == 1)
    }

    @Test func whatHangsOnNoiseCannotBeTold() throws {
        let calm = try Self.classes(try Self.town().noisy(2).study())
        #expect(calm["q11"]?.value == 1 && calm["q11"]?.status == .estimated)
        // A border case: the noise of thirty persons in every count is larger than what is to be found.
        let loud = try Self.classes(try Self.town { $0 < 3 && $1 < 3 ? 0.2 : 0.1 }.noisy(900).study())
        #expect(loud.values.contains { $0.reason == .dependsOnNoise && $0.status == .cannotTell })
        let kept = ComputedFocusArea().evaluate(
            try Self.context(try Self.town { $0 < 3 && $1 < 3 ? 0.2 : 0.1 }.noisy(900).study())
        ).values.filter { $0.parameters.contains("figure=kept;") }
        #expect(kept.contains { ($0.value ?? 1) < 0.9 } && kept.allSatisfy { (0...1).contains($0.value ?? 0) })
    }

    @Test func countsWithoutAnUpperBoundCannotBeTold() throws {
        var town = try Self.town()
        let foreign = town.homes.map { $0.counts[1] }
        var highest = foreign
        highest[0] = CountSpread.unbounded
        town.spreads = [.none, CountSpread(lowest: foreign, highest: highest)]
        let values = try Self.classes(try town.study())
        #expect(values["q00"]?.reason == .dependsOnNoise && values["q00"]?.value == nil)
        #expect(values["q11"]?.value == 1)
    }

    @Test func squaresSayOfAQuarterWhatMostOfItsPeopleLiveIn() throws {
        let context = try Self.context(try Self.town().study())
        let town = try #require(FocusTown(context))
        func finding(_ findings: [FocusSearch.Finding]) -> Bool? {
            var units = [FocusSearch.Unit?](repeating: nil, count: town.squares.count)
            for (origin, finding) in findings.enumerated() {
                units[Int(town.squares.squareOfOrigin[origin])] = FocusSearch.Unit(finding: finding)
            }
            return town.finding(
                ofQuarter: 0, from: units, people: [100, 150, 150, 100] + Array(repeating: 0, count: 188))
        }
        let nothing = FocusSearch.Finding.cannotTell(.smallCounts)
        #expect(finding([.found, .found, .notFound, .notFound]) == true)
        #expect(finding([.found, .notFound, .notFound, .found]) == false)
        #expect(finding([nothing, .found, nothing, .found]) == true)
        #expect(finding([.notFound, nothing, nothing, .found]) == nil)
        #expect(finding([nothing, nothing, nothing, nothing]) == nil)
    }

    @Test func givenAndFoundAreasAreCompared() throws {
        var town = try Self.town()
        town.focusAreas = [
            ("f1", try rectangle(0, 0, 2_000, 3_000)), ("f2", try rectangle(7_000, 5_000, 8_000, 6_000)),
        ]
        let values = FocusAreaAgreement().evaluate(try Self.context(try town.study())).values
        func share(_ area: String, _ direction: String, counted: String) -> Double? {
            values.first {
                $0.areaID == area && $0.parameters.hasPrefix("counted=\(counted);direction=\(direction);")
            }?.value
        }
        // Found are six quarters; given are five of them and two others.
        #expect(share("01001000", "found_in_given", counted: "residents") == 5.0 / 6)
        #expect(share("01001000", "given_in_found", counted: "residents") == 5.0 / 7)
        // The quarter in the north-east has 7 % of the group, those of the focus area 40 %.
        #expect(isClose(share("01001000", "given_in_found", counted: "group") ?? 0, 800.0 / (960 + 28)))
        #expect(isClose(share("f1", "given_in_found", counted: "group") ?? 0, 5 / 6))
        #expect(share("f2", "given_in_found", counted: "residents") == 0)
        #expect(values.allSatisfy { $0.isInternal })
        town.focusAreas = nil
        let without = FocusAreaAgreement().evaluate(try Self.context(try town.study())).values
        #expect(without.allSatisfy { $0.value == nil && $0.reason == .noGivenAreas })
    }

    @Test func likenessOfNeighboursAndItsChance() throws {
        let values = NeighbourLikeness().evaluate(try Self.context(try Self.town().study())).values
        func figure(_ name: String, _ zoning: String) throws -> Double {
            try #require(
                values.first {
                    $0.parameters.hasPrefix("figure=\(name);") && $0.parameters.hasSuffix("zoning=\(zoning)")
                }?
                .value)
        }
        for zoning in ["quarters", "squares"] {
            #expect(try figure("index", zoning) > 0.5 && figure("chance", zoning) == 0.001)
            #expect(try figure("chance_low", zoning) < 0 && figure("chance_high", zoning) < figure("index", zoning))
        }
        #expect(values.map(\.n).contains(48) && values.map(\.n).contains(192))
    }

    @Test func steadiedSharesAreDrawnToTheTown() throws {
        var town = try Self.town()
        // A quarter of four people, three of them of the group.
        for home in 188..<192 { town.homes[home].counts = [1, home == 188 ? 0 : 1] }
        let values = SteadiedShare().evaluate(try Self.context(try town.study())).values
        func share(_ id: String) throws -> Double { try #require(values.first { $0.areaID == id }?.value) }
        let whole = try share("01001000")
        #expect(
            isClose(
                whole, town.homes.reduce(0) { $0 + $1.counts[1] } / town.homes.reduce(0) { $0 + $1.counts[0] },
                tolerance: 1e-4))
        #expect(try share("q75") > whole && share("q75") < 0.4)
        #expect(try abs(share("q11") - 0.4) < 0.01)
        let noisy = SteadiedShare().evaluate(try Self.context(try town.noisy(2).study())).values
        for value in noisy {
            #expect(value.status == .estimated)
            let (lower, upper) = (try #require(value.lower), try #require(value.upper))
            #expect((lower...upper).contains(try #require(value.value)))
        }
    }

    @Test func localFiguresOfQuarters() throws {
        let context = try Self.context(try Self.town().study())
        let local = LocalLikeness().evaluate(context).values
        let surplus = NeighbourhoodSurplus().evaluate(context).values
        func value(_ values: [IndicatorValue], _ id: String, _ figure: String) throws -> Double {
            try #require(values.first { $0.areaID == id && $0.parameters.hasPrefix("figure=\(figure);") }?.value)
        }
        #expect(try value(local, "q11", "quadrant") == 1 && value(local, "q11", "index") > 1)
        #expect(try value(local, "q75", "quadrant") == 3)
        #expect(try value(local, "q11", "own") > 0 && value(local, "q11", "neighbours") > 0)
        let product = try value(local, "q75", "own") * value(local, "q75", "neighbours")
        #expect(isClose(product, try value(local, "q75", "index")))
        #expect(try value(local, "q11", "chance") == 0.002 && value(local, "q11", "adjusted") <= 0.05)
        #expect(try value(surplus, "q11", "score") > 5 && value(surplus, "q11", "chance") == 0.001)
        #expect(try value(surplus, "q75", "score") < 0 && value(surplus, "q75", "adjusted") > 0.5)
        #expect((local + surplus).allSatisfy { $0.isInternal })
    }
}
