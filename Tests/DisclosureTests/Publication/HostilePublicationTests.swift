import Disclosure
import Indicators
import Overlay
import Testing
import Town

/// Towns that hardly are: nothing ends the process, and what is hidden is hidden wholly.
@Suite("The door for odd towns")
struct HostilePublicationTests {
    private func open(_ quarters: [[Double]], _ change: (inout TownInARow) -> Void = { _ in }) throws -> Publication {
        var town = TownInARow(quarters: quarters)
        change(&town)
        let open = try town.publication()
        for value in open.indicators.values where value.status == .suppressed {
            #expect([value.value, value.lower, value.upper, value.n, value.unrecorded].allSatisfy { $0 == nil })
        }
        for value in open.indicators.values where value.indicator == "residents" {
            if let number = value.value { #expect(number == 0 || number >= 5) }
        }
        return open
    }

    @Test func noQuartersAtAll() throws {
        let open = try open([])
        #expect(open.value("residents", "town", "all")?.value == 0)
        #expect(open.protection?.hiddenCount == 0 && open.protection?.unprotectedCount == 0)
    }

    @Test func oneQuarterIsTheTown() throws {
        let open = try open([[1_000, 3, 200]])
        for area in ["town", "q1"] {
            #expect(open.value("residents", area, "g1")?.status == .suppressed)
            #expect(open.value("group_share", area, "g1")?.value == nil)
            #expect(open.value("residents", area, "g2")?.value == 200)
            #expect(open.value("residents", area, "all")?.value == 1_000)
        }
        #expect(open.protection?.unprotectedCount == 0)
    }

    @Test func nobodyLivesThere() throws {
        let open = try open([[0, 0], [0, 0]])
        #expect(open.residents("g1", quarters: 2) == [0, 0] && open.protection?.hiddenCount == 0)
    }

    @Test func everybodyIsOfOneGroup() throws {
        let open = try open([[400, 400], [800, 800], [600, 600]])
        #expect(open.residents("g1", quarters: 3) == [nil, nil, nil])
        #expect(open.value("residents", "town", "g1")?.value == nil)
        #expect(open.residents("all", quarters: 3) == [400, 800, 600])
        #expect(open.protection?.hidden[.fullCell] == 4 * 2 || (open.protection?.hidden[.fullCell] ?? 0) >= 4)
    }

    @Test(arguments: [1e6, 1e9, 1e12]) func hugeCounts(scale: Double) throws {
        let open = try open([[scale, 3], [2 * scale, scale / 10], [scale / 2, scale / 20]])
        #expect(open.value("residents", "q1", "g1")?.status == .suppressed)
        #expect(
            open.residents("g1", quarters: 3).count { $0 == nil } >= 2
                || open.value("residents", "town", "g1")?.value == nil)
        #expect(open.residents("all", quarters: 3) == [scale, 2 * scale, scale / 2])
    }

    @Test func partsOfPersons() throws {
        let open = try open([[1_000.4, 100.6], [800.2, 4.99], [600.5, 0.3], [700.1, 4.999_999_9], [900.9, 88.8]])
        let shown = open.residents("g1", quarters: 5)
        #expect(shown[1] == nil && shown[2] == nil)
        // What a sum of parts leaves short of five is five.
        #expect(shown[3] == 5 || shown[3] == nil)
        #expect(open.residents("all", quarters: 5) == [1_000, 800, 601, 700, 901])
        #expect(open.protection?.unprotectedCount == 0)
    }

    @Test func areasOnTopOfEachOther() throws {
        // Three times the same, one with all but one person of it, one of three persons.
        let open = try open([[1_000, 100], [800, 90]]) {
            $0.focusAreas = [[(0, 0.5)], [(0, 0.5)], [(0, 0.499)], [(0, 0.003)], [(0, 1), (1, 1)], []]
        }
        let areas = (1...6).map { open.value("residents", "f\($0)", "all")?.value }
        #expect(areas[3] == nil)
        #expect(areas[5] == 0)
        #expect(open.study.overlay.focusPieces[3].isSuppressed)
        // All of the town in an area, told once more, tells nothing new.
        #expect(open.value("residents", "town", "all")?.value == 1_800 && areas[4] == 1_800)
        #expect(open.protection?.unprotectedCount == 0)
    }

    @Test func manyGroupsOfNobody() throws {
        let open = try open((0..<6).map { _ in [500] + Array(repeating: 0, count: 12) })
        #expect(open.protection?.hiddenCount == 0)
    }

    @Test func theSameTownTwiceIsPublishedAlike() throws {
        let quarters = (1...7).map { quarter -> [Double] in
            let groups = (1...3).map { group -> Double in Double((quarter * group * 5) % 13) }
            return [300 + 41 * Double(quarter)] + groups
        }
        let (first, second) = (try open(quarters), try open(quarters))
        #expect(first.indicators.values == second.indicators.values)
        #expect(first.protection == second.protection)
    }
}
