import Disclosure
import Foundation
import Hours
import Indicators
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

/// Questions for reflection: which rule asks when, and what holds for every report.
@Suite struct QuestionTests {
    private static let areas: [QuestionArea] = [.town, .quarter(0), .quarter(1), .quarter(2)]

    private func changed(_ change: (inout UnprotectedInput) -> Void = { _ in }) throws -> ReportContext {
        var input = try CouncilTown.town(.german, .internal).input()
        change(&input)
        return try ReportContext(input)
    }

    private func text(_ nodes: [HTMLNode]) -> String {
        HTMLWriter.fragment(nodes).replacing(/<[^>]*>/, with: "")
    }

    /// A value of the town or the first quarter, in place of what was computed.
    private func set(
        _ input: inout UnprotectedInput, _ indicator: String, _ number: Double?, category: String? = nil,
        where isMeant: (IndicatorValue) -> Bool = { _ in true }, lower: Double? = nil, upper: Double? = nil
    ) {
        var table = IndicatorTable(allResidents: input.indicators.allResidents)
        for var value in input.indicators.values {
            if value.indicator == indicator, value.group == "all", value.category == category, isMeant(value) {
                (value.value, value.lower, value.upper) = (number, lower, upper)
                value.status = number == nil ? .suppressed : .valid
            }
            table.append(value)
        }
        input.indicators = table
    }

    // MARK: Rules, one by one

