import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// A town whose access by the funding of offers is small enough to do by hand.
enum DurabilityTown {
    static let ids: Set<String> = [
        "funded_access", "access_cliff", "access_person_years", "operator_loss", "operator_concentration",
        "volunteer_reliance",
    ]

    /// Three homes with 10, 20 and 30 people, each with a place at its door: a permanent offer and one until the end of
    /// June at the first, one until the end of June at the second, one of unknown end at the third.
    static func town() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.homes = [
            TownSketch.home(100, 100, 10, 1), TownSketch.home(1_900, 100, 20, 4), TownSketch.home(1_000, 1_900, 30, 9),
        ]
        town.places = [
            TownSketch.Place(x: 100, y: 110, category: "cafe", id: "a"),
            TownSketch.Place(x: 1_900, y: 110, category: "cafe", id: "b"),
            TownSketch.Place(x: 1_000, y: 1_890, category: "cafe", id: "c"),
        ]
        let june = Funding.limited(until: CalendarDate(iso: "2024-06-30"))
        town.offers = [
            TownSketch.Offer(places: ["a"], funding: .permanent, operatorName: "Stadt", volunteers: 0),
            TownSketch.Offer(places: ["a"], funding: june, operatorName: "Verein", volunteers: 1),
            TownSketch.Offer(places: ["b"], funding: june, operatorName: "Verein", volunteers: 0.5),
            TownSketch.Offer(places: ["c"], funding: .notRecorded),
            TownSketch.Offer(
                places: ["c"], funding: .oneOff(on: CalendarDate(iso: "2024-05-01")), operatorName: "Stadt"),
        ]
        town.limits = [200]
        return town
    }

    static func table(_ town: TownSketch) throws -> IndicatorTable { try town.table(also: ids) }

    static func value(
        _ table: IndicatorTable, _ id: String, _ more: String, group: String = "all"
    ) throws -> IndicatorValue {
        try #require(
            table.values.first {
                $0.indicator == id && $0.level == .town && $0.group == group && $0.parameters.contains(more)
            }, "\(id) \(more)")
    }

    /// What the method sheet says of the town.
    static func sentence(_ table: IndicatorTable, _ id: String, _ language: Language) throws -> String? {
        try #require(IndicatorCatalogue.indicator(id)).descriptor.sentence(language, of: "Stadt", in: table)
    }
}
