internal import Foundation
internal import GeoPackage
internal import Town

/// The time of the last change that a GeoPackage must state. No clock is asked, so that two runs write the same bytes.
enum LastChange {
    /// What `SOURCE_DATE_EPOCH` says (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch), else
    /// the beginning of the period that the data describe, else the beginning of 1970.
    static func text(
        period: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        if let seconds = environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }), (0...lastSecond).contains(seconds) {
            return Date(timeIntervalSince1970: Double(seconds))
                .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }
        return Study.start(ofPeriod: period).map { "\($0)T00:00:00.000Z" } ?? GeoPackageWriter.noTime
    }

    /// The same time in seconds since 1970.
    static func seconds(
        period: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Int {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let time = try? Date(text(period: period, environment: environment), strategy: style)
        return time.map { Int($0.timeIntervalSince1970) } ?? 0
    }

    /// The last second of the year 9999.
    private static let lastSecond = 253_402_300_799
}
