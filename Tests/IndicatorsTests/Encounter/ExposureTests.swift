import Features
import TestSupport
import Testing
import Town

@testable import Indicators

/// With whom people could be, at places and at home.
@Suite struct ExposureTests {
    /// x = [[0.7390625, 0.2609375], [0.717578125, 0.282421875]];
    /// home = [[0.742803, 0.257197], [0.707292, 0.292708]].
    @Test func theWorkedExample() throws {
        let town = try EncounterTown.workedExample()
        let places = try EncounterTown.values("place_exposure", town)
        let homes = try EncounterTown.values("home_exposure", town)
        let gains = try EncounterTown.values("encounter_gain", town)
        let expected: [(String, String, Double, Double)] = [
            ("a", "a", 0.739_062_5, 0.742_803), ("a", "b", 0.260_937_5, 0.257_197),
            ("b", "a", 0.717_578_125, 0.707_292), ("b", "b", 0.282_421_875, 0.292_708),
        ]
        for (group, other, atPlaces, atHome) in expected {
            let place = places.row("town", group: group, "meeting_places", ["with=\(other)"])
            let home = homes.row("town", group: group, "meeting_places", ["with=\(other)", "home=origin"])
            let gain = gains.row(
                "town", group: group, "meeting_places", ["with=\(other)", "home=origin", "people=recorded"])
            #expect(isClose(place?.value ?? .nan, atPlaces))
            #expect(abs((home?.value ?? .nan) - atHome) < 5e-7)
            #expect(isClose(gain?.value ?? .nan, atPlaces - (home?.value ?? .nan)))
            #expect(place?.parameters == "catchment=500;measure=straight_line;split=equal;with=\(other)")
        }
        // From the places' side it is the same.
        let visitors = [(165.0, 35.0, 200.0), (275, 125, 400)]
        #expect(isClose(try #require(PlaceExposure.value(visitors.map { ($0, $1, $2) })), 0.260_937_5))
        #expect(PlaceExposure.value([(0, 3, 3)]) == nil)
    }

    /// Both groups together, and each group with all others, are everybody.
    @Test(arguments: IdentityTests.towns) func sharesOfAllGroupsAreOne(_ seed: UInt64, _ areCells: Bool) throws {
        let context = try TownSketch.random(seed: seed, areCells: areCells).context()
        let identities = PlaceExposure().evaluate(context).identities
        #expect(identities.count == 4 * 2)
        for identity in identities { #expect(identity.holds && identity.right == 1, "\(identity)") }
        let example = try EncounterTown.values("place_exposure", EncounterTown.workedExample())
        for group in ["all", "a", "b"] {
            let shares = ["a", "b"].compactMap {
                example.row("town", group: group, "everyday_places", ["with=\($0)"])?.value
            }
            #expect(shares.count == 2 && isClose(shares.reduce(0, +), 1))
        }
    }

    /// Where there is one place for everybody, the share at it is that of all who reach it.
    @Test(arguments: [UInt64(5), 6]) func onePlaceForAllIsTheTown(_ seed: UInt64) throws {
        var town = try EncounterTown.large(seed: seed)
        town.homes = town.homes.filter { (0...2_000).contains($0.x) && (0...2_000).contains($0.y) }
        town.places = [TownSketch.Place(x: 1_000, y: 1_000, category: "cafe", id: "p0")]
        town.limits = [700]
        let reaching = town.homes.filter {
            let (x, y) = ($0.x - 1_000, $0.y - 1_000)
            return (x * x + y * y).squareRoot() <= 700
        }
        let share = reaching.reduce(0) { $0 + $1.counts[1] } / reaching.reduce(0) { $0 + $1.counts[0] }
        for group in ["all", "foreign"] {
            let values = try EncounterTown.values("place_exposure", town)
            for area in ["town"] + IdentityTests.quarterIDs {
                guard let value = values.row(area, group: group, "meeting_places")?.value else { continue }
                #expect(isClose(value, share))
            }
            #expect(values.row("town", group: group, "meeting_places")?.value != nil)
        }
        // Nobody recorded an organised place, so there is nothing to say of one.
        let organised = try EncounterTown.values("place_exposure", town).row("town", "organised_places")
        #expect(organised?.status == .noData)
    }

    @Test func moreOfEverybodyIsTheSame() throws {
        let town = try EncounterTown.large(seed: 7)
        var scaled = town
        for home in scaled.homes.indices { scaled.homes[home].counts = scaled.homes[home].counts.map { $0 * 4 } }
        for id in ["place_exposure", "home_exposure"] {
            let expected = try EncounterTown.values(id, town).map { value in
                var value = value
                value.n = value.n.map { $0 * 4 }
                return value
            }
            ConformanceTests.expectEqual(expected, try EncounterTown.values(id, scaled))
        }
    }

    @Test func everydayAndOrganisedPlacesAreApart() throws {
        var town = try EncounterTown.workedExample()
        town.places[1].category = "library"
        let values = try EncounterTown.values("place_exposure", town)
        func share(_ category: String) -> Double? {
            values.row("town", group: "all", category, ["with=b"])?.value
        }
        // The café is reached by the first two homes, the library by the last two; nobody divides between them.
        #expect(isClose(share("everyday_places") ?? .nan, 60 / 300))
        #expect(isClose(share("organised_places") ?? .nan, 150 / 500))
        #expect(isClose(share("meeting_places") ?? .nan, 160 / 600))
    }

    @Test func homeIsTheQuarterOrTheOrigin() throws {
        var town = try EncounterTown.workedExample()
        town.homes.append(TownSketch.home(900, 900, 300, 0, 300))
        let homes = try EncounterTown.values("home_exposure", town)
        // In the south-west live 600, 360 of them of group b; the last home reaches nothing, but lives there.
        let quarter = homes.row("sw", group: "all", "meeting_places", ["home=quarter", "with=b"])
        #expect(isClose(quarter?.value ?? .nan, 360 / 600) && quarter?.n == 300)
        let origin = homes.row("sw", group: "all", "meeting_places", ["home=origin", "with=b"])
        #expect(isClose(origin?.value ?? .nan, 60 / 300))
        let whole = homes.row("town", group: "all", "meeting_places", ["home=quarter", "with=b"])
        // 300 people at 0.6, 300 at a third.
        #expect(isClose(whole?.value ?? .nan, 280 / 600))
    }

    @Test func fewPeopleAreUncertain() throws {
        var town = try EncounterTown.workedExample()
        let value = try EncounterTown.values("place_exposure", town).row("sw", group: "b", "meeting_places")
        #expect(value?.status == .valid && value?.n == 60 && value?.reason == nil)
        town.homes[1].counts = [200, 181, 19]
        let few = try EncounterTown.values("place_exposure", town).row("sw", group: "b", "meeting_places")
        #expect(few?.status == .unreliable && few?.n == 29 && few?.reason == .smallCounts && few?.value != nil)
    }

    @Test func quartersArePublicAndNothingBelow() throws {
        for id in ["place_exposure", "home_exposure", "encounter_gain"] {
            let values = try EncounterTown.values(id, EncounterTown.workedExample())
            #expect(values.allSatisfy { $0.level != .place && !$0.isInternal })
            #expect(values.first?.group == "all")
        }
    }

    // MARK: - Noise

    @Test func noiseOfOneHomeIsThatOfAShare() throws {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(100, 100, 400, 100)]
        town.places = [TownSketch.Place(x: 200, y: 100, category: "cafe", id: "p0")]
        let value = try #require(EncounterTown.values("place_exposure", town.noisy(4)).row("town", group: "all"))
        #expect(value.value == 0.25 && value.status == .estimated)
        // Var p = (V + p²·V) / N²; a standard deviation of 99 draws is exact to some 7 %.
        let variance: Double = 4.25 / 160_000
        let reach = 1.96 * variance.squareRoot()
        #expect(abs((value.upper ?? 0) - 0.25 - reach) < 0.25 * reach)
        #expect(isClose(0.25 - (value.lower ?? 0), (value.upper ?? 0) - 0.25))
    }

