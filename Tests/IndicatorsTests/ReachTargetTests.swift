import Indicators
import TestSupport
import Testing
import Town
import Travel

@Suite struct ReachTargetTests {
    @Test func theSumsComeFirstThenCategoriesWithoutSensitiveOnes() throws {
        let targets = try TownSketch.example().context().targets
        #expect(
            targets.map(\.id) == [
                "meeting_places", "organised_places", "everyday_places", "services", "cafe", "library", "market",
                "school",
            ])
        #expect(targets.map(\.placeCount) == [4, 2, 2, 1, 2, 2, 0, 1])
        #expect(targets.prefix(4).map(\.categories) == [[0, 1, 2], [1], [0, 2], [3]])
    }

    @Test func withoutCategoriesOnlyTheSumsAreLeft() {
        let targets = ReachTarget.all(of: PlaceTable())
        #expect(targets.map(\.id) == ReachTarget.sums)
        #expect(targets.allSatisfy { $0.placeCount == 0 && $0.categories.isEmpty })
    }

    @Test func aCategoryCalledLikeASumIsToldApart() {
        var places = PlaceTable()
        places.categories = [TownSketch.category("services", .meetingPlace), TownSketch.category("shop", .service)]
        places.categoryIndexes = [0, 0, 1]
        let targets = ReachTarget.all(of: places)
        #expect(targets.map(\.id) == ReachTarget.sums + ["category_services", "shop"])
        #expect(targets.map(\.placeCount) == [2, 0, 2, 1, 2, 1])
    }

    @Test func thresholdsStandInTheParameters() throws {
        var town = try TownSketch.example()
        town.limits = [300, 412.5]
        let ofReach = UncertaintyTests.exact.union(["stop_share"])
        let parameters = Set(
            try town.table().values.filter { ofReach.contains($0.indicator) }.map(\.parameters))
        #expect(
            parameters == [
                "", "measure=straight_line", "measure=straight_line;metres=300", "measure=straight_line;metres=412.5",
                "measure=walking", "measure=walking;minutes=5", "measure=walking;minutes=10",
                "kmh=3;measure=walking;minutes=5", "kmh=3;measure=walking;minutes=10",
                "kmh=4.8;measure=walking;minutes=5", "kmh=4.8;measure=walking;minutes=10",
                "departures=1;measure=walking;minutes=10", "departures=2;measure=walking;minutes=10",
            ])
    }

    @Test(arguments: [-1.0, .nan, .infinity]) func limitsThatAreNoneAreRefused(_ limit: Double) throws {
        var town = try TownSketch.example()
        town.limits = [limit]
        #expect(throws: ReachQueryError.limitNotUsable) { try town.context() }
    }

    @Test func withoutLimitsThereIsOnlyTheNearest() throws {
        var town = try TownSketch.example()
        town.limits = []
        let table = IndicatorCatalogue.evaluate(
            try IndicatorContext(study: town.study(), measure: StraightLine(), limits: []))
        #expect(table.find("nearest_distance", "sw", group: "all", category: "library")?.value == 854.4)
        #expect(!table.values.contains { $0.indicator == "coverage_share" })
    }
}
