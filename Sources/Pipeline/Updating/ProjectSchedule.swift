public import Features
internal import Foundation
internal import Project
public import Scheduling

/// The schedule of a project, with the state of its updates.
public struct ProjectSchedule: Sendable {
    /// When updates are due.
    public let schedule: Schedule
    /// When the last update began that came to an end; nil where none did.
    public let lastRun: Int?
    /// When the updates began that failed since the last good one, the oldest first.
    let failedAt: [Int]

    /// Reads the section `update` of a project file and the state of its updates.
    ///
    /// - Throws: `Failure` where the project has no schedule, or one in a zone that the machine does not know.
    public init(project path: String) throws(Failure) {
        let (project, _) = try TownInputs.readProject(path)
        guard let entry = project.update, let expression = entry.schedule else {
            throw Failure(
                .usage, Diagnostic(.scheduleMissing, at: project.update?.location ?? SourceLocation(file: path)))
        }
        let name = expression.zoneName ?? entry.timeZone
        guard let zone = ZoneFiles.zone(name) else {
            throw Failure(
                .malformedData,
                Diagnostic(.timeZoneUnknown, at: entry.location ?? SourceLocation(file: path), ["zone": name]))
        }
        let seed = (path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path)
        schedule = Schedule(
            expression, in: zone, catchUp: entry.catchUp, jitter: Int(entry.jitter * 60), seed: seed)
        var findings: [Diagnostic] = []
        let state = try UpdateState.read(UpdateFolder(entry, project: path), findings: &findings)
        lastRun = state.lastAttemptAt
        failedAt = state.failedAt ?? []
    }

    /// What is due at a moment, another attempt of an update that failed included.
    public func due(at now: Int) -> Schedule.Due {
        Retry.due(schedule, lastRun: lastRun, failedAt: failedAt, now: now)
    }

    /// The next moments at which an update is due, its delay included; what was missed comes first.
    public func next(_ count: Int, from now: Int) -> [Int] {
        let first: Int
        switch due(at: now) {
        case .never: return []
        case .now: first = now
        case .later(let moment): first = moment
        }
        let later = schedule.dates(after: now - schedule.delay).lazy.map { $0 + schedule.delay }.filter { $0 > first }
        return Array(([first] + later.prefix(max(0, count - 1))).prefix(count))
    }

    /// A moment as wall clocks of the schedule's zone show it, with the zone's distance from UTC.
    public func text(_ moment: Int) -> String {
        let offset = schedule.zone.offset(at: moment)
        let minutes = abs(offset) / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return schedule.zone.civilTime(at: moment).description
            + " \(offset < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// The day of the week of a moment in the schedule's zone, 0 for Monday.
    public func weekday(_ moment: Int) -> Int { schedule.zone.civilTime(at: moment).weekday }
}

/// The time zones that the machine knows.
public enum ZoneFiles {
    /// Where compiled zones lie.
    private static let folder = "/usr/share/zoneinfo"

    /// The zone of a name such as `Europe/Berlin`; nil where there is none. `UTC` is known without a file.
    public static func zone(_ name: String) -> (any TimeZoneRules)? {
        if name == "UTC" { return UniversalTime() }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".")
                && part.utf8.allSatisfy {
                    $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                        || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                }
        }
        guard isName, let bytes = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
        return ZoneTable(name: name, bytes: [UInt8](bytes))
    }
}
