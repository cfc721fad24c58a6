import Foundation
import Indicators
import Planar
import TestSupport
import Testing
import Town
import Travel
import Wording

/// What every indicator of the catalogue keeps to, whatever it measures. A new indicator is tested here by being listed.
@Suite struct ConformanceTests {
    static let ids = IndicatorCatalogue.all.map(\.descriptor.id)
    /// Indicators whose n counts no people.
    static let whoseNumberIsNotOfPeople: Set<String> = [
        "place_count", "room_stages", "supply_without_demand", "supply_lost_on_the_way",
    ]
    /// Indicators whose values depend on how many people there are, for a reason: guards against small counts.
    static let thatDependOnCounts: [String: String] = Dictionary(
        [
            ("what chance makes depends on how many people there are", DistributionTests.ids),
            (
                "shares of few people say less, see EmpiricalBayes",
                [
                    "steadied_share", "neighbour_likeness", "local_likeness", "neighbourhood_surplus",
                    "computed_focus_area", "focus_area_agreement",
                ]
            ),
            ("the counts of several years are given apart from those of now", ["residents_change"]),
            (
                "fewer than 30 people are single households",
                [
                    "place_exposure", "home_exposure", "encounter_gain", "place_exposure_by_time", "place_mix",
                    "place_mix_distance",
                ]
            ),
        ].flatMap { reason, ids in ids.map { ($0, reason) } }
    ) { $1 }

    /// Units whose values cannot fall below zero.
    static let unitsThatCount: Set<String> = [
        "hours", "rooms", "kinds", "cost", "index", "per_100", "per_1000", "persons_per_seat", "persons",
        "person_years", "share", "m", "min", "places", "ratio",
    ]

    static func values(_ id: String, _ town: TownSketch) throws -> [IndicatorValue] {
        try #require(IndicatorCatalogue.indicator(id)).evaluate(try town.context()).values
    }

    /// Towns of all kinds.
    static func towns() throws -> [TownSketch] { try ConformanceTowns.all().map(\.town) }

    /// The values of an indicator in a context.
    private static func values(_ id: String, in context: IndicatorContext) throws -> [IndicatorValue] {
        try #require(IndicatorCatalogue.indicator(id)).evaluate(context).values
    }

    /// The values of an indicator in the worked example.
    private static func exampleValues(_ id: String) throws -> [IndicatorValue] { try ConformanceTowns.values(id)[0] }

    /// Compares by key: status, and numbers within rounding.
    static func expectEqual(_ left: [IndicatorValue], _ right: [IndicatorValue]) {
        #expect(left.count == right.count)
        let others = Dictionary(right.map { ($0.key, $0) }) { $1 }
        for value in left {
            guard let other = others[value.key] else {
                Issue.record("\(value.key) is missing")
                continue
            }
            #expect(value.status == other.status, "\(value.key)")
            #expect(isClose(value.value ?? -1, other.value ?? -1), "\(value.key)")
            #expect(isClose(value.n ?? -1, other.n ?? -1), "\(value.key)")
        }
    }

    // MARK: - Form