    @Test func nobodyKnowsWhatMayBeAnything() throws {
        var town = try EncounterTown.workedExample()
        let open = CountSpread(
            lowest: town.homes.map { $0.counts[0] }, highest: [100, 200, CountSpread.unbounded])
        town.spreads = [open, .none, .none]
        let value = try EncounterTown.values("place_exposure", town).row("town", group: "all", "meeting_places")
        #expect(value?.status == .unreliable && value?.lower == nil && value?.value != nil)
    }

    // MARK: - Time

    static func byTime(_ town: TownSketch, _ slot: String, _ category: String = "meeting_places") throws
        -> IndicatorValue
    {
        try #require(
            EncounterTown.values("place_exposure_by_time", town).row(
                "town", group: "all", category, ["slot=\(slot)", "with=b"]))
    }

    @Test func aGroupsOwnTimeIsNoTimeOfEncounter() throws {
        var town = try EncounterTown.workedExample()
        town.places[0].hours = "Mo-Fr 14:00-17:00"
        town.places[1].hours = "Mo-Fr 14:00-22:00"
        let afternoon = try ExposureTests.byTime(town, "weekday_afternoon")
        #expect(isClose(afternoon.value ?? .nan, 160 / 600) && afternoon.upper == nil && afternoon.unrecorded == 0)
        // In the evening there is only the second place, which two homes reach.
        let evening = try ExposureTests.byTime(town, "weekday_evening")
        #expect(isClose(evening.value ?? .nan, 150 / 500) && evening.n == 500)
        #expect(try ExposureTests.byTime(town, "sunday").status == .notReachable)
        town.rooms = [TownSketch.Slot(place: "p0", hours: "Mo-Su 18:00-22:00", keyHolder: "eine Gruppe")]
        #expect(try ExposureTests.byTime(town, "weekday_evening").value == evening.value)
        town.rooms = [TownSketch.Slot(place: "p0", hours: "Mo-Su 18:00-22:00", keyHolder: "offen")]
        #expect(isClose(try ExposureTests.byTime(town, "weekday_evening").value ?? .nan, 160 / 600))
        #expect(isClose(try ExposureTests.byTime(town, "sunday").value ?? .nan, 60 / 300))
    }

    @Test func unrecordedHoursLeaveABound() throws {
        var town = try EncounterTown.workedExample()
        town.places[1].hours = "Mo-Fr 14:00-22:00"
        let evening = try ExposureTests.byTime(town, "weekday_evening")
        #expect(isClose(evening.value ?? .nan, 0.3) && evening.unrecorded == 0.5 && evening.status == .estimated)
        #expect(isClose(evening.lower ?? .nan, 160 / 600) && isClose(evening.upper ?? .nan, 0.3))
        town.places[1].hours = nil
        #expect(try ExposureTests.byTime(town, "weekday_evening").status == .noData)
    }
}
