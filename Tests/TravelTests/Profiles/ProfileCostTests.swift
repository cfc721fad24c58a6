import TestSupport
import Testing
import Travel

/// Metres to milliseconds.
@Suite struct ProfileCostTests {
    private let walking = TravelProfile.walking

    /// 4 km/h is 900 ms for a metre.
    @Test(arguments: [(1.0, 900), (100, 90_000), (0.5, 450), (1.0 / 900, 1), (0.0011, 0), (0, 0)] as [(Double, Int32)])
    func flatWalking(row: (metres: Double, cost: Int32)) {
        let cost = walking.cost(ofPiece: row.metres, rise: 0, passage: .free)
        #expect(cost == PieceCost(forward: row.cost, backward: row.cost))
        #expect(walking.cost(ofPiece: row.metres, rise: .nan, passage: .free) == cost)
    }

    @Test func speedsOfTheProfiles() {
        #expect(TravelProfile.all.map(\.id) == ["walking", "child", "wheelchair", "bicycle"])
        #expect(TravelProfile.all.map(\.speed) == [4, 3, 3, 15])
        #expect(TravelProfile.all.map(\.millisecondsPerMetre) == [900, 1_200, 1_200, 240])
        // Beside the streets everybody walks.
        #expect(TravelProfile.all.map(\.legMillisecondsPerMetre) == [900, 1_200, 1_200, 900])
        for profile in TravelProfile.all { #expect(TravelProfile.profile(profile.id)?.id == profile.id) }
        #expect(TravelProfile.profile("car") == nil)
    }

    @Test func speedCanBeChosen() throws {
        let fast = try #require(walking.at(speed: TravelProfile.walkingBand.fast))
        #expect(fast.cost(ofPiece: 100, rise: 0, passage: .free).forward == 75_000)
        #expect(fast.id == "walking")
        for speed in [0, -1, .nan, .infinity, 51] { #expect(walking.at(speed: speed) == nil) }
        // Who gets off walks at the walking speed, however fast the ride.
        let footway = tags("highway=footway")
        let ride = try #require(TravelProfile.bicycle.at(speed: 20))
        #expect(ride.passage(ofWay: footway).slowness == 5)
        #expect(ride.cost(ofPiece: 100, rise: 0, passage: ride.passage(ofWay: footway)).forward == 90_000)
        // A slow ride is not slowed further.
        let crawl = try #require(TravelProfile.bicycle.at(speed: 3))
        #expect(crawl.passage(ofWay: footway).slowness == 1)
    }

    @Test func slopeCountsInBothDirections() {
        let cost = walking.cost(ofPiece: 100, rise: 10, passage: .free)
        #expect(cost.forward == 127_716)
        // 10 per cent downhill is as fast as the flat; rounding down may take the last millisecond.
        #expect(cost.backward == 90_000 || cost.backward == 89_999)
        let turned = walking.cost(ofPiece: 100, rise: -10, passage: .free)
        #expect(turned == PieceCost(forward: cost.backward, backward: cost.forward))
    }

    /// Without heights the slope of the tags counts; with heights they do.
    @Test func slopeOfTheTags() {
        let ramp = walking.passage(ofWay: tags("highway=footway, incline=10%"))
        #expect(walking.cost(ofPiece: 100, rise: .nan, passage: ramp).forward == 127_716)
        #expect(walking.cost(ofPiece: 100, rise: 0, passage: ramp).forward == 90_000)
        let descent = walking.passage(ofWay: tags("highway=footway, incline=-10%"))
        #expect(walking.cost(ofPiece: 100, rise: .nan, passage: descent).backward == 127_716)
    }

    @Test func stepsContainTheirClimb() {
        let steps = walking.passage(ofWay: tags("highway=steps"))
        #expect(steps.includesClimb)
        #expect(walking.cost(ofPiece: 10, rise: 5, passage: steps) == PieceCost(forward: 18_000, backward: 18_000))
        #expect(walking.cost(ofPiece: 10, rise: .nan, passage: steps) == PieceCost(forward: 18_000, backward: 18_000))
    }

    @Test func directionsThatAreClosed() {
        var oneWay = Passage.free
        oneWay.backward = false
        #expect(walking.cost(ofPiece: 1, rise: 0, passage: oneWay) == PieceCost(forward: 900, backward: -1))
        #expect(
            walking.cost(ofPiece: 1, rise: 0, passage: .closed(.private)) == PieceCost(forward: -1, backward: -1))
    }

    /// Above 6 per cent by heights a wheelchair does not pass; a short piece is not judged.
    @Test func wheelchairAndHeights() {
        let wheelchair = TravelProfile.wheelchair
        #expect(
            wheelchair.cost(ofPiece: 100, rise: 6, passage: .free) == PieceCost(forward: 240_000, backward: 180_000))
        #expect(wheelchair.cost(ofPiece: 100, rise: 6.5, passage: .free) == PieceCost(forward: -1, backward: -1))
        #expect(wheelchair.cost(ofPiece: 100, rise: -6.5, passage: .free) == PieceCost(forward: -1, backward: -1))
        #expect(wheelchair.cost(ofPiece: 5, rise: 0.5, passage: .free).forward > 0)
        let ramp = wheelchair.passage(ofWay: tags("highway=steps, ramp:wheelchair=yes"))
        #expect(wheelchair.cost(ofPiece: 20, rise: 4, passage: ramp).forward == 48_000)
    }

    @Test func absurdNumbersStayWithinBounds() {
        for metres in [-1, 0, 1, 1e6, 1e300, .infinity, -.infinity, .nan] as [Double] {
            for rise in [-1e300, -1, 0, 1, 1e300, .infinity, .nan] as [Double] {
                for profile in TravelProfile.all {
                    let cost = profile.cost(ofPiece: metres, rise: rise, passage: .free)
                    for value in [cost.forward, cost.backward] {
                        #expect(value >= StreetNetwork.impassable && value <= StreetNetwork.largestCost)
                    }
                }
            }
        }
        #expect(walking.cost(ofPiece: 1e300, rise: 0, passage: .free).forward == StreetNetwork.largestCost)
    }

    /// Cutting a piece never makes it dearer, and at most a millisecond cheaper.
    @Test func cuttingAPiece() {
        var generator = SeededGenerator(seed: 900)
        for _ in 0..<2_000 {
            let metres = Double.random(in: 0...500, using: &generator)
            let rise = Double.random(in: -30...30, using: &generator)
            let share = Double.random(in: 0...1, using: &generator)
            let whole = walking.cost(ofPiece: metres, rise: rise, passage: .free)
            let first = walking.cost(ofPiece: metres * share, rise: rise * share, passage: .free)
            let rest = walking.cost(ofPiece: metres * (1 - share), rise: rise * (1 - share), passage: .free)
            #expect((0...2).contains(whole.forward - first.forward - rest.forward))
            #expect((0...2).contains(whole.backward - first.backward - rest.backward))
        }
    }
}
