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

    init(_ result: RunResult, _ publication: Publication) {
        self.result = result
        let edition = publication.edition
        self.edition = edition
        // Findings name features; in public only how often each was met is told, and nothing of sensitive places.
        findings =
            edition == .internal
            ? result.findings : result.findings.filter { ![.sensitivePlace, .countsNotProtected].contains($0.code) }
        input = EditionWriter.reportInput(result, publication, findings)
    }

    /// Writes all files below `internal/`, or below `draft/`: what is for the public is only a draft until a person has
    /// read it and released it.
    func write(to folder: OutputFolder) throws(Failure) {
        let base = RunFolder.name(of: edition) + "/"
        let (table, period) = (input.indicators, input.study.period)
        try folder.write(IndicatorSheet.csv(table, period: period, .standard), to: base + "indicators.csv")
        try folder.write(IndicatorSheet.csv(table, period: period, .excelGerman), to: base + "indicators-excel-de.csv")
        try writeMaps(to: folder, base)
        if input.study.stops != nil { try folder.write(StopSheet.csv(input.study), to: base + "stops.csv") }
        if input.study.offers != nil {
            try folder.write(OfferSheet.csv(input.study, edition), to: base + "offers.csv")
        }
        if input.study.rooms != nil {
            try folder.write(RoomSheet.csv(input.study), to: base + "room-slots.csv")
        }
        let record = RunRecord.json(result, input.publication, findings: findings)
        try folder.write(record.text(.indented) + "\n", to: base + RunRecord.fileName)
        let package = DataPackage.json(
            result.inputs.project, hasCatchments: result.travel != nil, hasStops: input.study.stops != nil,
            offerColumns: input.study.offers == nil ? nil : OfferSheet.columns(edition),
            hasRooms: input.study.rooms != nil, language: result.language)
        try folder.write(package.text(.indented) + "\n", to: base + "datapackage.json")
        try writeReports(to: folder, base)
    }

    /// Each layer as GeoJSON, and all of them in one GeoPackage.
    private func writeMaps(to folder: OutputFolder, _ base: String) throws(Failure) {
        let (project, system) = (result.inputs.project, result.inputs.referenceSystem)
        let attribution = Attribution.lines(project)
        let layers = MapLayers(input).all(catchments: result.catchments, hasTravel: result.travel != nil)
        for layer in layers {
            try folder.write(
                try layer.geoJSON(attribution: attribution, from: system), to: base + layer.name.rawValue + ".geojson")
        }
        let package = MapPackage(input, layers: layers, attribution: attribution, system: system)
        try folder.write(
            try package.bytes(lastChange: LastChange.text(period: project.period)), to: base + MapPackage.fileName)
    }

    /// The report in the run's language at `report/`, in each further language of the project below it.
    private func writeReports(to folder: OutputFolder, _ base: String) throws(Failure) {
        for language in [result.language] + result.inputs.project.report.languages.filter({ $0 != result.language }) {
            var page = input
            page.language = language
            let subfolder = language == result.language ? "report/" : "report/\(language.rawValue)/"
            for part in ReportSet.render(page) { try folder.write(part.text, to: base + subfolder + part.path) }
        }
    }

    private static func reportInput(
        _ result: RunResult, _ publication: Publication, _ findings: [Diagnostic]
    ) -> ReportInput {
        let project = result.inputs.project
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
            thresholds: Thresholds(distances: project.thresholds.distances, border: project.thresholds.border),
            travel: result.travel.map(travelNote), reachedLand: reachedLand(result.catchments),
            people: peopleNote(result),
            releasedOffers: ReleasedReading.offers(
                project.disclosure.released, from: FileAccess.folder(of: result.inputs.projectPath)),
            provenance: Provenance(
                toolVersion: QuartierVersion.number,
                operations: operations(result.inputs),
                inputs: inputFiles(result.inputs)))
    }

    /// What is to say of counts from a census.
    private static func peopleNote(_ result: RunResult) -> PeopleNote? {
        guard let noise = result.noise, let basis = PeopleNote.Basis(rawValue: noise.basis.rawValue) else { return nil }
        let inputs = result.inputs
        let year = OneCensus.edition(of: inputs.layers(.population), inputs.project.groups)?.rawValue
        return PeopleNote(variance: noise.noise.variance, basis: basis, years: year.map { [$0] } ?? [])
    }

    /// The files, each once.
    private static func inputFiles(_ inputs: TownInputs) -> [Provenance.InputFile] {
        var files: [Provenance.InputFile] = []
        for record in inputs.records {
            let file = Provenance.InputFile(name: record.entry.file, checksum: record.source.sha256)
            if record.entry.format == .geoJSON || !files.contains(file) { files.append(file) }
        }
        return files
    }

    /// The catchments that the reports' maps show.
    private static func reachedLand(_ catchments: [TownCatchment]) -> [ReachedLand] {
        ReachedLand.shownTargets.flatMap { target in
            catchments.filter { $0.target == target }.sorted { $0.minutes < $1.minutes }.map {
                ReachedLand(target: target, minutes: $0.minutes, step: $0.step, geometry: $0.geometry)
            }
        }
    }

    private static func travelNote(_ travel: TownTravel) -> TravelNote {
        TravelNote(
            profiles: travel.ways.map { way in
                TravelNote.Profile(
                    id: way.profile.id, speed: way.profile.speed, metres: way.report.metres,
                    dropped: dropped(way.report))
            },
            minutes: travel.entry.minutes, band: TownTravel.band, snapping: travel.entry.snapping)
    }

    /// What is no part of a network, by reason, the longest first; what is no street is not missed.
    private static func dropped(_ report: NetworkReport) -> [TravelNote.DroppedStreets] {
        var metres: [Refusal: Double] = [:]
        for dropped in report.dropped where dropped.reason != .notAStreet && dropped.reason != .construction {
            metres[dropped.reason, default: 0] += dropped.metres
        }
        return Refusal.allCases.compactMap { reason in
            metres[reason].map { TravelNote.DroppedStreets(reason: reason.rawValue, metres: $0) }
        }.sorted { $0.metres > $1.metres }
    }

    /// How the layers came into the study's system, each way once.
    private static func operations(_ inputs: TownInputs) -> [String] {
        var seen: [String] = []
        for operation in inputs.records.compactMap(\.operation) {
            var text = operation.name
            if let accuracy = operation.accuracyMetres { text += " (\(NumberText.shortest(accuracy)) m)" }
            if !seen.contains(text) { seen.append(text) }
        }
        return seen
    }
}
