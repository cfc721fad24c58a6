internal import Formats
internal import History

/// How the updates of a project stand: what monitors look at.
struct Standing: Sendable, Equatable {
    /// The town's name.
    var town: String
    /// When it was looked, seconds after 1970-01-01 00:00:00 UTC.
    var now: Int
    /// When the last update began that came to an end; nil where none did.
    var lastAttemptAt: Int?
    /// When the last good update began; nil where there was none.
    var lastGoodAt: Int?
    /// The run of the history; nil where there is none.
    var run: Int?
    /// How many ends of funding come within the months that the project file names.
    var comingFundingEnds: Int
    /// How many results of participation wait for an answer.
    var unanswered: Int

    /// Whether the last update that came to an end was a good one; nil where there was none yet.
    var isGood: Bool? { lastAttemptAt.map { $0 == lastGoodAt } }

    /// The age of the last good update in seconds; nil where there was none. A clock that was put back makes none negative.
    var age: Int? { lastGoodAt.map { max(0, now - $0) } }

    /// The file for monitors that read JSON.
    var health: String {
        func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
        func time(_ value: Int?) -> JSONValue { value.map { .string(HistoryExport.time($0)) } ?? .null }
        let value: JSONValue = [
            "format": "quartier-health/1", "town": .string(town),
            "status": .string(isGood.map { $0 ? "good" : "failed" } ?? "never"),
            "written_at": time(now), "last_attempt_at": time(lastAttemptAt), "last_good_at": time(lastGoodAt),
            "age_seconds": number(age), "run": number(run), "coming_funding_ends": .integer(comingFundingEnds),
            "unanswered_results": .integer(unanswered),
        ]
        return value.text(.indented) + "\n"
    }

    /// The file for Prometheus' collector of text files, in its text format 0.0.4. A metric without a value is left out:
    /// absent is not zero.
    var metrics: String {
        var text = ""
        func gauge(_ name: String, _ help: String, _ value: Int?) {
            guard let value else { return }
            text += "# HELP quartier_\(name) \(help)\n# TYPE quartier_\(name) gauge\n"
            text += "quartier_\(name){town=\"\(Standing.label(town))\"} \(value)\n"
        }
        gauge("last_attempt_timestamp_seconds", "When the last update began that came to an end.", lastAttemptAt)
        gauge("last_success_timestamp_seconds", "When the last good update began.", lastGoodAt)
        gauge("last_success_age_seconds", "Age of the last good update when this file was written.", age)
        gauge("update_success", "Whether the last update was a good one.", isGood.map { $0 ? 1 : 0 })
        gauge("history_run", "The number of the run in the history.", run)
        gauge("coming_funding_ends", "Ends of funding within the coming months.", comingFundingEnds)
        gauge("unanswered_results", "Results of participation that wait for an answer.", unanswered)
        return text
    }

    /// The value of a label, in which backslash, quote and line feed are escaped.
    private static func label(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { label, scalar in
            switch scalar {
            case "\\": label += "\\\\"
            case "\"": label += "\\\""
            case "\n": label += "\\n"
            default: label.unicodeScalars.append(scalar)
            }
        }
    }
}
