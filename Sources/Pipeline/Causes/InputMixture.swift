internal import Disclosure
internal import Features
internal import Indicators
internal import Project

/// The inputs of two dates, and what a town would look like if only some of the causes between them had come.
struct InputMixture {
    /// The inputs of the earlier date.
    let before: TownInputs
    /// The inputs of the later date, in the same coordinate reference system.
    let after: TownInputs
    /// What shrank implausibly, by kind of layer.
    let shrunken: [LayerEntry.Kind: ShrunkenInput]
    /// The causes that differ between the dates, in the order of ``ChangeCause``.
    let causes: [ChangeCause]
    /// Which cause brings the later layers of each kind.
    private let bringers: [LayerEntry.Kind: ChangeCause]

    init(from before: TownInputs, to after: TownInputs) {
        self.before = before
        self.after = after
        let shrunken = ShrunkenInput.all(from: before.records, to: after.records)
        // Figures per quarter belong to the quarters they were counted in, so both can only come together.
        let hasFigures = [before, after].contains { !$0.tables(.quarterTable).isEmpty }
        var bringers: [LayerEntry.Kind: ChangeCause] = [:]
        for kind in LayerEntry.Kind.allCases {
            let cause = ChangeCause(kind)
            bringers[kind] = shrunken[kind] != nil ? .data : hasFigures && cause == .boundaries ? .population : cause
        }
        // Streets, barriers and heights are one network.
        let network: [LayerEntry.Kind] = [.streets, .barriers, .heights]
        if network.contains(where: { bringers[$0] == .data }) { for kind in network { bringers[kind] = .data } }
        var found = InputMixture.settingsThatDiffer(before.project, after.project)
        if before.settings.parameters != after.settings.parameters { found.insert(.settings) }
        for kind in LayerEntry.Kind.allCases where before.content(of: kind) != after.content(of: kind) {
            if let cause = bringers[kind] { found.insert(cause) }
        }
        self.shrunken = shrunken
        self.bringers = bringers
        causes = ChangeCause.allCases.filter(found.contains)
    }

    /// The causes by what two project files say beside their layers.
    private static func settingsThatDiffer(_ before: ProjectFile, _ after: ProjectFile) -> Set<ChangeCause> {
        var found: Set<ChangeCause> = []
        if before.groups.map(\.columns) != after.groups.map(\.columns) || before.population != after.population {
            found.insert(.population)
        }
        if before.period != after.period || before.categories != after.categories || before.calendar != after.calendar {
            found.insert(.places)
        }
        if before.thresholds != after.thresholds || before.travel != after.travel { found.insert(.settings) }
        return found
    }

    /// The causes of a set that decide how people get around: mixtures that agree in these have the same networks and
    /// doors. Boundaries are among them, since they may decide where people are spread to.
    func travelCauses(_ come: Set<ChangeCause>) -> Set<ChangeCause> { come.subtracting([.places]) }

    /// The inputs with which just these causes have come.
    ///
    /// Words, groups' names and which indicators are asked for are always those of the later date.
    func inputs(with come: Set<ChangeCause>, _ scope: MixtureScope = MixtureScope()) -> TownInputs {
        func inputs(of cause: ChangeCause) -> TownInputs { come.contains(cause) ? after : before }
        func inputs(of kind: LayerEntry.Kind) -> TownInputs { inputs(of: bringers[kind] ?? ChangeCause(kind)) }
        var project = after.project
        let people = inputs(of: ChangeCause.population)
        project.groups = people.project.groups
        project.population = people.project.population
        let time = inputs(of: ChangeCause.places).project
        (project.period, project.categories, project.calendar) = (time.period, time.categories, time.calendar)
        let settings = inputs(of: ChangeCause.settings).project
        (project.thresholds, project.travel) = (settings.thresholds, settings.travel)
        if scope.isOnFootOnly { project.travel.profiles = Array(project.travel.profiles.prefix(1)) }
        project.indicators.parameters = settings.indicators.parameters
        let kinds = LayerEntry.Kind.allCases.filter { scope.hasOtherAreas || ![.area, .focusAreas].contains($0) }
        return TownInputs(
            project: project, projectPath: after.projectPath, referenceSystem: after.referenceSystem,
            populationPeriod: people.project.period,
            layers: kinds.flatMap { inputs(of: $0).layers($0) },
            tables: LayerEntry.Kind.allCases.flatMap { inputs(of: $0).tables($0) },
            streets: inputs(of: LayerEntry.Kind.streets).streets, base: after.base,
            records: after.records, projectFindings: [], findings: [])
    }
}

extension TownInputs {
    /// What tells two readings of the layers of a kind apart: their files' bytes, and which columns mean what.
    fileprivate func content(of kind: LayerEntry.Kind) -> [LayerContent] {
        records.filter { $0.entry.kind == kind }.map {
            LayerContent(checksum: $0.source.sha256, columns: $0.entry.columns, table: $0.entry.table)
        }
    }
}

/// What one entry of `layers` brought.
private struct LayerContent: Hashable {
    let checksum: String
    let columns: [LayerEntry.Role: String]
    let table: String?
}
