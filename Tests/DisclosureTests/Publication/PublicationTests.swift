import Disclosure
import Indicators
import Overlay
import Testing
import Town

/// Small towns through the door: what is hidden, what goes with it, what stays.
@Suite struct PublicationTests {
    /// Three persons of a group in the second quarter.
    private let three = TownInARow(quarters: [[1_000, 100], [800, 3], [600, 60], [900, 0]])

    @Test func threePersonsOfAGroupAreHiddenWithAllThatIsOfThem() throws {
        let open = try three.publication()
        for indicator in ["residents", "group_share"] {
            let value = try #require(open.value(indicator, "q2", "g1"))
            #expect(value.status == .suppressed)
            #expect([value.value, value.lower, value.upper, value.n, value.unrecorded].allSatisfy { $0 == nil })
            #expect(value.band == nil && value.reason == nil)
        }
        // All residents stay, zero is shown, and the town's sum with one other quarter hidden tells nothing.
        #expect(open.residents("all", quarters: 4) == [1_000, 800, 600, 900])
        #expect(open.residents("g1", quarters: 4)[3] == 0)
        #expect(open.value("residents", "town", "g1")?.value == 163)
        #expect(open.residents("g1", quarters: 4).count { $0 == nil } == 2)
        let record = try #require(open.protection)
        #expect(record.hidden[.smallCount] == 2 && (record.hidden[.linked] ?? 0) >= 1)
        #expect(record.unprotectedCount == 0)
    }

    @Test func theTownHallSeesAll() throws {
        let inside = Publication.internal(study: try three.study(), table: try three.table())
        #expect(inside.value("residents", "q2", "g1")?.value == 3)
        #expect(inside.protection == nil && inside.study.groups.count == 2)
    }

    @Test func aGroupThatIsEverybodyIsHidden() throws {
        let open = try TownInARow(quarters: [[400, 400], [800, 100], [600, 60], [900, 70]]).publication()
        #expect(open.value("residents", "q1", "g1")?.status == .suppressed)
        #expect(open.protection?.hidden[.fullCell] != nil)
    }

    @Test func nearlyEverybodyIsHiddenToo() throws {
        let open = try TownInARow(quarters: [[400, 398], [800, 100], [600, 60], [900, 70]]).publication()
        // Two who are not of the group would be told by the difference.
        #expect(open.value("residents", "q1", "g1")?.status == .suppressed)
    }

    @Test func groupsOfSmallUnitsAreHidden() throws {
        let open = try TownInARow(quarters: [[299, 100], [800, 100], [600, 60]]).publication()
        #expect(open.value("residents", "q1", "g1")?.status == .suppressed)
        #expect(open.value("residents", "q1", "all")?.value == 299)
        #expect(open.protection?.hidden[.fewResidents] != nil)
        var lenient = DisclosureRules()
        lenient.groupShareResidents = 200
        let all = try TownInARow(quarters: [[299, 100], [800, 100], [600, 60]]).publication(rules: lenient)
        #expect(all.protection?.hiddenCount == 0)
    }

    @Test func aSmallQuarterHidesAnotherAndAllTheirFigures() throws {
        let open = try TownInARow(quarters: [[3, 0], [800, 100], [600, 60], [900, 70]]).publication()
        #expect(open.residents("all", quarters: 4).count { $0 == nil } >= 2)
        for (quarter, number) in open.residents("all", quarters: 4).enumerated() where number == nil {
            #expect(open.value("group_share", "q\(quarter + 1)", "g1")?.value == nil)
        }
    }

