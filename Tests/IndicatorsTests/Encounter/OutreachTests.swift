import TestSupport
import Testing
import Town

@testable import Indicators

/// What offers say of themselves.
@Suite struct OutreachTests {
    static func town() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.places = [
            TownSketch.Place(x: 100, y: 100, category: "library", id: "a", hours: "Mo 10:00-12:00"),
            TownSketch.Place(x: 1_500, y: 100, category: "cafe", id: "b"),
        ]
        town.offers = [
            TownSketch.Offer(places: ["a"], languages: ["de", "ar"], targetGroups: ["alle"]),
            TownSketch.Offer(places: ["a", "b"], hours: "Tu 15:00-17:00", languages: ["de"]),
            TownSketch.Offer(places: ["b"]),
            TownSketch.Offer(places: [], targetGroups: ["Familien"]),
        ]
        return town
    }

    static func share(_ area: String, _ statement: String) throws -> IndicatorValue {
        try #require(
            EncounterTown.values("outreach", OutreachTests.town()).row(area, nil, ["says=\(statement)"]))
    }

    @Test func sharesOfTheTown() throws {
        #expect(try OutreachTests.share("town", "audience").value == 2 / 4)
        #expect(try OutreachTests.share("town", "languages").value == 2 / 4)
        #expect(try OutreachTests.share("town", "place").value == 3 / 4)
        // The hours of the library are those of what is offered there, where nothing else is said.
        #expect(try OutreachTests.share("town", "hours").value == 2 / 4)
        #expect(try OutreachTests.share("town", "everything").value == 1 / 4)
        #expect(try OutreachTests.share("town", "everything").n == 4)
    }

    @Test func anOfferBelongsToEachOfItsQuarters() throws {
        let (west, east) = (try OutreachTests.share("sw", "hours"), try OutreachTests.share("se", "hours"))
        #expect(west.value == 1 && west.n == 2 && east.value == 0.5 && east.n == 2)
        let none = try OutreachTests.share("ne", "hours")
        #expect(none.status == .notApplicable && none.value == nil && none.n == 0)
    }

    @Test func nothingRecordedIsNoData() throws {
        var town = try OutreachTests.town()
        town.offers = nil
        #expect(try EncounterTown.values("outreach", town).allSatisfy { $0.status == .noData })
        #expect(Outreach().descriptor.isDefault && !Outreach().descriptor.needs.contains(.population))
    }
}
