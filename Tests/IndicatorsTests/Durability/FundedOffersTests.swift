import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// What counts as offered, and until when.
@Suite struct FundedOffersTests {
    private static func offers(_ change: (inout TownSketch) -> Void) throws -> FundedOffers? {
        var town = try DurabilityTown.town()
        change(&town)
        return FundedOffers(try town.study())
    }

    @Test func whatHappensOnceIsNoneOfThem() throws {
        let found = try #require(try Self.offers { _ in })
        #expect(found.offers.count == 4 && found.offersOfPlace == [[0, 1], [2], [3]])
        let june = CalendarDate(iso: "2024-06-30")?.dayNumber
        #expect(found.offers.map(\.lastDay) == [Int.max, june, june, nil])
        #expect(found.offers.map(\.operator) == ["Stadt", "Verein", "Verein", nil])
        #expect(found.offers.map(\.volunteers) == [0, 1, 0.5, nil])
        #expect(
            try Self.offers { town in
                town.offers = [
                    TownSketch.Offer(places: ["a"], funding: .oneOff(on: nil)),
                    TownSketch.Offer(places: [], funding: .permanent),
                ]
            } == nil)
        #expect(try Self.offers { $0.offers = nil } == nil)
    }

    @Test func whoRunsThePlaceRunsTheOfferUnlessItSaysOtherwise() throws {
        let found = try #require(
            try Self.offers { town in
                town.places[2].operatorName = "Kirche"
                town.places[0].operatorName = "Kirche"
            })
        #expect(found.offers.map(\.operator) == ["Stadt", "Verein", "Verein", "Kirche"])
    }

    @Test func placesHaveEndsOfTheirOwn() throws {
        let found = try #require(
            try Self.offers { town in
                town.offers = [TownSketch.Offer(places: ["a"], funding: .permanent)]
                town.places[0].fundedUntil = "2024-03-31"
                town.places[1].fundedUntil = "2025-03-31"
                town.places[1].operatorName = "Kirche"
                town.places[2].fundedUntil = "irgendwann"
            })
        // The permanent offer says nothing of the place's own end; an unreadable one is none.
        let ends = ["2024-03-31", "2025-03-31"].map { CalendarDate(iso: $0)?.dayNumber }
        #expect(found.offers.map(\.lastDay) == [Int.max] + ends)
        #expect(found.offers.map(\.operator) == [nil, nil, "Kirche"] && found.offersOfPlace == [[0, 1], [2], []])
    }

    /// An offer at several places is one offer, however many of them are in reach.
    @Test func anOfferInReachCountsOnce() throws {
        var town = try DurabilityTown.town()
        town.offers = [
            TownSketch.Offer(places: ["a", "b", "c"], funding: .permanent),
            TownSketch.Offer(places: ["b"], funding: .notRecorded),
        ]
        town.limits = [3_000]
        let found = try #require(try town.context().offersInReach())
        #expect(found.inReach == [[0, 1], [0, 1], [0, 1]])
        town.limits = [200]
        #expect(try #require(try town.context().offersInReach()).inReach == [[0], [0, 1], [0]])
    }

    /// The last day of what is sure, and of what may be.
    @Test func horizonsOfOrigins() throws {
        let offers = try #require(try Self.offers { _ in })
        let horizon = AccessHorizon(offers, [[0, 1], [1, 2], [2, 3], [3], []])
        let june = CalendarDate(iso: "2024-06-30")?.dayNumber
        #expect(horizon.sure == [Int.max, june, june, nil, nil])
        #expect(horizon.possible == [Int.max, june, Int.max, Int.max, nil])
        #expect(horizon.unrecorded == [0, 0, 0.5, 1, 0])
    }
}
