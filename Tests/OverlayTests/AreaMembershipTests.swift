import Overlay
import Testing

@Suite struct AreaMembershipTests {
    static func example() -> AreaMembership {
        var membership = AreaMembership()
        membership.appendArea(origins: [0, 2], weights: [1, 0.25])
        membership.appendArea(origins: [], weights: [])
        membership.appendArea(origins: [1], weights: [1])
        return membership
    }

    @Test func areasKeepTheirEntries() {
        let membership = AreaMembershipTests.example()
        #expect(membership.areaCount == 3)
        #expect((0..<3).map(membership.entries(ofArea:)) == [0..<2, 2..<2, 2..<3])
        #expect(AreaMembership().areaCount == 0)
    }

    @Test func sumsWeighEachOrigin() {
        let membership = AreaMembershipTests.example()
        #expect((0..<3).map { membership.sum([10, 20, 40], area: $0) } == [20, 0, 20])
    }

    @Test func onlyACutOriginMakesAnEstimate() {
        let membership = AreaMembershipTests.example()
        #expect((0..<3).map(membership.isEstimated(area:)) == [true, false, false])
    }
}
