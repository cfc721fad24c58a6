import Features
import TestSupport
import Testing
import Town
import Travel
import Wording

@testable import Indicators

/// The indicators of spatial distribution in towns, with what each value is worth.
@Suite struct DistributionTests {
    static let ids = [
        "dissimilarity", "isolation", "exposure", "separation", "information_index", "mutual_information",
    ]

    /// Quarters of 1 km in a row, the people of each in its middle.
    static func row(_ residents: [Double], _ groups: [Double]...) throws -> TownSketch {
        var town = TownSketch(
            quarters: try residents.indices.map {
                ("q\($0)", try rectangle(Double($0) * 1_000, 0, Double($0 + 1) * 1_000, 1_000))
            })
        town.groupIDs = ["all"] + groups.indices.map { "g\($0)" }
        town.homes = residents.indices.map { unit in
            TownSketch.Home(x: Double(unit) * 1_000 + 600, y: 600, counts: [residents[unit]] + groups.map { $0[unit] })
        }
        return town
    }

    /// Six quarters with 1,200 people, 300 of them of the group.
    static func six() throws -> TownSketch {
        try row([100, 200, 300, 200, 250, 150], [40, 30, 30, 80, 100, 20])
    }

    static func result(
        _ id: String, _ town: TownSketch, _ parameters: [String: [Double]] = [:]
    ) throws -> IndicatorResult {
        let settings = IndicatorSettings(also: Set(ids + [id]), parameters: [id: parameters])
        let context = try IndicatorContext(
            study: town.study(), requests: [ReachRequest(straightLine: StraightLine(), distances: [500])],
            settings: settings)
        return try #require(IndicatorCatalogue.indicator(id)).evaluate(context)
    }

    static func value(
        _ id: String, _ town: TownSketch, _ parameters: String, group: String? = "g0",
        _ settings: [String: [Double]] = [:]
    ) throws -> IndicatorValue {
        let values = try result(id, town, settings).values
        return try #require(values.first { $0.parameters == parameters && $0.group == group }, "\(parameters)")
    }

    // MARK: - Values

    @Test func theWorkedExampleAsATown() throws {
        let town = try DistributionTests.row([100, 200, 300], [40, 30, 30])
        for (id, expected) in [
            ("dissimilarity", 0.28), ("isolation", 0.235), ("exposure", 0.765), ("separation", 0.082),
            ("information_index", 0.0775656693), ("mutual_information", 0.0349480817),
        ] {
            let value = try DistributionTests.value(id, town, "part=observed;zoning=quarters")
            #expect(((value.value ?? 0) - expected).magnitude < 1e-9, "\(id)")
            #expect(value.level == .town && value.n == 600)
            // Three quarters are few.
            #expect(value.status == .unreliable && value.reason == .fewUnits)
        }
    }

