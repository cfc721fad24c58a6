public import Features
internal import Indicators
internal import Project
public import ReferenceSystems
internal import Town
internal import Wording

/// Who would gain and who would lose by a change of places, hours and offers: a town as it is beside the same town, the same
/// people and streets, with the change. Internal: it counts small groups of people.
public struct ScenarioComparison: Sendable {
    /// A figure of one area and group.
    struct Row: Sendable {
        let subject: OriginLevels.Subject
        let level: AreaLevel
        let areaID: String
        let areaName: String
        let group: PopulationGroup
        let people: PersonTally
        /// The mean before and after over those who reach the streets; nil for ways, which some have none of.
        let means: (before: Double, after: Double)?
    }

    /// What the change file is called; nil where it has no title.
    let title: String?
    /// What is changed.
    let changes: [ChangeFile.Item]
    /// The rows: figures as ``OriginLevels`` has them, the town, then the quarters, groups as the project has them.
    let rows: [Row]
    /// What the town calls its categories of places.
    let words: FigureWords
    /// What was found of the change that was not found of the town.
    public let findings: [Diagnostic]

    /// Whether nobody gains or loses anything.
    public var isEmpty: Bool {
        rows.allSatisfy { $0.people.gaining.value == 0 && $0.people.losing.value == 0 }
    }

    /// Reads a project and a change file, and computes what lies between.
    ///
    /// The layers are read once, the network is built once.
    /// - Throws: `Failure` where one of them cannot be read, or where nobody is recorded as living in the town.
    public static func between(
        project path: String, changes changePath: String, missingGrid: MissingGridPolicy = .refuse,
        progress: RunProgress = .silent
    ) throws(Failure) -> ScenarioComparison {
        let file = try readChanges(changePath)
        let inputs = try TownInputs.read(path, missingGrid: missingGrid, progress: progress)
        let changes = try PlaceChanges(file, of: inputs, missingGrid: missingGrid)
        let before = try StudyAssembly(inputs, progress: progress)
        let after = try StudyAssembly(inputs, changes: changes, travel: before.travel, progress: .silent)
        progress.report(.computing)
        let known = Set(before.findings)
        return ScenarioComparison(
            file, from: try Run.context(inputs, before), to: try Run.context(inputs, after),
            findings: after.findings.filter { !known.contains($0) })
    }

    /// Reads a change file.
    static func readChanges(_ path: String) throws(Failure) -> ChangeFile {
        guard let text = String(validating: try FileAccess.readText(path), as: UTF8.self) else {
            throw Failure(.malformedData, Diagnostic(.notUTF8, at: SourceLocation(file: path)))
        }
        let (file, findings) = ChangeFile.decode(text, file: path)
        guard let file else { throw Failure(.malformedData, findings) }
        return file
    }

    /// Compares two states of a town with the same people.
    init(
        _ file: ChangeFile, from before: IndicatorContext, to after: IndicatorContext, findings: [Diagnostic]
    ) {
        title = file.title
        changes = file.items
        words = FigureWords(after.study)
        self.findings = findings
        let touched = ScenarioComparison.touchedCategories(before.study, after.study)
        let levels = Dictionary(
            OriginLevels.all(before, categories: touched).map { ($0.subject, $0) },
            uniquingKeysWith: { first, _ in first })
        let connected = before.requests.first?.connected
        var rows: [Row] = []
        if let population = before.study.population {
            for new in OriginLevels.all(after, categories: touched) {
                // Of a category that a new place brings there was nothing before.
                let old = levels[new.subject] ?? new.withNothing
                let outcomes = PersonTally.outcomes(old, new)
                for area in before.areas where area.level == .town || area.level == .quarter {
                    let weights = OriginWeights(origins: area.origins, weights: area.weights)
                    for (index, group) in before.study.groups.enumerated() {
                        rows.append(
                            Row(
                                subject: new.subject, level: area.level, areaID: area.id, areaName: area.name,
                                group: group,
                                people: PersonTally(outcomes, area: weights, of: population, group: index),
                                means: ScenarioComparison.means(
                                    old, new, weights, population.counts[index], connected)))
                    }
                }
            }
        }
        self.rows = rows
    }

    /// The means of what is certain over those who reach the streets.
    private static func means(
        _ old: OriginLevels, _ new: OriginLevels, _ area: OriginWeights, _ counts: [Double], _ connected: [Bool]?
    ) -> (before: Double, after: Double)? {
        guard !old.isBetterBelow else { return nil }
        var (before, after, all) = (0.0, 0.0, 0.0)
        for (origin, weight) in area where connected?[Int(origin)] ?? true {
            let people = counts[Int(origin)] * weight
            all += people
            before += people * old.sure[Int(origin)]
            after += people * new.sure[Int(origin)]
        }
        return all > 0 ? (before / all, after / all) : nil
    }

    /// The ids of the categories of places that differ between two states.
    private static func touchedCategories(_ before: Study, _ after: Study) -> Set<String> {
        func places(_ study: Study) -> Set<[String]> {
            Set(
                study.places.ids.indices.map { row in
                    [
                        study.places.category(ofPlace: row)?.id ?? "", study.places.ids[row],
                        study.places.hours[row] ?? "",
                    ]
                })
        }
        return Set(places(before).symmetricDifference(places(after)).map { $0[0] })
    }
}
