public import Features
public import Scheduling

/// How the figures are kept up to date: the section `update` of the project file.
public struct UpdateEntry: Sendable, Hashable {
    /// The folder with the results, relative to the project file or absolute.
    public var output = "ergebnis"
    /// The folder for what updates keep for themselves: their lock, their state, files from elsewhere. Relative to the
    /// project file or absolute.
    public var folder = "aktualisierung"
    /// When updates are due; nil where nobody said so.
    public var schedule: CalendarExpression?
    /// The zone that the schedule is meant in, by its name.
    public var timeZone = "Europe/Berlin"
    /// What happens to dates that were missed.
    public var catchUp = Schedule.CatchUp.once
    /// The largest time by which dates are put off, minutes, so that many towns do not begin at once.
    public var jitter = 0.0
    /// A headline figure that changed by no more than this is not told of, in percent: points of shares, else a part of
    /// the earlier value.
    public var tolerance = 1.0
    /// How many months ahead the ends of funding are told of.
    public var months = 6
    /// The files from elsewhere.
    public var downloads: [Download] = []
    /// Where the schedule stands in the project file.
    public var location: SourceLocation?

    /// What holds where the project file says nothing.
    public init() {}

    /// A file from elsewhere, which lies in the folder of downloads under a name of the project's own choosing.
    public struct Download: Sendable, Hashable {
        /// The name of the file.
        public var name: String
        /// Its address.
        public var url: String
        /// The SHA-256 that it must have, hexadecimal; nil for any.
        public var sha256: String?
        /// The most bytes that are taken.
        public var largest = 2_000_000_000
        /// How long it may take, seconds.
        public var timeout = 1_800
        /// Where it stands in the project file.
        public var location: SourceLocation

        /// Makes a download of any content within the usual limits.
        public init(name: String, url: String, sha256: String? = nil, location: SourceLocation) {
            self.name = name
            self.url = url
            self.sha256 = sha256
            self.location = location
        }
    }

    /// The folder of downloads within ``folder``.
    public static let downloadFolder = "abruf"
}

extension ProjectFile {
    /// The section `update`.
    static func readUpdate(_ root: YAMLMapping) -> UpdateEntry? {
        guard let mapping = root.mapping("update") else { return nil }
        var entry = UpdateEntry()
        entry.location = mapping.location("schedule")
        entry.output = readFolder(mapping, "output") ?? entry.output
        entry.folder = readFolder(mapping, "folder") ?? entry.folder
        entry.schedule = readSchedule(mapping)
        entry.timeZone = mapping.text("time_zone") ?? entry.timeZone
        entry.catchUp = mapping.choice("catch_up") ?? entry.catchUp
        entry.jitter = mapping.positiveNumber("jitter", limit: Double(Schedule.largestJitter / 60)) ?? entry.jitter
        entry.tolerance = mapping.positiveNumber("tolerance", limit: 100) ?? entry.tolerance
        entry.months = mapping.positiveNumber("months", limit: 60).map { max(1, Int($0.rounded())) } ?? entry.months
        entry.downloads = mapping.mappings("downloads").compactMap(readDownload)
        for (index, download) in entry.downloads.enumerated()
        where entry.downloads[..<index].contains(where: { $0.name == download.name }) {
            mapping.refuse("downloads", "id_twice", ["value": download.name])
        }
        mapping.finish()
        return entry
    }

    /// A calendar expression; what is wrong with one is shown with a caret below the place.
    private static func readSchedule(_ mapping: YAMLMapping) -> CalendarExpression? {
        guard let text = mapping.text("schedule") else { return nil }
        do throws(CalendarExpressionError) {
            return try CalendarExpression(text)
        } catch {
            mapping.refuse(
                "schedule", "calendar_" + error.reason.rawValue,
                ["sketch": CalendarExpressionError.sketch(text, column: error.column)], code: .scheduleInvalid)
            return nil
        }
    }

    private static func readDownload(_ mapping: YAMLMapping) -> UpdateEntry.Download? {
        let name = mapping.text("name", required: true)
        let url = mapping.address("url", required: true)
        let checksum = mapping.text("sha256")
        let limit = mapping.positiveNumber("limit", limit: 100_000)
        let timeout = mapping.positiveNumber("timeout", limit: 1_440)
        mapping.finish()
        let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-".utf8
        if let name, !name.utf8.allSatisfy(allowed.contains) || name.hasPrefix(".") || name.utf8.count > 100 {
            mapping.refuse("name", "file_name", ["value": name])
        }
        if let checksum, checksum.utf8.count != 64 || !checksum.allSatisfy(\.isHexDigit) {
            mapping.refuse("sha256", "checksum")
        }
        guard let name, let url else { return nil }
        var download = UpdateEntry.Download(
            name: name, url: url, sha256: checksum?.lowercased(), location: mapping.location)
        if let limit { download.largest = Int(limit * 1e6) }
        if let timeout { download.timeout = max(1, Int(timeout * 60)) }
        return download
    }
}
