import Disclosure
import Features
import Formats
import Foundation
import Project
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// What is told, and what is not.
@Suite struct NoticeTests {
    private let day = CalendarDate(year: 2025, month: 6, day: 30)

    private func outcome(_ change: (inout UpdateOutcome) -> Void = { _ in }) -> UpdateOutcome {
        var outcome = UpdateOutcome(
            kind: .computed, town: "Stadt", period: "2025", startedAt: 1_740_970_801, output: "ergebnis")
        change(&outcome)
        return outcome
    }

    private var changed: UpdateOutcome {
        outcome {
            $0.changes = [
                HeadlineChange(
                    indicator: "residents", parameters: "", category: "", unit: "persons", before: 390, after: 490)
            ]
        }
    }

    @Test func noiseAndFirstRunsAreSilent() throws {
        #expect(Notice(outcome(), known: NoticeMemory()) == nil)
        var first = changed
        first.isFirstRun = true
        first.fundingEnds = [ComingFundingEnd(id: "a", name: "A", isPlace: false, day: try #require(day))]
        #expect(Notice(first, known: NoticeMemory()) == nil)
        // What the first run found is told of by the next, even where nothing changed.
        let memory = NoticeMemory().after(first)
        var second = outcome { $0.kind = .unchanged }
        second.fundingEnds = first.fundingEnds
        let notice = try #require(Notice(second, known: memory))
        #expect(notice.fundingEnds == first.fundingEnds)
        #expect(notice.text(.english).contains("Funding ends:\n- 2025-06-30: A\n"))
        #expect(Notice(second, known: memory.after(second)) == nil)
    }

    @Test func changesAreToldInBothLanguages() throws {
        let notice = try #require(Notice(changed, known: NoticeMemory()))
        #expect(notice.subject(.english) == "Quartier Stadt: figures have changed")
        #expect(notice.text(.english).contains("- Residents: 390 persons before, 490 persons now\n"))
        #expect(notice.text(.german).contains("Personen, jetzt 490 Personen\n"))
        #expect(notice.text(.german).contains("internen Ausgabe"))
        #expect(notice.json(.german)["changes"]?.elements?.first?["after"]?.double == 490)
        for language in Language.allCases { #expect(!notice.text(language).contains("⟨")) }
    }

    /// Ids and parameters are for programs; people read the words of the reports.
    @Test func figuresHaveTheirNames() throws {
        var outcome = changed
        outcome.changes = [
            HeadlineChange(
                indicator: "coverage_share", parameters: "kmh=4.8;measure=walking;minutes=10",
                category: "meeting_places", unit: "share", before: 0.61, after: 0.58)
        ]
        outcome.newMethods = ["residents"]
        outcome.shrunkenInputs = [ShrunkenInput(kind: "places", before: 93, after: 4)]
        let notice = try #require(Notice(outcome, known: NoticeMemory()))
        let title = FigureName.title("coverage_share", .german)
        #expect(title != "coverage_share")
        let german = notice.text(.german)
        #expect(
            german.contains(
                "- \(title): Treffpunkte (alle), in 10 Minuten, zu Fuß, bei 4,8 km/h: vorher 61 %, jetzt 58 %\n"))
        #expect(german.contains("- \(FigureName.title("residents", .german))\n") && german.contains("Orte: vorher 93"))
        let english = notice.text(.english)
        #expect(
            english.contains(
                "Meeting places (all), within 10 minutes, on foot, at 4.8 km/h: 61 % before, 58 % now\n"))
        #expect(english.contains("- Places: 93 before, 4 now\n"))
        for id in ["coverage_share", "meeting_places", "minutes=", "residents"] {
            #expect(!german.contains(id) && !english.contains(id))
        }
        // Programs get the ids.
        #expect(notice.json(.german)["new_methods"]?.elements?.first?.string == "residents")
        #expect(notice.json(.german)["changes"]?.elements?.first?["category"]?.string == "meeting_places")
    }

    @Test(arguments: Language.allCases) func whatATownCallsByItselfStaysAsItIs(_ language: Language) {
        #expect(FigureName.text("gone", language) == "gone")
        #expect(
            FigureName.text("gone", category: "bude", parameters: "own=7;draws=99;seed=1", language)
                == "gone: bude, own = 7")
        // Every kind of file has a name.
        for kind in LayerEntry.Kind.allCases {
            #expect(Catalogue.of(language).template("input.\(kind.rawValue)") != nil)
        }
    }

