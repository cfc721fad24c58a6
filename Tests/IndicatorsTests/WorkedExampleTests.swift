import Indicators
import TestSupport
import Testing

/// The values of one small town, computed by hand. See `TownSketch.example`.
@Suite struct WorkedExampleTests {
    /// An expected value: indicator, area, group, category, metres, value (nil for none), status, n.
    struct Case: CustomTestStringConvertible {
        var indicator: String
        var area: String
        var group: String?
        var category: String?
        var metres: Int?
        var value: Double?
        var status: Status
        var n: Double?
        var testDescription: String { "\(indicator) \(area) \(group ?? "") \(category ?? "") \(metres ?? 0)" }

        init(
            _ indicator: String, _ area: String, _ group: String?, category: String? = nil, metres: Int? = nil,
            is value: Double?, status: Status = .valid, n: Double?
        ) {
            self.indicator = indicator
            self.area = area
            self.group = group
            self.category = category
            self.metres = metres
            self.value = value
            self.status = status
            self.n = n
        }
    }

    static let people: [Case] = [
        // The seven people outside every quarter do not count for the town.
        Case("residents", "town", "all", is: 100, n: 100), Case("residents", "sw", "all", is: 40, n: 40),
        Case("residents", "se", "all", is: 40, n: 40), Case("residents", "nw", "all", is: 20, n: 20),
        Case("residents", "ne", "all", is: 0, n: 0), Case("residents", "town", "foreign", is: 28, n: 28),
        Case("residents", "sw", "foreign", is: 8, n: 8), Case("residents", "nw", "foreign", is: 0, n: 0),
        Case("group_share", "town", "foreign", is: 0.28, n: 100), Case("group_share", "sw", "foreign", is: 0.2, n: 40),
        Case("group_share", "se", "foreign", is: 0.5, n: 40), Case("group_share", "nw", "foreign", is: 0, n: 20),
        Case("group_share", "ne", "foreign", is: nil, status: .notApplicable, n: 0),
        Case("location_quotient", "town", "foreign", is: 1, n: 100),
        Case("location_quotient", "sw", "foreign", is: 0.2 / 0.28, n: 40),
        Case("location_quotient", "se", "foreign", is: 0.5 / 0.28, n: 40),
        Case("location_quotient", "nw", "foreign", is: 0, n: 20),
        Case("location_quotient", "ne", "foreign", is: nil, status: .notApplicable, n: 0),
    ]

    static let places: [Case] = [
        // The café outside the town counts for reach, not for a quarter.
        Case("place_count", "town", nil, category: "cafe", is: 1, n: 1),
        Case("place_count", "town", nil, category: "library", is: 2, n: 2),
        Case("place_count", "sw", nil, category: "library", is: 1, n: 1),
        Case("place_count", "se", nil, category: "library", is: 0, n: 0),
        Case("place_count", "ne", nil, category: "library", is: 1, n: 1),
        Case("place_count", "town", nil, category: "meeting_places", is: 3, n: 3),
        Case("place_count", "town", nil, category: "organised_places", is: 2, n: 2),
        Case("place_count", "town", nil, category: "everyday_places", is: 1, n: 1),
        Case("place_count", "town", nil, category: "services", is: 1, n: 1),
        Case("place_count", "nw", nil, category: "services", is: 1, n: 1),
        Case("place_count", "town", nil, category: "market", is: nil, status: .noData, n: 0),
        Case("place_count", "sw", nil, category: "market", is: nil, status: .noData, n: 0),
    ]

