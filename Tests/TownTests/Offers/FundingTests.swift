import Features
import TestSupport
import Testing

@testable import Town

@Suite struct FundingTests {
    static let start = CalendarDate(iso: "2024-01-01")
    static let horizon = CalendarDate(iso: "2025-12-31")

    @Test func whatRunsOnADay() throws {
        let day = try #require(OfferSketch.day("2025-06-30"))
        #expect(Funding.permanent.isRunning(on: day) == true)
        // The last day is paid for.
        #expect(Funding.limited(until: day).isRunning(on: day) == true)
        #expect(Funding.limited(until: OfferSketch.day("2025-06-29")).isRunning(on: day) == false)
        #expect(Funding.oneOff(on: day).isRunning(on: day) == true)
        #expect(Funding.oneOff(on: OfferSketch.day("2025-07-01")).isRunning(on: day) == false)
        for unknown in [Funding.notRecorded, .limited(until: nil), .oneOff(on: nil)] {
            #expect(unknown.isRunning(on: day) == nil)
        }
        let (table, _) = OfferSketch.read([
            [.funding: "dauerhaft"], [.funding: "befristet bis 30.6.2025"], [:], [.funding: "befristet bis 1.1.2025"],
            [.funding: "befristet"],
        ])
        #expect(table.offers(runningOn: day) == [0, 1])
        #expect(table.offersOfUnknownEnd == [2, 4])
    }

    @Test func anAccountByHand() {
        let days = ["2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01"].map(OfferSketch.day)
        let account = FundingAccount(
            days.map { Funding.limited(until: $0) }
                + [.permanent, .permanent, .oneOff(on: nil), .limited(until: nil), .notRecorded, .notRecorded],
            from: FundingTests.start, through: FundingTests.horizon)
        // The first day and the last day belong to the time looked at.
        #expect(account.ended == 1 && account.ending == 2 && account.endingLater == 1)
        #expect(account.permanent == 2 && account.oneOff == 1 && account.endUnknown == 1 && account.notRecorded == 2)
        #expect(account.total == 10 && account.unknown == 3)
    }

    @Test func withoutAPeriodNothingHasEndedAndEverythingEndsLater() {
        let account = FundingAccount([.limited(until: OfferSketch.day("1999-12-31"))], from: nil, through: nil)
        #expect(account.endingLater == 1 && account.total == 1)
    }

    /// Every offer is in one part of the account, whatever its state.
    @Test func thePartsAddUp() {
        var random = SeededGenerator(seed: 46)
        for _ in 0..<200 {
            let states = (0..<Int.random(in: 0...40, using: &random)).map { _ -> Funding in
                let day = CalendarDate(
                    year: Int.random(in: 2022...2027, using: &random), month: Int.random(in: 1...12, using: &random),
                    day: Int.random(in: 1...31, using: &random))
                return [.permanent, .limited(until: day), .oneOff(on: day), .notRecorded][
                    Int.random(in: 0...3, using: &random)]
            }
            let account = FundingAccount(states, from: FundingTests.start, through: FundingTests.horizon)
            #expect(account.total == states.count)
            var table = OfferTable()
            table.funding = states
            #expect(account.unknown == table.offersOfUnknownEnd.count)
        }
    }

    // MARK: What ends when

    @Test func endsAreSortedByDayAndOneOffsAreNoLoss() throws {
        let study = try OfferSketch.study([
            [.places: "P2", .funding: "befristet bis 31.12.2026"], [.places: "P3", .funding: "befristet bis 1.7.2024"],
            [.places: "P2", .funding: "einmalig am 1.5.2024"], [.places: "P2", .funding: "befristet bis 31.12.2025"],
            [.places: "P2", .funding: "befristet bis 31.12.2023"], [.places: "P2"], [.funding: "dauerhaft"],
        ])
        let ends = study.fundingEnds(from: study.periodStart)
        // The place with funding of its own stands behind the offer of the same day.
        #expect(ends.map(\.subject) == [.offer(1), .offer(3), .place(0), .offer(0)])
        #expect(ends.map { "\($0.day)" } == ["2024-07-01", "2025-12-31", "2025-12-31", "2026-12-31"])
        #expect(study.fundingEnds(from: nil).map(\.subject).first == .offer(4))
        #expect(study.fundingHorizon == FundingTests.horizon)
    }

    @Test func aPlaceAndItsOfferThatEndTogetherAreOne() throws {
        let together = try OfferSketch.study([[.places: "P1", .funding: "befristet bis 31.12.2025"]])
        #expect(together.fundingEnds(from: nil).map(\.subject) == [.offer(0)])
        let apart = try OfferSketch.study([[.places: "P1", .funding: "befristet bis 30.12.2025"]])
        #expect(apart.fundingEnds(from: nil).map(\.subject) == [.offer(0), .place(0)])
    }

    @Test func withoutOffersThePlacesStillEnd() throws {
        var study = try OfferSketch.study([])
        study.offers = nil
        #expect(study.fundingEnds(from: nil).map(\.subject) == [.place(0)])
        study.places.fundedUntil = ["bald", nil, nil]
        #expect(study.fundingEnds(from: nil).isEmpty)
    }

    @Test func quartersOfAnOffer() throws {
        let study = try OfferSketch.study([[.places: "P1;P2"], [.places: "P3"], [.places: "mobil"], [.places: "P3;P1"]])
        #expect((0..<4).map(study.quarters(ofOffer:)) == [[0], [], [], [0]])
        #expect(study.quarter(ofPlace: 2) == nil && study.quarter(ofPlace: 99) == nil)
    }

    @Test(
        arguments: [
            ("2024", "2024-01-01"), ("2024-06", "2024-06-01"), ("2024-06-30", "2024-06-30"), ("Sommer 2024", nil),
            ("", nil),
            ("9999", "9999-01-01"),
        ] as [(String, String?)])
    func periodsBeginOnADay(_ period: String, _ expected: String?) throws {
        let study = try OfferSketch.study([], period: period)
        #expect(study.periodStart.map { "\($0)" } == expected)
        // There is no year after the last one that can be written.
        #expect((study.fundingHorizon == nil) == (expected == nil || period == "9999"))
    }
}