    @Test func sharesAreNumbersOfPeople() throws {
        // 2 of 100 members of the group do not reach a place in the first quarter.
        let open = try TownInARow(
            quarters: [[1_000, 100], [800, 90], [600, 60]], reached: [[700, 98], [500, 40], [300, 30]]
        ).publication()
        let shares = (1...3).map { open.value("coverage_share", "q\($0)", "g1") }
        #expect(shares[0]?.status == .suppressed)
        // The town's share and one other quarter would tell it.
        #expect(
            shares.count { $0?.value == nil } + (open.value("coverage_share", "town", "g1")?.value == nil ? 1 : 0) >= 2)
        #expect(open.value("residents", "q1", "g1")?.value == 100)
        #expect(open.value("coverage_share", "q1", "all")?.value == 0.7)
    }

    @Test func sharesOfFewAreHidden() throws {
        let open = try TownInARow(
            quarters: [[1_000, 20], [800, 90], [600, 60]], reached: [[700, 10], [500, 40], [300, 30]]
        ).publication()
        #expect(open.value("coverage_share", "q1", "g1")?.status == .suppressed)
        #expect(open.value("residents", "q1", "g1")?.value == 20)
        #expect(open.protection?.hidden[.smallDenominator] == 1)
    }

    @Test func numbersAreRoundedAndTellTheirBaseOnlyWhereItIsPublished() throws {
        let open = try TownInARow(
            quarters: [[1_000.4, 100.6], [800, 90]], reached: [[700, 50], [500, 40]]
        ).publication()
        #expect(open.value("residents", "q1", "all")?.value == 1_000)
        #expect(open.value("group_share", "q1", "g1")?.value == 0.101)
        #expect(open.value("group_share", "q1", "g1")?.n == nil)
        #expect(open.value("coverage_share", "q1", "all")?.n == 1_000)
    }

    @Test func piecesThatOverlapAndWhatLiesBesideThem() throws {
        // Both areas hold parts of the second quarter; 3 persons of it lie in the first area only by its piece.
        var town = TownInARow(quarters: [[1_000, 100], [800, 100], [600, 60]])
        town.focusAreas = [[(0, 0.5), (1, 0.00375)], [(1, 0.9)], [(1, 0.5), (2, 0.999)]]
        let open = try town.publication()
        let pieces = open.study.overlay.focusPieces
        #expect(pieces[1].isSuppressed && pieces[1].residents.isEmpty)
        // The area's own number and its other piece would tell it.
        #expect(open.value("residents", "f1", "all")?.value == nil || pieces[0].isSuppressed)
        // 0.6 persons of the third quarter lie beside the last area.
        #expect(pieces[4].isSuppressed || open.value("residents", "q3", "all")?.value == nil)
        #expect(pieces.allSatisfy { $0.residents.count <= 1 })
        // Groups are never told of focus areas.
        #expect(open.value("residents", "f1", "g1") == nil)
    }

    @Test func internalGroupsStayInside() throws {
        var town = three
        town.quarters = [[1_000, 100, 50], [800, 90, 40]]
        town.internalGroups = [1]
        let open = try town.publication()
        #expect(open.study.groups.map(\.id) == ["all", "g2"])
        #expect(!open.indicators.values.contains { $0.group == "g1" })
        #expect(open.value("residents", "q1", "g2")?.value == 50)
    }

    // MARK: What is already out

    private func released(_ area: String, _ value: Double?, period: String = "2024") -> ReleasedValue {
        ReleasedValue(
            period: period,
            key: .init(level: .quarter, areaID: area, indicator: "residents", group: "g1"), value: value,
            status: value == nil ? .suppressed : .valid)
    }

    @Test func whatWasHiddenStaysHidden() throws {
        let town = TownInARow(quarters: [[1_000, 100], [800, 90], [600, 60]])
        #expect(try town.publication().protection?.hiddenCount == 0)
        let open = try town.publication(released: [released("q1", nil)])
        #expect(open.value("residents", "q1", "g1")?.status == .suppressed)
        #expect(open.protection?.hidden[.hiddenBefore] != nil)
        // Another year says nothing of this one.
        #expect(try town.publication(released: [released("q1", nil, period: "2023")]).protection?.hiddenCount == 0)
    }

    @Test func whatWasShownIsKnown() throws {
        // Of three quarters the first and the third are out: nothing can hide the second.
        let out = [released("q1", 100), released("q3", 60), released("q4", 0)]
        let open = try three.publication(released: out)
        #expect(open.residents("g1", quarters: 4) == [100, nil, 60, 0])
        let record = try #require(open.protection)
        #expect(open.value("residents", "town", "g1")?.value == nil || record.unprotectedCount > 0)
    }

    @Test func aShareOfTwoNumbersThatAreShownIsShown() throws {
        // The town's number of the group has to go; the quarter's share does not depend on it.
        let out = [released("q1", 100), released("q3", 60), released("q4", 0)]
        let open = try three.publication(released: out)
        #expect(open.value("residents", "town", "g1")?.value == nil)
        #expect(open.value("group_share", "q1", "g1")?.value == 0.1)
        #expect(open.value("group_share", "town", "g1")?.value == nil)
        #expect(open.value("group_share", "q2", "g1")?.value == nil)
    }
}
