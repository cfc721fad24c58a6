import Foundation
import Scheduling
import Testing

@Suite struct ZoneTableTests {
    /// Foundation reads the same files on its own.
    @Test(arguments: [
        "Europe/Berlin", "UTC", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
        "America/Sao_Paulo", "Pacific/Auckland",
    ])
    func agreesWithFoundation(_ name: String) throws {
        let table = try zone(name)
        let other = try #require(TimeZone(identifier: name))
        // Every 37 hours and 11 minutes from 1975 to 2036, and each change found to the second.
        for moment in stride(from: 157_766_400, to: 2_082_758_400, by: 133_860) {
            let date = Date(timeIntervalSince1970: Double(moment))
            #expect(table.offset(at: moment) == other.secondsFromGMT(for: date), "\(moment)")
        }
    }

    /// After the table ends, the rule at the end of the file holds: the last Sundays of March and October, 01:00 UTC.
    @Test func ruleHoldsAfterTheTable() throws {
        let berlin = try zone("Europe/Berlin")
        for (year, march, october) in [(2044, 27, 30), (2096, 25, 28), (2150, 29, 25)] {
            let spring = CivilTime(year: year, month: 3, day: march, hour: 1).seconds
            let autumn = CivilTime(year: year, month: 10, day: october, hour: 1).seconds
            #expect([spring - 1, spring, autumn - 1, autumn].map(berlin.offset) == [3_600, 7_200, 7_200, 3_600])
        }
        let auckland = try zone("Pacific/Auckland")
        #expect(auckland.offset(at: CivilTime(year: 2099, month: 1, day: 15).seconds) == 13 * 3_600)
        #expect(auckland.offset(at: CivilTime(year: 2099, month: 7, day: 15).seconds) == 12 * 3_600)
    }

    @Test func saysWhenClocksShowATime() throws {
        let berlin = try zone("Europe/Berlin")
        let change = try moment("2026-03-29 01:00")
        #expect(
            berlin.moment(of: CivilTime(year: 2026, month: 3, day: 29, hour: 2, minute: 30)) == .never(change: change))
        #expect(berlin.moment(of: CivilTime(year: 2026, month: 3, day: 29, hour: 3)) == .once(change))
        let first = try moment("2026-10-25 00:30")
        #expect(
            berlin.moment(of: CivilTime(year: 2026, month: 10, day: 25, hour: 2, minute: 30))
                == .twice(first: first, second: first + 3_600))
    }

    @Test func damagedFilesAreNone() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin")))
        for length in 0..<bytes.count { #expect(ZoneTable(name: "x", bytes: Array(bytes.prefix(length))) == nil) }
        // No byte may bring it down, whatever it says then.
        for position in bytes.indices {
            var damaged = bytes
            damaged[position] = 0xFF
            _ = ZoneTable(name: "x", bytes: damaged)?.offset(at: 4_000_000_000)
        }
    }
}