    @Test func asksForAPlaceInTheEveningFromThreeInTenOn() throws {
        func asks(_ share: Double?, lower: Double? = nil, upper: Double? = nil) throws -> QuestionOccasion? {
            try changed { input in
                set(
                    &input, "open_access", share, category: "organised_places",
                    where: { $0.parameter("slot") == "weekday_evening" }, lower: lower, upper: upper)
            }.occasion(.openEvening, .town)
        }
        #expect(try asks(0.71) == nil)
        #expect(try #require(try asks(0.7)).weight == 1 - 0.7)
        // A range from nobody to everybody says nothing, and what is hidden asks nothing.
        #expect(try asks(0, lower: 0, upper: 1) == nil)
        #expect(try asks(nil) == nil)
        let context = try changed { input in
            set(
                &input, "open_access", 0.6, category: "organised_places",
                where: { $0.parameter("slot") == "weekday_evening" }, lower: 0.55, upper: 0.64)
        }
        let question = try #require(context.reflectionQuestions(.town).first { $0.rule == .openEvening })
        #expect(question.id == "open_evening/town")
        #expect(
            text(question.text)
                == "Gibt es in Kleinstadt einen Ort, der nach 18 Uhr offen ist – oder einen, der es werden könnte?")
        #expect(
            text(question.because)
                == "Keinen als offen erfassten Treffpunkt erreichen werktags zwischen 18 und 22 Uhr in 15 Minuten zu Fuß: "
                + "etwa vier von zehn Menschen (zwischen 36\u{202F}% und 45\u{202F}%).")
    }

    @Test func asksWhatStaysWhenFundingEnds() throws {
        let occasion = try #require(try changed().occasion(.fundingEnds, .town))
        #expect(occasion.weight == 0.5)
        let because = try #require(
            try changed().reflectionQuestions(.town).first { $0.rule == .fundingEnds }
        ).because
        #expect(
            text(because)
                == "Bis 31.\u{A0}Dezember 2025 endet bei 2 von 4 erfassten Angeboten die Finanzierung; bei 1 ist nicht erfasst, wie lange sie finanziert sind."
        )
        // In the first quarter one of two ends; in the second nothing does.
        #expect(try changed().occasion(.fundingEnds, .quarter(0))?.weight == 0.5)
        #expect(try changed().occasion(.fundingEnds, .quarter(1)) == nil)
    }

    /// A quarter's name reads as one: „im Quartier Nordstadt“.
    @Test func questionsOfAQuarterNameItAsOne() throws {
        let asked = try changed().reflectionQuestions(.quarter(0)).map { text($0.text) }
        #expect(asked.contains { $0.contains(" im Quartier Altstadt ") })
        #expect(!asked.contains { $0.contains(" in Altstadt") || $0.contains("in im") })
        var town = try CouncilTown.town(.english, .internal)
        town.hasPopulation = false
        let english = try ReportContext(town.input()).reflectionQuestions(.quarter(0)).map { text($0.text) }
        #expect(english.contains { $0.contains(" in the quarter of Altstadt") })
    }

    @Test func whatHangsOnOneOperatorIsAskedInsideOnly() throws {
        func asks(_ edition: Edition) throws -> Bool {
            var input = try CouncilTown.town(.german, edition).input()
            set(&input, "operator_loss", 0.9)
            return try ReportContext(input).occasion(.oneOperator, .town) != nil
        }
        #expect(try asks(.internal))
        #expect(try !asks(.public))
    }

    @Test func strengthsAreAskedTheMoreParticularFirst() throws {
        let context = try changed()
        let strength = try #require(context.reflectionQuestions(.town).first)
        #expect(strength.rule == .handedOver)
        #expect(text(strength.because).contains("2,0 Stunden in der Woche"))
        var plain = SmallTown()
        plain.hasPopulation = false
        let without = try ReportContext(plain.input())
        #expect(without.reflectionQuestions(.town).first?.rule == .meetingPlaces)
        #expect(without.reflectionQuestions(.quarter(1)).first?.rule == .unlisted)
    }

    @Test func theAdministrationIsAskedWhatItDidNotRecord() throws {
        func rule(_ change: (inout UnprotectedInput) -> Void) throws -> QuestionRule? {
            try changed(change).reflectionQuestions(.town).last?.rule
        }
        #expect(try rule { $0.confirmation = nil } == .listUnconfirmed)
        #expect(try rule { $0.understanding = Understanding() } == .understandingMissing)
        #expect(try rule { _ in } == .fundingNotRecorded)
        #expect(try rule { $0.study.offers = nil } == .hoursNotRecorded)
    }

    @Test func smallerReachIsAskedAboutOnlyWhereItIsReliable() throws {
        func asks(_ before: Double, newer: Int = 0) throws -> Bool {
            let context = try changed { input in
                input.indicators = input.indicators.filter { $0.indicator == "coverage_share" }
                input.released = input.indicators.values.map {
                    ReleasedValue(
                        period: "2022", key: $0.key, value: before, status: .valid,
                        methodVersion: $0.methodVersion - newer)
                }
            }
            return context.occasion(.reachSmaller, .town) != nil
        }
        #expect(try asks(0.99))
        #expect(try !asks(0))
        #expect(try !asks(0.99, newer: 1))
    }

    @Test func differencesOfGroupsThatAreNotReliableAreNotAskedAbout() throws {
        func asks(_ number: Double, _ reason: Reason?) throws -> QuestionOccasion? {
            try changed { input in
                input.indicators.append(
                    IndicatorValue(
                        level: .town, areaID: "01999000", areaName: "", group: "foreign", category: "meeting_places",
                        indicator: "coverage_difference", parameters: "catchment=15;measure=walking;unit=quarter",
                        methodVersion: 1, value: number, unit: "share_difference", status: .valid, reason: reason))
            }.occasion(.groupDifference, .town)
        }
        #expect(try asks(-0.2, nil)?.weight == 0.2)
        #expect(try asks(0.2, nil) == nil)
        #expect(try asks(-0.2, .noReliableDifference) == nil)
    }

    // MARK: What holds for every report

    static let towns: [(Language, Edition)] = CouncilPageTests.editions

    @Test(arguments: towns) func everyReportHasAtMostFiveWithAStrengthAndTheAdministration(
        _ language: Language, _ edition: Edition
    ) throws {
        let words = language == .german ? ForbiddenWords.german : ForbiddenWords.english
        for town in [
            try CouncilTown.town(language, edition), try CouncilTown.town(language, edition, isTimed: false),
            try CouncilTown.hostile(language, edition, text: "Brückenweg"),
        ] {
            let context = try ReportContext(town.input())
            for area in Self.areas {
                let questions = context.reflectionQuestions(area)
                #expect((2...5).contains(questions.count))
                #expect(questions.count { $0.rule.kind == .strength } == 1)
                #expect(questions.count { $0.rule.kind == .administration } == 1)
                #expect(questions.first?.rule.kind == .strength)
                #expect(questions.last?.rule.kind == .administration)
                #expect(Set(questions.map(\.id)).count == questions.count)
                for question in questions {
                    let (ask, because) = (text(question.text), text(question.because))
                    #expect(ask.contains("?"))
                    #expect(!because.contains("?") && because.hasSuffix("."))
                    #expect(
                        !ask.contains("{") && !because.contains("{") && !ask.contains("⟨") && !because.contains("⟨"))
                    for rule in words { #expect(!rule.isBroken(by: ask + " " + because), "\(rule.reason)") }
                }
            }
        }
    }

    @Test(arguments: QuestionRule.allCases) func everyRuleGoesToBothOfficesAndHasItsTexts(_ rule: QuestionRule) {
        #expect(rule.offices.prefix(2) == [.urbanDevelopment, .integrationWork])
        #expect(Set(rule.offices).count == rule.offices.count)
        for language in Language.allCases {
            let words = Words(language)
            #expect(words.ifKnown("question.\(rule.rawValue).text")?.hasSuffix("?") == true)
            #expect(words.ifKnown("question.\(rule.rawValue).because")?.hasSuffix(".") == true)
            for office in rule.offices { #expect(words.ifKnown("office.\(office.rawValue)") != nil) }
        }
    }

    @Test func theSameInputAsksTheSame() throws {
        let input = try CouncilTown.town(.german, .internal).input()
        let first = try ReportContext(input).reflectionQuestions(.town).map(\.id)
        for _ in 0..<5 { #expect(try ReportContext(input).reflectionQuestions(.town).map(\.id) == first) }
    }

    @Test func questionsOfTheTownAndAQuarterHaveDifferentIds() throws {
        var town = try CouncilTown.town(.german, .internal)
        town.quarterNames = ["town", "quarter", "town"]
        var input = try town.input()
        input.study.quarters = AreaTable(
            title: "", ids: ["town", "quarter", "x"], names: town.quarterNames,
            geometries: input.study.quarters.geometries)
        let context = try ReportContext(input)
        #expect(context.questionID(.ownPart, .town) == "own_part/town")
        #expect(context.questionID(.ownPart, .quarter(0)) == "own_part/quarter/town")
    }

    // MARK: Answers

    private func ids(_ answers: [QuestionAnswer]) throws -> [String] {
        try changed { $0.answers = answers }.reflectionQuestions(.town).map(\.id)
    }

    @Test func settledAndUnimportantQuestionsDoNotComeBack() throws {
        let asked = try ids([])
        for id in asked {
            for standing in [QuestionAnswer.Standing.settled, .unimportant] {
                let left = try ids([QuestionAnswer(question: id, on: "2024-03-01", standing: standing)])
                #expect(!left.contains(id))
                #expect(left.count <= 5)
            }
        }
        let none = QuestionRule.allCases.map {
            QuestionAnswer(question: "\($0.rawValue)/town", on: "2024-03-01", standing: .settled)
        }
        #expect(try ids(none).isEmpty)
        let page = try #require(ReportSet.render(changed { $0.answers = none }.input).first).text
        #expect(!page.contains("id=\"questions\""))
    }

    @Test func openQuestionsComeBackFirst() throws {
        // Of all strengths the one that always can be asked, because it was left open.
        let left = try ids([QuestionAnswer(question: "unlisted/town", on: "2024-03-01", standing: .open)])
        #expect(left.first == "unlisted/town")
        let free = try ids([QuestionAnswer(question: "free_rooms/town", on: "2024-03-01", standing: .open)])
        #expect(free.dropFirst().first == "free_rooms/town")
    }

    @Test func theLastAnswerCounts() throws {
        let id = try #require(try ids([]).first)
        let open = QuestionAnswer(question: id, on: "2024-05-01", standing: .open)
        let settled = QuestionAnswer(question: id, on: "2024-03-01", standing: .settled)
        #expect(try ids([open, settled]).contains(id))
        #expect(try ids([settled, open]).contains(id))
        let later = QuestionAnswer(question: id, on: "2024-06-01", standing: .settled)
        #expect(try !ids([open, later]).contains(id))
    }

    @Test func whoTalkedAboutItIsPublicOnlyWhereSaid() throws {
        func page(_ edition: Edition, isPublic: Bool) throws -> String {
            var input = try CouncilTown.town(.german, edition).input()
            input.answers = [
                QuestionAnswer(
                    question: "unlisted/town", on: "2024-03-01", circle: "Runder Tisch", standing: .open,
                    text: "Wir fragen <b>nach</b>.", isPublic: isPublic)
            ]
            return try #require(ReportSet.render(input).first).text
        }
        #expect(try page(.internal, isPublic: false).contains("Runder Tisch"))
        #expect(try page(.public, isPublic: true).contains("Wir fragen &lt;b&gt;nach&lt;/b&gt;."))
        let hidden = try page(.public, isPublic: false)
        #expect(!hidden.contains("Runder Tisch") && !hidden.contains("Wir fragen"))
        #expect(hidden.contains("gesprochen; die Frage ist offen."))
    }

    // MARK: Disclosure

    /// What a public question tells is in the public table: with everything hidden, rules that rest on values are silent.
    @Test func hiddenValuesAskNothing() throws {
        var input = try CouncilTown.town(.german, .public).input()
        input.rules.minimumCount = 100_000
        let context = try ReportContext(input)
        #expect(context.input.indicators.values.contains { $0.status == .suppressed })
        for area in Self.areas {
            for rule in QuestionRule.allCases {
                guard let occasion = context.occasion(rule, area) else { continue }
                #expect(
                    occasion.arguments["people"] == nil || context.input.indicators.values.contains { $0.number != nil }
                )
            }
        }
    }

    // MARK: Documentation

    @Test func theDocumentationHasEveryRuleAndNoOther() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Documentation/Questions.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.matches(of: /(?m)^\| `([a-z_]+)` \| (\w+) \| ([^|]+) \|/).map {
            (String($0.1), String($0.2), $0.3.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
        #expect(rows.map(\.0) == QuestionRule.allCases.map(\.rawValue))
        for (row, rule) in zip(rows, QuestionRule.allCases) {
            #expect(row.1 == rule.kind.rawValue)
            #expect(row.2 == rule.offices.dropFirst(2).map(\.rawValue) || (row.2 == ["–"] && rule.offices.count == 2))
        }
    }
}