    @Test(arguments: ids) func threePartsOfThreeZoningsStandTogether(_ id: String) throws {
        let values = try DistributionTests.result(id, DistributionTests.six()).values
        #expect(
            values.map(\.parameters)
                == [
                    "quarters", "grid_500", "kernel_400",
                ].flatMap { zoning in ["observed", "random", "corrected"].map { "part=\($0);zoning=\(zoning)" } })
        #expect(values.allSatisfy { $0.status == .valid && $0.value != nil && $0.reason == nil && $0.n == 1_200 })
        // Everybody lives in the middle of a quarter: the zonings cannot differ.
        for part in 0..<3 {
            #expect(isEqual(values[part].value, values[part + 3].value ?? 0))
            #expect(isEqual(values[part].value, values[part + 6].value ?? 0))
        }
    }

    @Test func chanceLiesBetween() throws {
        let town = try DistributionTests.six()
        for id in ["dissimilarity", "separation", "information_index", "mutual_information"] {
            let parts = try DistributionTests.result(id, town).values.prefix(3).compactMap(\.value)
            #expect(parts[1] > 0 && parts[1] < parts[0] / 2, "\(id)")
            #expect(parts[2] > 0 && parts[2] < parts[0], "\(id)")
        }
        let (isolation, exposure) = (
            try DistributionTests.result("isolation", town).values,
            try DistributionTests.result("exposure", town).values
        )
        for (own, others) in zip(isolation, exposure) { #expect(isEqual((own.value ?? 0) + (others.value ?? 0), 1)) }
    }

    @Test(arguments: ids) func whatIsObservedDoesNotDependOnHowManyPeopleThereAre(_ id: String) throws {
        let town = try DistributionTests.six()
        var more = town
        for home in more.homes.indices { more.homes[home].counts = town.homes[home].counts.map { $0 * 10 } }
        let (few, many) = (try DistributionTests.result(id, town).values, try DistributionTests.result(id, more).values)
        for index in stride(from: 0, to: 9, by: 3) {
            #expect(isEqual(few[index].value, many[index].value ?? 0) && many[index].n == 12_000)
            // What chance makes comes ten times closer to what it leaves.
            let (before, after) = (few[index + 1].value ?? 0, many[index + 1].value ?? 0)
            let left = id == "isolation" ? 0.25 : id == "exposure" ? 0.75 : 0
            #expect((after - left).magnitude < (before - left).magnitude / 3)
        }
    }

    @Test func zoningsDifferWhereHomesDo() throws {
        // Members live in the west of each quarter, others in the east: quarters are even, squares are not.
        var town = try DistributionTests.row([0, 0, 0, 0, 0], [0, 0, 0, 0, 0])
        town.homes = (0..<5).flatMap { quarter in
            [
                TownSketch.home(Double(quarter) * 1_000 + 200, 200, 100, 100),
                TownSketch.home(Double(quarter) * 1_000 + 800, 200, 100, 0),
            ]
        }
        let values = try DistributionTests.result("dissimilarity", town).values
        #expect((values[0].value ?? 1) < 1e-12 && values[0].reason == .mostlyChance)
        #expect(isEqual(values[3].value, 1) && values[3].reason == nil)
        // Of two homes 600 m apart none is around the other, but the next quarter's is at exactly 400 m.
        #expect((values[6].value ?? 0) < 0.5)
    }

    @Test func theProjectChoosesSquaresAndSurroundings() throws {
        let parameters = try DistributionTests.result(
            "dissimilarity", DistributionTests.six(), ["grid": [1_000], "kernel": [250]]
        ).values.map(\.parameters)
        #expect(parameters.contains("part=observed;zoning=grid_1000"))
        #expect(parameters.contains("part=observed;zoning=kernel_250"))
    }

    @Test func groupsThatAreEverybodyTogetherAreTakenTogether() throws {
        let residents = [100.0, 200, 300, 200, 250, 150]
        let (first, second) = ([40.0, 30, 30, 80, 100, 20], [20.0, 60, 100, 70, 60, 90])
        let third = residents.indices.map { residents[$0] - first[$0] - second[$0] }
        let town = try DistributionTests.row(residents, first, second, third)
        let units = try #require(GroupUnits(members: [first, second, third]))
        for (id, expected) in [
            ("information_index", units.informationIndex), ("mutual_information", units.mutualInformation),
        ] {
            let value = try DistributionTests.value(id, town, "groups=3;part=observed;zoning=quarters", group: nil)
            #expect(isEqual(value.value, expected) && value.status == .valid)
        }
        // With somebody in no group, or in two, there is no such figure.
        let partly = try DistributionTests.row(residents, first, second, third.map { $0 - 1 })
        #expect(try DistributionTests.result("information_index", partly).values.allSatisfy { $0.group != nil })
    }

    @Test(arguments: ids) func allIdentitiesHold(_ id: String) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            for town in [try TownSketch.random(seed: seed, areCells: seed == 2), try DistributionTests.six()] {
                let identities = try DistributionTests.result(id, town).identities
                for identity in identities { #expect(identity.holds, "\(identity)") }
                #expect(identities.count == (["isolation", "mutual_information"].contains(id) ? 3 : 0))
            }
        }
    }

    @Test func theLocationQuotientsOfTheQuartersHaveTheMeanOne() throws {
        let values = try DistributionTests.result("location_quotient", DistributionTests.six()).values
        let quarters = values.filter { $0.level == .quarter }
        let mean = quarters.reduce(0) { $0 + ($1.value ?? 0) * ($1.n ?? 0) } / 1_200
        #expect(quarters.count == 6 && isEqual(mean, 1))
    }

    // MARK: - Guards

    @Test(arguments: ids) func aSmallGroupHasNoFigure(_ id: String) throws {
        let town = try DistributionTests.row([100, 200, 300, 200, 250, 150], [10, 20, 9, 30, 20, 10])
        for value in try DistributionTests.result(id, town).values {
            #expect(value.status == .cannotTell && value.reason == .smallCounts && value.value == nil)
        }
        let chosen = try DistributionTests.value(
            id, town, "part=observed;zoning=quarters", ["least_people": [50]])
        #expect(chosen.value != nil)
    }

    @Test(arguments: ids) func squaresOfAHundredMetresAreRefused(_ id: String) throws {
        let town = try DistributionTests.six()
        for part in DistributionFigure.partNames {
            let value = try DistributionTests.value(
                id, town, "part=\(part);zoning=grid_100", ["grid": [100]])
            #expect(value.status == .cannotTell && value.reason == .unitsTooSmall && value.value == nil)
        }
        let quarters = try DistributionTests.value(
            id, town, "part=observed;zoning=quarters", ["grid": [100]])
        #expect(quarters.status == .valid)
    }

    @Test func whereChanceMakesMoreThanHalfTheFigureIsUnreliable() throws {
        // Homes of a few people, the group drawn by lot.
        var generator = SeededGenerator(seed: 4)
        let residents = [Int](repeating: 12, count: 90)
        let members = RandomAllocationTests.allocate(members: 200, to: residents, using: &generator)
        var town = try DistributionTests.row([0, 0], [0, 0])
        town.homes = residents.indices.map { unit in
            TownSketch.home(
                Double(unit % 10) * 200 + 1, Double(unit / 10) * 100 + 1, Double(residents[unit]), members[unit])
        }
        let values = try DistributionTests.result("dissimilarity", town, ["grid": [250]]).values.filter {
            $0.parameters.hasSuffix("zoning=grid_250")
        }
        #expect(values.allSatisfy { $0.status == .unreliable && $0.reason == .mostlyChance && $0.value != nil })
        #expect((values[0].value ?? 0) > 0.1 && (values[2].value ?? 1).magnitude < 0.15)
    }

    @Test(arguments: ids) func oneQuarterIsNoDistribution(_ id: String) throws {
        let town = try DistributionTests.row([1_000], [300])
        let value = try DistributionTests.value(id, town, "part=observed;zoning=quarters")
        #expect(value.status == .notApplicable && value.reason == .fewUnits && value.value == nil)
    }

    /// Defect 19 of other tools: an empty group gave no number.
    @Test(arguments: ids) func anEmptyGroupIsNotApplicable(_ id: String) throws {
        let residents = [100.0, 200, 300, 200, 250, 150]
        for value in try DistributionTests.result(id, DistributionTests.row(residents, [0, 0, 0, 0, 0, 0])).values {
            #expect(value.status == .notApplicable && value.value == nil && value.reason == nil)
        }
        for value in try DistributionTests.result(id, DistributionTests.row(residents, residents)).values {
            #expect(value.status == .notApplicable && value.value == nil && value.reason == .noVariation)
        }
    }

    @Test(arguments: ids) func withoutPeopleOrGroupsThereIsNothing(_ id: String) throws {
        var town = try DistributionTests.six()
        town.hasPopulation = false
        let values = try DistributionTests.result(id, town).values
        #expect(values.count == 9 && values.allSatisfy { $0.status == .noData && $0.value == nil })
        #expect(values[3].parameters == "part=observed;zoning=grid_500")
        var alone = try DistributionTests.six()
        alone.keepAllResidentsOnly()
        #expect(try DistributionTests.result(id, alone).values.isEmpty)
    }

    // MARK: - Uncertain counts

    @Test func noiseMakesAnEstimateAndMuchNoiseNoFigure() throws {
        let town = try DistributionTests.six()
        let little = try DistributionTests.value(
            "dissimilarity", town.noisy(2), "part=observed;zoning=quarters")
        #expect(little.status == .estimated && little.reason == nil)
        let (lower, upper) = (try #require(little.lower), try #require(little.upper))
        #expect(lower < (little.value ?? 0) && upper > (little.value ?? 0) && upper - lower < 0.05)
        let more = try DistributionTests.value("dissimilarity", town.noisy(20), "part=observed;zoning=quarters")
        #expect((more.upper ?? 0) - (more.lower ?? 0) > 2 * (upper - lower))
        let much = try DistributionTests.value(
            "dissimilarity", town.noisy(2_000), "part=observed;zoning=quarters")
        #expect(much.status == .unreliable && much.reason == .mostlyNoise)
    }

    @Test(arguments: ids) func theBoundsOfNoiseAreTheSameInEveryRunAndOrder(_ id: String) throws {
        let town = try TownSketch.random(seed: 1, areCells: false)
        var turned = town
        turned.homes.reverse()
        turned.quarters.reverse()
        let (first, second, third) = (
            try DistributionTests.result(id, town.noisy(2)).values,
            try DistributionTests.result(id, town.noisy(2)).values,
            try DistributionTests.result(id, turned.noisy(2)).values
        )
        #expect(first == second && first.contains { $0.lower != nil })
        for value in first where value.lower != nil {
            #expect(value.status == .estimated || (value.status == .unreliable && value.reason != nil))
        }
        for (value, other) in zip(first, third) {
            #expect(isClose(value.lower ?? -1, other.lower ?? -1) && isClose(value.upper ?? -1, other.upper ?? -1))
            if let number = value.value, let lower = value.lower, let upper = value.upper {
                #expect((lower...upper).contains(number))
            }
        }
    }

    @Test func theBoundsAreThoseOfTheNoise() throws {
        // Two equal halves, all noise in the members of one.
        var town = try DistributionTests.row([1_000, 1_000], [400, 200])
        town.spreads = [.none, CountSpread(noiseVariances: [100, 0])]
        let value = try DistributionTests.value("isolation", town, "part=observed;zoning=quarters")
        // xPx = (a² + b²) / (1000·(a + b)); its slope at a = 400, b = 200 is (2a·(a + b) − a² − b²) / (1000·(a + b)²).
        let (a, b): (Double, Double) = (400, 200)
        let slope = (2 * a * (a + b) - a * a - b * b) / (1_000 * (a + b) * (a + b))
        let reach = ((value.upper ?? 0) - (value.lower ?? 0)) / 2
        #expect((reach / (1.96 * 10 * slope) - 1).magnitude < 0.2)
    }

    @Test func drawnNoiseHasItsVariance() throws {
        let town = try DistributionTests.six().noisy(9)
        let zoned = try #require(
            try IndicatorContext(
                study: town.study(),
                requests: [ReachRequest(straightLine: StraightLine(), distances: [500])]
            ).zonedTowns(Dissimilarity().descriptor).first)
        let draws = try (0..<500).map { try #require(zoned.drawn($0).units(ofGroup: 1)) }
        #expect(zoned.isNoisy && draws[7] == zoned.drawn(7).units(ofGroup: 1))
        for (values, middle) in [(draws.map { $0.members[0] }, 40.0), (draws.map { $0.residents[5] }, 150)] {
            let mean = values.reduce(0, +) / 500
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 499
            // Four standard errors of a mean and of a variance over 500 draws.
            #expect((mean - middle).magnitude < 4 * 3 / 500.0.squareRoot())
            #expect((variance - 9).magnitude < 4 * 9 * (2.0 / 499).squareRoot())
        }
    }

    @Test func allGroupsTogetherHaveBoundsToo() throws {
        let residents = [100.0, 200, 300, 200, 250, 150]
        let (first, second) = ([40.0, 30, 30, 80, 100, 20], [20.0, 60, 100, 70, 60, 90])
        let third = residents.indices.map { residents[$0] - first[$0] - second[$0] }
        let town = try DistributionTests.row(residents, first, second, third).noisy(2)
        for id in ["information_index", "mutual_information"] {
            let values = try DistributionTests.result(id, town).values.filter { $0.group == nil }
            #expect(values.count == 9)
            for value in values where !value.parameters.contains("part=random") {
                let number = try #require(value.value)
                let (lower, upper) = (try #require(value.lower), try #require(value.upper))
                #expect(lower < number && number < upper && upper - lower < number && value.status == .estimated)
            }
        }
    }

    @Test func theNoiseOfAnEvenTownIsForetold() throws {
        var generator = SeededGenerator(seed: 21)
        let town = try DistributionTests.row(
            [Double](repeating: 1_000, count: 40), [Double](repeating: 200, count: 40))
        let zoned = try #require(
            try IndicatorContext(
                study: town.noisy(25).study(),
                requests: [ReachRequest(straightLine: StraightLine(), distances: [500])]
            ).zonedTowns(Dissimilarity().descriptor).first)
        // Sums of 12 uniform numbers have a variance of 1.
        func noise() -> Double {
            5 * ((0..<12).reduce(0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) } - 6)
        }
        var sum = 0.0
        for _ in 0..<200 {
            let units = try #require(
                TwoGroupUnits(
                    residents: (0..<40).map { _ in 1_000 + noise() }, members: (0..<40).map { _ in 200 + noise() }))
            sum += units.dissimilarity / 200
        }
        #expect((zoned.noiseDissimilarity(ofGroup: 1) - sum).magnitude < 0.05 * sum)
    }

    @Test func whatWasNotGivenIsSaid() throws {
        var town = try DistributionTests.six()
        func spread(open: Double) -> [CountSpread] {
            let members = town.homes.map { $0.counts[1] }
            return [
                .none, CountSpread(lowest: members, highest: members.enumerated().map { $0 == 0 ? $1 + open : $1 }),
            ]
        }
        town.spreads = spread(open: 15)
        let little = try DistributionTests.value("separation", town, "part=corrected;zoning=quarters")
        #expect(little.status == .estimated && little.reason == nil && isEqual(little.unrecorded, 0.05))
        town.spreads = spread(open: 60)
        let much = try DistributionTests.value("separation", town, "part=corrected;zoning=quarters")
        #expect(much.status == .unreliable && much.reason == .muchNotRecorded && isEqual(much.unrecorded, 0.2))
    }

    @Test func nobodyCountedIsNotNobodyWhereCountsWereNotGiven() throws {
        var town = try DistributionTests.row([100, 200, 300, 200, 250, 150], [0, 0, 0, 0, 0, 0])
        town.spreads = [.none, CountSpread(lowest: [0, 0, 0, 0, 0, 0], highest: [5, 5, 5, 5, 5, 5])]
        let value = try DistributionTests.value("dissimilarity", town, "part=observed;zoning=quarters")
        #expect(value.status == .cannotTell && value.value == nil)
    }

    @Test func cellsMakeEstimates() throws {
        let town = try TownSketch.random(seed: 2, areCells: true)
        for value in try DistributionTests.result("dissimilarity", town).values where value.reason == nil {
            #expect(value.status == .estimated)
        }
    }

    // MARK: - Sheets

    @Test func theSheetSpeaksWithTheTownsFigure() throws {
        let town = try DistributionTests.six()
        let table = IndicatorCatalogue.evaluate(
            try IndicatorContext(
                study: town.study(), requests: [ReachRequest(straightLine: StraightLine(), distances: [500])],
                settings: IndicatorSettings(also: Set(DistributionTests.ids))))
        let value = try DistributionTests.value("dissimilarity", town, "part=observed;zoning=quarters").value ?? 0
        let sentence = try #require(Dissimilarity().descriptor.sentence(.german, of: "Musterstadt", in: table))
        #expect(sentence.contains("Musterstadt"))
        #expect(sentence.contains(FigureNumber.text(value, unit: "index", .german)), "\(sentence)")
    }

    @Test func noneIsComputedUnasked() {
        for id in DistributionTests.ids {
            #expect(IndicatorCatalogue.indicator(id)?.descriptor.isDefault == false)
        }
    }
}
