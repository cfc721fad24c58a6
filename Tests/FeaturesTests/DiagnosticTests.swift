import Features
import ReferenceSystems
import Testing
import Wording

@Suite struct DiagnosticTests {
    @Test func namesAreWords() {
        #expect(DiagnosticCode.ringNotClosed.name == "ring-not-closed")
        #expect(DiagnosticCode.notUTF8.name == "not-utf8")
        #expect(DiagnosticCode.crsMissing.name == "crs-missing")
    }

    @Test func codesAndNamesAreUnique() {
        let codes = DiagnosticCode.allCases
        #expect(Set(codes.map(\.name)).count == codes.count)
        #expect(
            codes.allSatisfy { code in
                code.rawValue.count == 4 && code.rawValue.first == "Q" && Int(code.rawValue.dropFirst()) != nil
            })
        #expect(codes.sorted() == codes.sorted { $0.rawValue < $1.rawValue })
    }

    @Test func severitiesAscend() {
        #expect(Severity.note < .warning && Severity.warning < .error)
        #expect(Severity.allCases.reversed().sorted() == [.note, .warning, .error])
    }

    @Test func theSeverityIsThatOfTheCodeUnlessTheFindingSaysOtherwise() {
        #expect(Diagnostic(.ringNotClosed).severity == .error)
        #expect(Diagnostic(.geometryInvalid).severity == .warning)
        #expect(Diagnostic(.geometryRepaired).severity == .note)
        #expect(Diagnostic(.idMissing, severity: .warning).severity == .warning)
    }

    @Test func argumentsFillTheText() {
        let finding = Diagnostic(.quarterWithoutResidents, ["name": "Hafen"])
        #expect(finding.message(.german) == "Im Quartier „Hafen“ wohnt nach den Daten niemand.")
        #expect(finding.message(.english) == "According to the data nobody lives in the quarter \"Hafen\".")
    }

    @Test func valuesFromTheDataAreNeverReadAsTemplates() {
        let finding = Diagnostic(.quarterWithoutResidents, ["name": "{count} {name}"])
        #expect(finding.message(.english) == "According to the data nobody lives in the quarter \"{count} {name}\".")
    }

    @Test func anArgumentWithAnAtSignIsAKeyOfTheLanguage() {
        let finding = Diagnostic(.chapterDropped, ["@chapter": "chapter.streets", "@file": "chapter.streets.file"])
        #expect(finding.message(.german) == "Das Kapitel „Straßen als Grundlage der Karten“ entfällt.")
        #expect(finding.message(.english) == "The chapter \"Streets as base of the maps\" is left out.")
        #expect(finding.remedy(.german).contains("einer Datei der Straßen und Wege"))
        #expect(finding.remedy(.english).contains("a file of streets and paths"))
    }

    @Test func aKeyThatIsMissingShowsItself() {
        #expect(Diagnostic(.chapterDropped, ["@chapter": "chapter.none"]).message(.english).contains("⟨chapter.none⟩"))
    }

    @Test(arguments: Language.allCases) func theCauseFillsTheDetailInTheLanguageAsked(_ language: Language) {
        let error = ReferenceSystemError(.notMetric, detail: "EPSG:4326")
        var finding = Diagnostic(.internalInconsistency, ["detail": "overwritten"])
        finding.cause = error
        #expect(finding.message(language).contains(error.description(language)))
        #expect(!finding.message(language).contains("overwritten"))
    }

    @Test func theDescriptionLeadsWithThePlace() {
        func text(_ location: Features.SourceLocation?) -> String {
            Diagnostic(.nameMissing, at: location).description(.english)
        }
        #expect(text(nil).hasPrefix("warning: The name is missing. [Q404 name-missing]"))
        #expect(text(Features.SourceLocation(file: "a.json")).hasPrefix("a.json: warning: "))
        #expect(text(Features.SourceLocation(file: "a.json", line: 3)).hasPrefix("a.json:3: warning: "))
        #expect(text(Features.SourceLocation(file: "a.json", line: 3, column: 7)).hasPrefix("a.json:3:7: warning: "))
        #expect(text(Features.SourceLocation(file: "a.json", column: 7)).hasPrefix("a.json: warning: "))
        #expect(
            text(Features.SourceLocation(file: "a.json", line: 3, feature: 0, featureID: "x"))
                .hasPrefix("a.json:3: feature 0 (id \"x\"): warning: "))
    }

    @Test func theDescriptionEndsWithTheRemedy() {
        let finding = Diagnostic(.nameMissing, at: Features.SourceLocation(file: "-"))
        #expect(finding.description(.german).hasSuffix(finding.remedy(.german)))
        #expect(finding.description(.german).contains("\n"))
    }

    @Test func aFailureShowsAllItsFindings() {
        let failure = Failure(.malformedData, [Diagnostic(.crsUnknown, ["crs": "x"]), Diagnostic(.nameMissing)])
        #expect(
            failure.description(.english)
                == Diagnostic(.crsUnknown, ["crs": "x"]).description(.english) + "\n"
                + Diagnostic(.nameMissing).description(.english))
        #expect(failure.kind.rawValue == 65)
        #expect(Failure(.unreadable, Diagnostic(.fileUnreadable)).kind.rawValue == 2)
        #expect(Failure.Kind.usage.rawValue == 64)
        #expect(Failure.Kind.cannotCreate.rawValue == 73)
        #expect(Failure.Kind.temporary.rawValue == 75)
    }
}
