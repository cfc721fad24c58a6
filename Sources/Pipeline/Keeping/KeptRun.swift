internal import Disclosure
internal import Features
internal import Indicators
internal import Town
internal import Wording

/// The result of a run before anything is protected or worded: what `quartier report` starts from, so that nothing is
/// read or computed again. What may be published of it is decided anew each time, by the same door.
struct KeptRun: Sendable, Codable {
    let facts: RunFacts
    /// The town; its notes are read anew for each report.
    var study: Study
    let table: IndicatorTable
    let catchments: [TownCatchment]
    /// Why main figures differ from those of the earlier date; nil where the project names none.
    let causes: CausesOfChange?
    /// The file of each note, by the note's id.
    var noteSources: [String: SourceFile]
    /// Everything found in the data.
    let findings: [Diagnostic]
    /// The language that the user chose for the run; nil for the project's.
    let language: Language?
    /// The language where neither the user nor the project says one.
    let environmentLanguage: Language
}
