import Indicators
import Overlay
import Planar
import TestSupport
import Testing

/// What becomes of which figure where quarters are others.
@Suite struct BoundaryConversionTests {
    /// "a" and "b" side by side give a strip to "b"; "c" is "d" now, and "e" was no quarter.
    private static func conversion() throws -> BoundaryConversion {
        let overlay = try BoundaryOverlay(
            old: [
                rectangle(0, 0, 1_000, 1_000), rectangle(1_000, 0, 2_000, 1_000), rectangle(0, 1_000, 2_000, 2_000),
                rectangle(9_000, 0, 9_500, 500),
            ],
            new: [
                rectangle(0, 0, 800, 1_000), rectangle(800, 0, 2_000, 1_000), rectangle(0, 1_000, 2_000, 2_000),
                rectangle(0, 5_000, 100, 5_100),
            ])
        return BoundaryConversion(
            BoundaryTransfer(overlay, weights: overlay.areaWeights, basis: .area), oldIDs: ["a", "b", "c", "gone"],
            newIDs: ["a", "b", "d", "e"])
    }

    private static func convert(_ indicator: String, _ id: String) throws -> BoundaryConversion.Converted {
        let figures = ["a": BoundedNumber(0.2), "b": BoundedNumber(0.6), "c": BoundedNumber(0.1)]
        let people = ["a": BoundedNumber(100), "b": BoundedNumber(60), "c": BoundedNumber(10)]
        return try conversion().convert(
            indicator, to: id, value: { indicator == "residents" ? people[$0] : figures[$0] }, people: { people[$0] })
    }

    @Test func countsAndSharesOfPeopleAreTransferred() throws {
        guard case .transferred(let count, nil) = try Self.convert("residents", "b") else {
            Issue.record("residents are a count")
            return
        }
        #expect(isClose(count.value, 80) && count.lower == 60 && count.upper == 160)
        for indicator in ["coverage_share", "group_share", "stop_share", "funded_access"] {
            guard case .transferred(let share, let people) = try Self.convert(indicator, "b") else {
                Issue.record("\(indicator) is a share")
                continue
            }
            #expect(isClose(share.value, (20 * 0.2 + 60 * 0.6) / 80))
            #expect(isClose(share.lower, 36 / (60 + 80.0)) && isClose(share.upper, (36 + 20) / (60 + 20.0)))
            #expect(people.map { isClose($0.value, 80) } == true)
        }
    }

    @Test(arguments: [
        "nearest_time", "places_within", "location_quotient", "gini", "place_count", "residents_change",
        "below_standard", "unknown_indicator",
    ])
    func othersAreNot(_ indicator: String) throws {
        #expect(try Self.convert(indicator, "b") == .notComparable(.kind))
        // Of the same land every figure says the same.
        #expect(try Self.convert(indicator, "d") == .same(oldID: "c"))
    }

    @Test func landDecidesNotTheId() throws {
        let conversion = try Self.conversion()
        #expect(["a", "b", "d", "e"].map(conversion.isUnchanged) == [false, false, false, false])
        #expect(conversion.changedCount == 4)
        #expect(conversion.lostIDs == ["gone"])
        #expect(conversion.basis("b") == .area && conversion.basis("?") == nil)
        #expect(try Self.convert("residents", "e") == .notComparable(.newLand))
        #expect(try Self.convert("residents", "town") == .same(oldID: "town"))
        let missing = conversion.convert("residents", to: "b", value: { $0 == "a" ? nil : BoundedNumber(1) }) { _ in nil
        }
        #expect(missing == .notComparable(.missing))
        let unknownPeople = conversion.convert("coverage_share", to: "b", value: { _ in BoundedNumber(0.5) }) { _ in nil
        }
        #expect(unknownPeople == .notComparable(.missing))
    }
}
