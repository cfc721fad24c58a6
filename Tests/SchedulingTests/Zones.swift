import Foundation
import Scheduling
import Testing

/// A zone from the system's zone files.
func zone(_ name: String) throws -> ZoneTable {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
    return try #require(ZoneTable(name: name, bytes: Array(bytes)))
}

/// A moment from a time in UTC, such as `2026-03-29 01:00`.
func moment(_ text: String) throws -> Int {
    let numbers = text.split { "- :".contains($0) }.compactMap { Int($0) }
    try #require(numbers.count == 5)
    return CivilTime(
        year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4]
    ).seconds
}