    @Test(arguments: ids) func valuesAreWhatTheDescriptorSays(_ id: String) throws {
        let descriptor = try #require(IndicatorCatalogue.indicator(id)).descriptor
        for values in try ConformanceTowns.values(id) {
            #expect(!values.isEmpty)
            for value in values {
                #expect(value.indicator == descriptor.id && value.unit == descriptor.unit)
                #expect(value.methodVersion == descriptor.version)
                #expect(value.value?.isFinite != false && value.n?.isFinite != false)
                let hasValue = [.valid, .estimated, .unreliable].contains(value.status)
                #expect((value.value != nil) == hasValue, "\(value.status) \(value.areaID)")
                if descriptor.unit == "share" { #expect((0...1).contains(value.value ?? 0)) }
                #expect(value.n ?? 0 >= 0)
                if ConformanceTests.unitsThatCount.contains(value.unit), descriptor.counting != .changeOfResidents {
                    #expect(value.value ?? 0 >= 0)
                }
                if let band = value.band, let number = value.value { #expect(band.contains(number)) }
                if let share = value.unrecorded { #expect((0...1).contains(share)) }
                // What has no value says why, and what is refused is not only doubtful.
                if value.reason != nil, value.value == nil {
                    #expect([.notApplicable, .cannotTell, .noData].contains(value.status))
                }
            }
        }
    }

    @Test(arguments: ids) func everyKeyOccursOnceForEveryArea(_ id: String) throws {
        for (town, values) in zip(try ConformanceTowns.all(), try ConformanceTowns.values(id)) {
            let keys = values.map(\.key)
            #expect(Set(keys).count == keys.count)
            // Every area has the same questions: nothing is left out where there is no answer.
            func questions(_ area: AnalysisArea) -> [IndicatorTable.Key] {
                keys.filter { $0.level == area.level && $0.areaID == area.id }.map {
                    var key = $0
                    (key.level, key.areaID) = (.town, "")
                    return key
                }
            }
            // Some questions are put to the whole town only, some to its parts.
            for (_, areas) in Dictionary(grouping: town.context.areas, by: \.level) {
                let first = questions(areas[0])
                for area in areas { #expect(questions(area) == first, "\(area.id)") }
            }
        }
    }

    @Test(arguments: ids) func parametersAreCanonical(_ id: String) throws {
        for values in try ConformanceTowns.values(id) {
            for value in values where !value.parameters.isEmpty {
                let pairs = value.parameters.split(separator: ";", omittingEmptySubsequences: false)
                let keys = pairs.map { $0.prefix { $0 != "=" } }
                #expect(keys == keys.sorted() && Set(keys).count == keys.count)
                #expect(pairs.allSatisfy { $0.count { $0 == "=" } == 1 && !$0.contains(" ") }, "\(value.parameters)")
            }
        }
    }

    // MARK: - Invariance

    @Test(arguments: ids) func twoEvaluationsAreEqual(_ id: String) throws {
        for (town, values) in zip(try ConformanceTowns.all(), try ConformanceTowns.values(id)) {
            #expect(try values == ConformanceTests.values(id, in: town.again))
        }
    }

    @Test(arguments: ids) func theOrderOfRowsDoesNotMatter(_ id: String) throws {
        for (town, plain) in zip(try ConformanceTowns.all(), try ConformanceTowns.values(id)) {
            for shuffled in town.shuffled {
                ConformanceTests.expectEqual(plain, try ConformanceTests.values(id, in: shuffled))
            }
        }
    }

    /// With what power of the number of people the values of a unit grow.
    static let powers: [String: Double] = [
        "persons": 1, "person_years": 1, "persons_per_seat": 1, "per_100": -1, "per_1000": -1,
    ]

    @Test(arguments: ids) func onlyResidentsGrowWithTheNumberOfPeople(_ id: String) throws {
        guard ConformanceTests.thatDependOnCounts[id] == nil else { return }
        let needs = try #require(IndicatorCatalogue.indicator(id)).descriptor.needs
        let countsPeople =
            needs.contains(.population) && !ConformanceTests.whoseNumberIsNotOfPeople.contains(id)
        for (town, plain) in zip(try ConformanceTowns.all(), try ConformanceTowns.values(id)) {
            for (factor, scaled) in town.scaled {
                let expected = plain.map { value in
                    var value = value
                    let power = ConformanceTests.powers[value.unit] ?? 0
                    value.value = value.value.map { $0 * pow(factor, power) }
                    if countsPeople { value.n = value.n.map { $0 * factor } }
                    return value
                }
                ConformanceTests.expectEqual(expected, try ConformanceTests.values(id, in: scaled))
            }
        }
    }

    @Test(arguments: ids) func movingTheWholeTownChangesNothing(_ id: String) throws {
        let moved = try ConformanceTowns.moved.get()
        ConformanceTests.expectEqual(try ConformanceTests.exampleValues(id), try ConformanceTests.values(id, in: moved))
    }

    // MARK: - Special towns

    @Test(arguments: ids) func aTownOfOneQuarterIsThatQuarter(_ id: String) throws {
        let values = try ConformanceTests.values(id, in: ConformanceTowns.ofOneQuarter.get())
        let asTown = values.filter { $0.level == .quarter }.map { value in
            var value = value
            (value.level, value.areaID) = (.town, "01001000")
            return value
        }
        let asked = Set(asTown.map(\.key))
        let ofTown = values.filter { $0.level == .town && asked.contains($0.key) }
        let told = Set(ofTown.map(\.key))
        ConformanceTests.expectEqual(ofTown, asTown.filter { told.contains($0.key) })
    }

    @Test(arguments: ids) func withoutWhatItNeedsAnIndicatorHasNoData(_ id: String) throws {
        let needs = try #require(IndicatorCatalogue.indicator(id)).descriptor.needs
        for need in IndicatorDescriptor.Need.allCases {
            let values = try ConformanceTests.values(id, in: ConformanceTowns.context(without: need))
            if needs.contains(need) {
                // Without groups there is nobody to tell apart, and so no row.
                #expect(need == .groups || !values.isEmpty)
                #expect(values.allSatisfy { $0.status == .noData && $0.value == nil })
            } else {
                #expect(values.contains { $0.value != nil || $0.reason != nil })
            }
        }
    }

    @Test(arguments: ids) func whereNobodyLivesOnlyCountsHaveValues(_ id: String) throws {
        let values = try ConformanceTests.exampleValues(id).filter { $0.areaID == "ne" }
        let descriptor = try #require(IndicatorCatalogue.indicator(id)).descriptor
        for value in values where value.status != .noData {
            if descriptor.unit == "persons" || !descriptor.needs.contains(.population) {
                #expect(value.status == .valid)
            } else {
                #expect(value.status == .notApplicable && value.value == nil && value.n == 0)
            }
        }
    }

    @Test(arguments: ids) func aCategoryThatNobodyRecordedHasNoData(_ id: String) throws {
        let values = try ConformanceTests.exampleValues(id).filter { $0.category == "market" }
        #expect(values.allSatisfy { $0.status == .noData && $0.value == nil })
        let isByCategory = try ConformanceTests.exampleValues(id).contains {
            $0.level == .town && $0.category == "cafe"
        }
        #expect(values.isEmpty == !isByCategory)
    }

    // MARK: - Method sheets

    @Test(arguments: ids) func theMethodSheetIsComplete(_ id: String) throws {
        let descriptor = try #require(IndicatorCatalogue.indicator(id)).descriptor
        #expect(descriptor.version >= 1)
        #expect(!descriptor.references.isEmpty && descriptor.references.allSatisfy { !$0.isEmpty })
        for language in Language.allCases {
            for part in MethodSheet.Part.allCases {
                let text = descriptor.text(part, language)
                #expect(!text.isEmpty && !text.contains("⟨"), "\(part) \(language)")
                #expect(part == .here ? text.contains("{value}") : !text.contains("{"), "\(part) \(language)")
                let rules = language == .german ? ForbiddenWords.german : ForbiddenWords.english
                for rule in rules { #expect(!rule.isBroken(by: text), "\(part): \(rule.reason)") }
            }
            let sheet = descriptor.methodSheet(language)
            #expect(!sheet.contains("⟨"))
            #expect(sheet.hasPrefix(descriptor.text(.title, language) + " (\(id))\n"))
            #expect(sheet.contains(Catalogue.of(language).text("unit.\(descriptor.unit)")))
            for reference in descriptor.references where !reference.hasPrefix("own definition") {
                #expect(sheet.contains(reference))
            }
            for part in MethodSheet.Part.allCases where part != .here {
                #expect(sheet.contains(descriptor.text(part, language)))
            }
            #expect(sheet.hasSuffix("\n"))
        }
        #expect(descriptor.methodSheet(.german) != descriptor.methodSheet(.english))
    }

    @Test(arguments: ids) func straightLinesAreNamedSo(_ id: String) throws {
        let values = try ConformanceTests.exampleValues(id)
        guard values.contains(where: { $0.parameters.contains("measure=straight_line") }) else { return }
        let descriptor = try #require(IndicatorCatalogue.indicator(id)).descriptor
        #expect(descriptor.methodSheet(.german).contains("Luftlinie"))
        #expect(descriptor.methodSheet(.english).contains("straight"))
    }

    @Test func idsAreUniqueSnakeCaseAndFound() {
        #expect(Set(ConformanceTests.ids).count == ConformanceTests.ids.count)
        #expect(ConformanceTests.ids.count >= 9)
        for id in ConformanceTests.ids {
            #expect(id.allSatisfy { ("a"..."z").contains($0) || $0 == "_" })
            #expect(IndicatorCatalogue.indicator(id)?.descriptor.id == id)
        }
        #expect(IndicatorCatalogue.indicator("none") == nil)
        #expect(ConformanceTests.whoseNumberIsNotOfPeople.isSubset(of: ConformanceTests.ids))
        #expect(Set(ConformanceTests.thatDependOnCounts.keys).isSubset(of: ConformanceTests.ids))
    }
}
