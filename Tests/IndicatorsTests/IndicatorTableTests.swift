import Indicators
import TestSupport
import Testing
import Town

@Suite struct IndicatorTableTests {
    static func value(_ area: String, _ number: Double?, group: String? = "all") -> IndicatorValue {
        IndicatorValue(
            level: .quarter, areaID: area, areaName: area, group: group, category: nil, indicator: "residents",
            parameters: "", methodVersion: 1, value: number, unit: "persons", status: number == nil ? .noData : .valid)
    }

    @Test func valuesAreFoundByTheirWholeKey() {
        var table = IndicatorTable()
        let value = IndicatorTableTests.value("a", 1)
        table.append(value)
        table.append(IndicatorTableTests.value("a", 2, group: nil))
        let key = value.key
        #expect(table[key] == value)
        var other = key
        other.group = nil
        #expect(table[other]?.value == 2)
        for change in [
            { $0.level = .focusArea }, { $0.areaID = "b" }, { $0.indicator = "x" }, { $0.category = "cafe" },
            { $0.parameters = "metres=1" },
        ] as [(inout IndicatorTable.Key) -> Void] {
            var other = key
            change(&other)
            #expect(table[other] == nil)
        }
    }

    @Test func theLaterOfTwoValuesIsFound() {
        var table = IndicatorTable()
        table.append(IndicatorTableTests.value("a", 1))
        table.append(IndicatorTableTests.value("a", 2))
        #expect(table.values.count == 2)
        #expect(table[IndicatorTableTests.value("a", 0).key]?.value == 2)
    }

    @Test func filteringKeepsOrderAndLookUps() throws {
        let table = try TownSketch.example().table()
        let shares = table.filter { $0.indicator == "group_share" }
        #expect(shares.values == table.values.filter { $0.indicator == "group_share" })
        #expect(shares.find("group_share", "se", group: "foreign")?.value == 0.5)
        #expect(shares.find("residents", "se", group: "all") == nil)
        #expect(table.filter { _ in false }.values.isEmpty)
    }

    @Test func valuesStandInTheOrderThatTheTablePromises() throws {
        var town = try TownSketch.random(seed: 4, areCells: false)
        town.otherAreas = [[("o1", try rectangle(0, 0, 500, 500))], [("o2", try rectangle(500, 0, 900, 500))]]
        let table = IndicatorCatalogue.evaluate(try town.context())
        let indicators = IndicatorCatalogue.all.map(\.descriptor.id)
        let areas = try town.context().areas.map { [$0.level.rawValue, $0.id] }
        let targets = try town.context().targets.map(\.id)
        // Measure by measure, the plain limits first, then those of other speeds.
        let times = ["", "kmh=3;", "kmh=4.8;"].flatMap { speed in
            [5, 10].map { "\(speed)measure=walking;minutes=\($0)" }
        }
        let parameters = town.limits.map { "measure=straight_line;metres=\(Int($0))" } + times
        // What else there is of parameters comes in the order in which the indicator first speaks of it.
        var firstSeen: [String: Int] = [:]
        for value in table.values where firstSeen["\(value.indicator) \(value.parameters)"] == nil {
            firstSeen["\(value.indicator) \(value.parameters)"] = firstSeen.count
        }
        let ofAreas = table.values.filter { $0.level <= .area }
        #expect(table.values.prefix(ofAreas.count) == ofAreas[...])
        let ranks = try ofAreas.map { value in
            [
                try #require(areas.firstIndex(of: [value.level.rawValue, value.areaID])),
                try #require(indicators.firstIndex(of: value.indicator)),
                parameters.firstIndex(of: value.parameters)
                    ?? firstSeen["\(value.indicator) \(value.parameters)"] ?? 0,
                value.category.map { targets.firstIndex(of: $0) ?? -1 } ?? 0,
                value.group.map { town.groupIDs.firstIndex(of: $0) ?? -1 } ?? 0,
            ]
        }
        let byReach = zip(ranks, table.values).filter { $1.indicator != "stop_share" }.map(\.0)
        #expect(byReach == byReach.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(Set(table.keys).count == table.values.count)
        #expect(areas.map { $0[0] }.first == "town" && areas.count == 1 + 9 + 2 + 2)
    }

    @Test func everyIndicatorHasValuesForEveryArea() throws {
        let town = try TownSketch.example()
        let table = IndicatorCatalogue.evaluate(try town.context())
        let sum = try ConformanceTests.ids.reduce(0) { try $0 + ConformanceTests.values($1, town).count }
        #expect(table.values.count == sum)
        #expect(Set(table.values.map(\.indicator)) == Set(ConformanceTests.ids))
    }

    @Test func twoRunsGiveTheSameTable() throws {
        let town = try TownSketch.random(seed: 12, areCells: true)
        #expect(try town.table().values == town.table().values)
    }

    @Test func levelsAscendFromTheTown() {
        #expect(AreaLevel.allCases.shuffled().sorted() == [.town, .quarter, .focusArea, .area, .place, .operator])
    }
}
