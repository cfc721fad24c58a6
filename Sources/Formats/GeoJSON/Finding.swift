internal import Features

/// A finding in one range of a file, before its place in the whole is known.
struct Finding: Sendable {
    /// What is the matter.
    let code: DiagnosticCode
    /// The row in the range.
    let row: Int
    /// Bytes from the start of the block.
    let offset: Int
    /// The values for the texts.
    var arguments: [String: String] = [:]
    /// Where on the globe.
    var longitudeLatitude: LongitudeLatitude?
}

/// The findings of a range: errors and warnings one by one (each code up to a limit), notes only counted.
struct Findings: Sendable {
    /// How many findings of one code are kept one by one; the others are counted.
    static let limit = 1000

    /// Findings with their place, in the order of the text.
    private(set) var listed: [Finding] = []
    /// For each code that was only counted: the first finding, and how many there are.
    private(set) var counted: [(first: Finding, count: Int)] = []
    private var listedCounts: [DiagnosticCode: Int] = [:]

    /// Adds a finding that is listed with its place, unless there are too many of its code.
    mutating func list(_ finding: Finding) {
        guard listedCounts[finding.code, default: 0] < Findings.limit else { return count(finding) }
        listedCounts[finding.code, default: 0] += 1
        listed.append(finding)
    }

    /// Counts a finding and keeps only the first one's place.
    mutating func count(_ finding: Finding, times: Int = 1) {
        if let index = counted.firstIndex(where: { $0.first.code == finding.code }) {
            counted[index].count += times
        } else {
            counted.append((finding, times))
        }
    }
}
