internal import Disclosure
internal import Features
internal import Formats
internal import Indicators
internal import Project
internal import ReferenceSystems
internal import Reports
internal import Town
internal import Travel
internal import Wording

/// Writes one edition of a run: tables, GeoJSON, record, description and report, all from the same protected values.
struct EditionWriter {
    private let result: RunResult
    private let edition: Edition
    /// The report's input, made of what the edition may show; tables are written from it, too.
    private let input: ReportInput
    private let findings: [Diagnostic]

    /// - Parameter found: everything found in the data.
    init(_ result: RunResult, _ publication: Publication, findings found: [Diagnostic]) {
        self.result = result
        let edition = publication.edition
        self.edition = edition
        // Findings name features; in public only how often each was met is told, and nothing of sensitive places.
        findings =
            edition == .internal
            ? found : found.filter { ![.sensitivePlace, .countsNotProtected, .nothingReleased].contains($0.code) }
        input = EditionWriter.reportInput(result, publication, findings)
    }

    /// Writes all files below `internal/`, or below `draft/`: what is for the public is only a draft until a person has
    /// read it and released it.
    func write(to folder: OutputFolder) throws(Failure) {
        let base = RunFolder.name(of: edition) + "/"
        let (table, period) = (input.indicators, input.study.period)
        try folder.write(IndicatorSheet.csv(table, period: period, .standard), to: base + "indicators.csv")
        try folder.write(IndicatorSheet.csv(table, period: period, .excelGerman), to: base + "indicators-excel-de.csv")
        let layers = try writeMaps(to: folder, base)
        if input.study.stops != nil { try folder.write(StopSheet.csv(input.study), to: base + "stops.csv") }
        if input.study.offers != nil {
            try folder.write(OfferSheet.csv(input.study, edition), to: base + "offers.csv")
        }
        if input.study.rooms != nil {
            try folder.write(RoomSheet.csv(input.study), to: base + "room-slots.csv")
        }
        let memory = input.study.memory
        if let log = memory.participation {
            try folder.write(ParticipationSheet.csv(log, edition), to: base + "participation.csv")
        }
        if !memory.notes.isEmpty { try folder.write(NoteSheet.csv(memory.notes, edition), to: base + "notes.csv") }
        let record = RunRecord.json(result, input.publication, findings: findings)
        try folder.write(record.text(.indented) + "\n", to: base + RunRecord.fileName)
        let tables = DataPackage.tables(input.study, edition)
        let package = DataPackage.json(
            result.project, tables: tables, maps: layers.map(\.name.rawValue), language: result.language)
        try folder.write(package.text(.indented) + "\n", to: base + "datapackage.json")
        for table in tables {
            let metadata = TableMetadata.json(table, language: result.language)
            try folder.write(metadata.text(.indented) + "\n", to: base + TableMetadata.path(of: table))
        }
        let quarters = layers.first { $0.name == .quarters }
        try folder.write(try OfficeWorkbook.bytes(input, quarters: quarters), to: base + OfficeWorkbook.fileName)
        if edition == .public,
            let entry = DataCatalogueEntry(
                result.project, tables: tables, maps: layers.map(\.name), language: result.language)
        {
            try folder.write(entry.json.text(.indented) + "\n", to: base + DataCatalogueEntry.fileName)
        }
        try writeReports(to: folder, base)
    }

    /// Each layer as GeoJSON, and all of them in one GeoPackage.
    private func writeMaps(to folder: OutputFolder, _ base: String) throws(Failure) -> [MapLayer] {
        let (project, system) = (result.project, result.system)
        let attribution = Attribution.lines(project)
        let layers = MapLayers(input).all(catchments: result.kept.catchments, hasTravel: result.hasTravel)
        for layer in layers {
            try folder.write(
                try layer.geoJSON(attribution: attribution, from: system), to: base + layer.name.rawValue + ".geojson")
        }
        let package = MapPackage(input, layers: layers, attribution: attribution, system: system)
        try folder.write(
            try package.bytes(lastChange: LastChange.text(period: input.study.period)), to: base + MapPackage.fileName)
        return layers
    }

    /// The report in the run's language at `report/`, in each further language of the project below it.
    private func writeReports(to folder: OutputFolder, _ base: String) throws(Failure) {
        for language in [result.language] + result.project.report.languages.filter({ $0 != result.language }) {
            var page = input
            page.language = language
            let subfolder = language == result.language ? "report/" : "report/\(language.rawValue)/"
            for part in ReportSet.render(page) { try folder.write(part.text, to: base + subfolder + part.path) }
        }
    }

    private static func reportInput(
        _ result: RunResult, _ publication: Publication, _ findings: [Diagnostic]
    ) -> ReportInput {
        let (project, facts) = (result.project, result.kept.facts)
        return ReportInput(
            publication, title: project.report.title ?? "", language: result.language, diagnostics: findings,
            confirmation: project.report.placesConfirmedOn.map {
                PlacesConfirmation(on: "\($0)", by: project.report.placesConfirmedBy)
            },
            understanding: Understanding(
                text: project.understanding?.text ?? "", adoptedBy: project.understanding?.adoptedBy,
                adoptedOn: project.understanding?.adoptedOn.map { "\($0)" },
                goals: (project.understanding?.goals ?? []).map {
                    Understanding.Goal(id: $0.id, text: $0.text, indicators: $0.indicators)
                }),
            sources: Attribution.sources(project).map {
                SourceNote(
                    name: $0.name, licence: $0.licence, date: $0.date.map { "\($0)" }, attribution: $0.attribution,
                    address: $0.url)
            },
            thresholds: facts.thresholds, travel: facts.travel, reachedLand: reachedLand(result.kept.catchments),
            people: facts.people,
            releasedOffers: ReleasedReading.offers(
                project.disclosure.released, from: FileAccess.folder(of: result.projectPath)),
            releasedBoundaries: ReleasedReading.boundaries(
                project.disclosure.released, from: FileAccess.folder(of: result.projectPath), for: publication),
            answers: result.kept.study.memory.answers.map(QuestionAnswer.init), provenance: facts.provenance,
            look: result.words.look)
    }

    /// The catchments that the reports' maps show.
    private static func reachedLand(_ catchments: [TownCatchment]) -> [ReachedLand] {
        ReachedLand.shownTargets.flatMap { target in
            catchments.filter { $0.target == target }.sorted { $0.minutes < $1.minutes }.map {
                ReachedLand(target: target, minutes: $0.minutes, step: $0.step, geometry: $0.geometry)
            }
        }
    }
}
