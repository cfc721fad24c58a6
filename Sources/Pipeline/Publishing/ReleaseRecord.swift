internal import Audit
public import Features
internal import Formats

/// Who released an edition and when: a role, never a name.
public struct Release: Sendable, Hashable {
    /// The role of the person who read the draft and releases it, such as "Amt für Stadtentwicklung".
    public var role: String
    /// The day.
    public var date: CalendarDate
    /// What is to be known of it.
    public var note: String?

    /// Makes a release.
    public init(role: String, date: CalendarDate, note: String? = nil) {
        self.role = role
        self.date = date
        self.note = note
    }
}

/// `release.json`: the release, what the audit looked at, and a checksum of each file.
enum ReleaseRecord {
    static let fileName = "release.json"

    /// The record as JSON.
    ///
    /// - Parameter printed: What was made of pages among the files, after the audit.
    static func json(
        _ release: Release, period: String, audit: AuditReport, files: [SourceFile], printed: [PrintedFiles.File] = []
    ) -> JSONValue {
        [
            "format": "quartier-release/1",
            "period": .string(period),
            "released_on": .string("\(release.date)"),
            "released_by": .string(release.role),
            "note": release.note.map { .string($0) } ?? .null,
            "audit": ["cells": .integer(audit.cells), "hidden": .integer(audit.hidden), "findings": 0],
            "files": .array(
                files.map {
                    ["path": .string($0.path), "bytes": .integer($0.bytes), "sha256": .string($0.sha256)]
                }
                    + printed.map {
                        [
                            "path": .string($0.path), "bytes": .integer($0.bytes.count),
                            "sha256": .string(Checksum.sha256($0.bytes)), "made_of": .string($0.page),
                        ]
                    }),
        ]
    }
}
