import Disclosure
import Features
import Indicators
import Town
import Wording

@testable import Reports

/// What a report is made from before it passes the door: tests change this, and look at what comes out.
struct UnprotectedInput {
    var title = ""
    var language: Language
    var edition: Edition
    var study: Study
    var indicators: IndicatorTable
    var diagnostics: [Diagnostic] = []
    var confirmation: PlacesConfirmation?
    var understanding = Understanding()
    var sources: [SourceNote] = []
    var thresholds: Thresholds
    var travel: TravelNote?
    var reachedLand: [ReachedLand] = []
    var people: PeopleNote?
    var released: [ReleasedValue] = []
    var releasedOffers: [ReleasedOffers] = []
    var releasedBoundaries: ReleasedBoundaries?
    var answers: [QuestionAnswer] = []
    var provenance: Provenance
    var rules = DisclosureRules()
    var causes: CausesOfChange?
    var look = Look()

    /// The input of the edition.
    func passed() throws -> ReportInput {
        let publication: Publication =
            switch edition {
            case .internal:
                .internal(study: study, table: indicators, released: released, causes: causes)
            case .public:
                try .public(
                    study: study, table: indicators, rules: rules, released: released, confirmed: confirmation != nil,
                    causes: causes)
            }
        return ReportInput(
            publication, title: title, language: language, diagnostics: diagnostics, confirmation: confirmation,
            understanding: understanding, sources: sources, thresholds: thresholds, travel: travel,
            reachedLand: reachedLand, people: people, releasedOffers: releasedOffers,
            releasedBoundaries: releasedBoundaries,
            answers: answers + study.memory.answers.map(QuestionAnswer.init), provenance: provenance, look: look)
    }
}

extension ReportSet {
    /// The pages of an input that passes the door first.
    static func render(_ input: UnprotectedInput) throws -> [Page] { render(try input.passed()) }
}

extension ReportContext {
    /// The context of an input that passes the door first.
    init(_ input: UnprotectedInput) throws { self.init(try input.passed()) }
}
