import Audit
import Features
import Testing
import Wording

@testable import Pipeline

/// Releases the draft of a run; where the audit refuses it, the test ends with what the audit found.
func publishDraft(ofRun run: String, to shelf: PublicationShelf) throws -> String {
    let release = Release(role: "Amt", date: try #require(CalendarDate(iso: "2025-01-31")))
    switch try Publisher.publish(run: run, to: shelf, as: release) {
    case .released(let folder, _): return folder
    case .refused(let report): throw Refused(text: report.text(.english))
    }
}

/// What the audit found.
private struct Refused: Error { let text: String }
