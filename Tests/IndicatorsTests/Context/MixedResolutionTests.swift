import Planar
import TestSupport
import Testing
import Travel

@testable import Indicators

/// A town where a group is counted elsewhere than all residents are, as in Dreieich: all residents on cells of 1 km, the
/// group on cells of 100 m.
@Suite struct MixedResolutionTests {
    /// Nine quarters of 1 km² with 600 people each, and with 10 to 90 of a group; everybody in the cells where they are,
    /// or the group apart from all residents.
    static func town(isMixed: Bool) throws -> TownSketch {
        var quarters: [(id: String, shape: Geometry)] = []
        var town = TownSketch(quarters: [])
        for number in 0..<9 {
            let (west, south) = (Double(number % 3) * 1_000, Double(number / 3) * 1_000)
            quarters.append(("q\(number)", try rectangle(west, south, west + 1_000, south + 1_000)))
            let members = Double(10 * (number + 1))
            if isMixed {
                town.homes.append(try TownSketch.cell(west + 500, south + 500, size: 1_000, 600, 0))
            }
            for part in 0..<4 {
                let (x, y) = (west + 150 + 200 * Double(part), south + 250 + 100 * Double(part))
                town.homes.append(try TownSketch.cell(x, y, size: 100, isMixed ? 0 : 150, members / 4))
            }
        }
        town.quarters = quarters
        town.places = [
            TownSketch.Place(x: 250, y: 250, category: "library"),
            TownSketch.Place(x: 1_500, y: 2_400, category: "cafe"),
        ]
        town.numberPlaces()
        return town
    }

    static func values(_ ids: [String], _ town: TownSketch) throws -> [IndicatorValue] {
        let context = try town.context()
        return try ids.flatMap { try #require(IndicatorCatalogue.indicator($0)).evaluate(context).values }
    }

    static let withinOrigins = [
        "coverage_difference", "places_difference", "concentration_index", "erreygers_index", "home_exposure",
        "place_exposure", "encounter_gain",
    ]

    // MARK: - The measure

    @Test func theShareBeyondAllResidents() {
        #expect(MixedResolution.share(members: [5, 3, 2], beyond: [10, 1, 0]) == 0.4)
        #expect(MixedResolution.share(members: [5, 3, 2], beyond: [10, 1, 0], weights: [1, 0.5, 0]) == 1 / 6.5)
        #expect(MixedResolution.share(members: [0, 0], beyond: [10, 0]) == 0)
        #expect(MixedResolution.share(members: [], beyond: []) == 0)
        // A tenth may be noise, more is not.
        #expect(!MixedResolution.isMixed(members: [9, 1], residents: [9, 0]))
        #expect(MixedResolution.isMixed(members: [89, 11], residents: [89, 0]))
    }

    @Test func theTownTellsWhichGroupsAreMixed() throws {
        #expect(try Self.town(isMixed: true).context().mixedGroups == [1])
        #expect(try Self.town(isMixed: false).context().mixedGroups.isEmpty)
        // Noise of census cells does not make a group one of another resolution.
        for seed in 1...5 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var town = try Self.town(isMixed: false)
            for home in town.homes.indices {
                let members = Double(Int.random(in: 2...10, using: &generator))
                // Nearly all are members, and both counts have noise of their own.
                town.homes[home].counts = [members, members].map {
                    $0 + Double(Int.random(in: -1...1, using: &generator))
                }
                town.homes[home].counts[0] += Double(Int.random(in: 0...4, using: &generator))
            }
            #expect(try town.context().mixedGroups.isEmpty, "\(seed)")
        }
        // People outside of the town say nothing of it.
        var outside = try Self.town(isMixed: false)
        outside.homes.append(TownSketch.home(-5_000, -5_000, 0, 4_000))
        outside.homes[outside.homes.count - 1].cell = try rectangle(-5_050, -5_050, -4_950, -4_950)
        #expect(try outside.context().mixedGroups.isEmpty)
    }

    // MARK: - Who refuses

    @Test(arguments: withinOrigins) func whatComparesWithinOriginsIsRefused(_ id: String) throws {
        let values = try Self.values([id], Self.town(isMixed: true)).filter { $0.status != .noData }
        #expect(!values.isEmpty)
        for value in values {
            #expect(value.value == nil && value.status == .cannotTell, "\(value.parameters)")
            #expect(value.reason == .mixedResolution, "\(value.parameters)")
        }
        let plain = try Self.values([id], Self.town(isMixed: false))
        #expect(plain.contains { $0.value != nil } && plain.allSatisfy { $0.reason != .mixedResolution })
    }

    @Test func ofSinglePlacesOnlyTheGroupIsRefused() throws {
        let visitors = try Self.values(["expected_visitors"], Self.town(isMixed: true))
        #expect(visitors.contains { $0.group == "foreign" } && visitors.contains { $0.group == "all" })
        for value in visitors {
            #expect((value.reason == .mixedResolution) == (value.group == "foreign"))
            #expect((value.value == nil) == (value.group == "foreign"))
        }
        for value in try Self.values(["place_mix", "place_mix_distance"], Self.town(isMixed: true)) {
            #expect(value.status == .cannotTell && value.reason == .mixedResolution)
        }
    }

    @Test func aRankByTheGroupIsRefused() throws {
        let table = try Self.town(isMixed: true).table(["palma": ["rank_group": [1]]])
        let row = try table.libraryRow("palma", group: "all")
        #expect(row.status == .cannotTell && row.reason == .mixedResolution && row.value == nil)
    }

    /// Quarters hold both, cells and squares do not.
    @Test(arguments: DistributionTests.ids) func zoningsThatHoldBothAreFlaggedOthersRefused(_ id: String) throws {
        let mixed = try DistributionTests.result(id, Self.town(isMixed: true)).values
        let plain = try DistributionTests.result(id, Self.town(isMixed: false)).values
        #expect(mixed.count == plain.count)
        for (value, same) in zip(mixed, plain) {
            if value.parameters.hasSuffix("zoning=quarters") {
                #expect(value.status == .unreliable && value.reason == .mixedResolution)
                #expect(isEqual(value.value, same.value ?? -9), "\(value.parameters)")
            } else {
                #expect(value.status == .cannotTell && value.reason == .mixedResolution && value.value == nil)
            }
            #expect(same.reason != .mixedResolution)
        }
    }

    @Test func squaresOfTheSearchAreRefusedQuartersAreNot() throws {
        let values = try Self.values(["neighbour_likeness"], Self.town(isMixed: true))
        for value in values {
            let isOfSquares = value.parameters.hasSuffix("zoning=squares")
            #expect((value.reason == .mixedResolution) == isOfSquares, "\(value.parameters)")
            #expect((value.value == nil) == isOfSquares)
        }
        #expect(values.count == 8)
    }

    /// Who reaches what is counted for each group by itself.
    @Test func reachOfAGroupStays() throws {
        let values = try Self.values(["coverage_share"], Self.town(isMixed: true)).filter { $0.group == "foreign" }
        #expect(values.contains { $0.value != nil } && values.allSatisfy { $0.reason == nil })
    }
}