    @Test func aFailureIsToldOnceAndItsEnd() throws {
        let failed = outcome {
            $0.kind = .failed
            $0.failure = Failure(.unreadable, Diagnostic(.layerMissing, ["kind": "quarters"]))
            $0.changes = changed.changes
        }
        let notice = try #require(Notice(failed, known: NoticeMemory()))
        #expect(notice.isNewFailure && notice.subject(.german) == "Quartier Stadt: Aktualisierung gescheitert")
        let memory = NoticeMemory().after(failed)
        #expect(Notice(failed, known: memory) == nil)
        var other = failed
        other.failure = Failure(.unreadable, Diagnostic(.fileUnreadable, ["reason": "x"]))
        #expect(Notice(other, known: memory) != nil)
        let recovered = try #require(Notice(outcome(), known: memory))
        #expect(recovered.isRecovery && recovered.subject(.english).hasSuffix("updates work again"))
        #expect(memory.after(outcome()).failure == nil)
    }

    @Test func whatWaitsIsToldOnceAndAnewWhenItEndsAnotherDay() throws {
        let first = try #require(day)
        var now = outcome()
        now.fundingEnds = [ComingFundingEnd(id: "a", name: "A", isPlace: false, day: first)]
        now.unanswered = [UnansweredResult(id: "b1", date: first, quarter: "Nord", result: "Bank fehlt", office: nil)]
        let memory = NoticeMemory().after(now)
        #expect(Notice(now, known: memory) == nil)
        now.fundingEnds[0].day = try #require(CalendarDate(year: 2025, month: 7, day: 31))
        now.unanswered.append(UnansweredResult(id: "b2", date: nil, quarter: nil, result: nil, office: nil))
        let notice = try #require(Notice(now, known: memory))
        #expect(notice.fundingEnds.count == 1 && notice.unanswered.map(\.id) == ["b2"])
        // What was kept reads back.
        #expect(try JSONDecoder().decode(NoticeMemory.self, from: JSONEncoder().encode(memory)) == memory)
    }

    @Test func longListsAreCounted() throws {
        var many = changed
        many.newMethods = (0..<40).map { "indicator_\($0)" }
        let text = try #require(Notice(many, known: NoticeMemory())).text(.english)
        #expect(text.contains("- indicator_29\n") && !text.contains("- indicator_30\n") && text.contains("10 more"))
    }
}

/// The files for monitors.
@Suite struct StandingTests {
    private let good = Standing(
        town: "A\"\\\nB", now: 1_740_974_401, lastAttemptAt: 1_740_970_801, lastGoodAt: 1_740_970_801, run: 7,
        comingFundingEnds: 2, unanswered: 0)

    @Test func healthSaysTheAge() throws {
        let health = try JSON(good.health)
        #expect(health["status"] as? String == "good" && health["age_seconds"] as? Int == 3_600)
        #expect(health["last_good_at"] as? String == "2025-03-03T03:00:01Z" && health["town"] as? String == "A\"\\\nB")
        var failed = good
        failed.lastAttemptAt = 1_740_974_000
        #expect(try JSON(failed.health)["status"] as? String == "failed")
        let never = Standing(
            town: "S", now: 0, lastAttemptAt: nil, lastGoodAt: nil, run: nil, comingFundingEnds: 0, unanswered: 0)
        #expect(try JSON(never.health)["status"] as? String == "never")
        #expect(try JSON(never.health)["age_seconds"] is NSNull)
        // A clock that was put back.
        var early = good
        early.now = 5
        #expect(early.age == 0)
    }

    private func JSON(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func metricsKeepToTheFormat() throws {
        let lines = good.metrics.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(good.metrics.hasSuffix("\n") && lines.dropLast().allSatisfy { !$0.isEmpty })
        let line = try Regex(#"quartier_[a-z_]+\{town="([^"\\\n]|\\["\\n])*"\} -?[0-9]+"#)
        for group in stride(from: 0, to: lines.count - 1, by: 3) {
            #expect(lines[group].hasPrefix("# HELP quartier_") && lines[group + 1].hasSuffix(" gauge"))
            #expect(lines[group + 2].wholeMatch(of: line) != nil, "\(lines[group + 2])")
        }
        #expect(lines.contains(#"quartier_last_success_age_seconds{town="A\"\\\nB"} 3600"#))
        #expect(lines.contains(#"quartier_update_success{town="A\"\\\nB"} 1"#))
        var never = good
        (never.lastAttemptAt, never.lastGoodAt, never.run) = (nil, nil, nil)
        #expect(!never.metrics.contains("success"))
    }
}