    static let reach: [Case] = [
        // Homes to the nearest library: 300, √(800² + 300²), 1,000, 1,000 m.
        Case("nearest_distance", "sw", "all", category: "library", is: 854.4, n: 40),
        Case("nearest_distance", "se", "all", category: "library", is: 1_000, n: 40),
        Case("nearest_distance", "town", "all", category: "library", is: 1_000, n: 100),
        // Of 28 people of the group 2 have 300 m and 6 have 854.4 m: half have 1,000 m.
        Case("nearest_distance", "town", "foreign", category: "library", is: 1_000, n: 28),
        Case("nearest_distance", "nw", "foreign", category: "library", is: nil, status: .notApplicable, n: 0),
        Case("nearest_distance", "ne", "all", category: "library", is: nil, status: .notApplicable, n: 0),
        Case("nearest_distance", "sw", "all", category: "market", is: nil, status: .noData, n: nil),
        Case("nearest_distance", "nw", "all", category: "school", is: 400, n: 20),
        // The nearest meeting place of the south-east is its café, 400 m away.
        Case("nearest_distance", "se", "all", category: "meeting_places", is: 400, n: 40),
        Case("coverage_share", "sw", "all", category: "library", metres: 300, is: 0.25, n: 40),
        Case("coverage_share", "town", "all", category: "library", metres: 300, is: 0.1, n: 100),
        Case("coverage_share", "town", "foreign", category: "library", metres: 300, is: 2.0 / 28, n: 28),
        Case("coverage_share", "town", "all", category: "library", metres: 500, is: 0.1, n: 100),
        // Exactly 1,000 m is within 1,000 m.
        Case("coverage_share", "town", "all", category: "library", metres: 1_000, is: 1, n: 100),
        Case("coverage_share", "se", "all", category: "school", metres: 300, is: 0, n: 40),
        Case("coverage_share", "ne", "all", category: "library", metres: 300, is: nil, status: .notApplicable, n: 0),
        Case("coverage_share", "town", "all", category: "market", metres: 300, is: nil, status: .noData, n: nil),
        Case("places_within", "town", "all", category: "library", metres: 1_000, is: 1, n: 100),
        // Within 1,500 m two homes have both libraries: (10 + 30 + 2 · 40 + 2 · 20) / 100.
        Case("places_within", "town", "all", category: "library", metres: 1_500, is: 1.6, n: 100),
        Case("places_within", "town", "foreign", category: "library", metres: 1_500, is: 48.0 / 28, n: 28),
        Case("places_within", "sw", "all", category: "library", metres: 300, is: 0.25, n: 40),
        // Both cafés lie within 1,500 m of the south-east, the outer one at exactly 1,500 m.
        Case("places_within", "se", "all", category: "cafe", metres: 1_500, is: 2, n: 40),
        Case("places_within", "ne", "all", category: "cafe", metres: 300, is: nil, status: .notApplicable, n: 0),
    ]

    @Test(arguments: people + places + reach) func valuesByHand(_ expected: Case) throws {
        var town = try TownSketch.example()
        town.limits = [300, 500, 1_000, 1_500]
        let value = try #require(
            try town.table().find(
                expected.indicator, expected.area, group: expected.group, category: expected.category,
                metres: expected.metres))
        #expect(value.status == expected.status)
        #expect((value.value == nil) == (expected.value == nil))
        if let number = expected.value { #expect(isClose(value.value ?? .nan, number)) }
        #expect(value.n == expected.n)
    }

    @Test func sensitivePlacesAreNoTarget() throws {
        let table = try TownSketch.example().table()
        #expect(!table.values.contains { $0.category == "shelter" })
        // Nor do they count among the services: the shelter at the door of 10 people is not near.
        #expect(table.find("coverage_share", "sw", group: "all", category: "services", metres: 300)?.value == 0)
    }

    @Test func focusAreasHaveTheirOwnPeopleAndPlaces() throws {
        var town = try TownSketch.example()
        // Across the border of two quarters, and one far outside the town.
        town.focusAreas = [
            ("f1", try rectangle(800, 0, 1_600, 600)), ("f2", try rectangle(4_900, 4_900, 5_100, 5_100)),
        ]
        let table = try town.table()
        #expect(table.find("residents", "f1", group: "all")?.value == 70)
        #expect(table.find("residents", "f2", group: "foreign")?.value == 7)
        #expect(table.find("group_share", "f2", group: "foreign")?.value == 1)
        #expect(isClose(table.find("location_quotient", "f2", group: "foreign")?.value ?? 0, 1 / 0.28))
        #expect(table.find("place_count", "f1", category: "library")?.value == 0)
        #expect(table.find("residents", "town", group: "all")?.value == 100)
    }
}
