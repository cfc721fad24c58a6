internal import Features
internal import Overlay
internal import Planar
internal import Project
internal import Topology
internal import Town

/// Puts a town together from its layers: reads them into tables, lays them over each other, and reports what does not
/// fit.
struct StudyAssembly {
    /// The study.
    let study: Study
    /// How people get around; nil where reach is measured in a straight line.
    let travel: TownTravel?
    /// The layer and row of each place, counted among the layers of places; of recorded places only.
    let placeRows: [(layer: Int, row: Int)]
    /// How counts came to smaller areas.
    let disaggregations: [DisaggregationRecord]
    /// The noise that protects counts of people; nil where no source is protected so.
    let noise: UsedNoise?
    /// What the town says in its own words.
    let words: TownWords
    /// Everything found in the data, that of reading them included.
    let dataFindings: [Diagnostic]

    /// Everything found.
    var findings: [Diagnostic] { words.findings + dataFindings }

    /// - Parameters:
    ///   - changes: what of places and offers is otherwise than the layers say; nil for nothing.
    ///   - known: how people get around, where another assembly of the same streets and people found out.
    /// - Throws: `Failure` where a layer without which nothing can be computed is missing or empty, where the
    ///   geometry layer failed for people and quarters, or where changes name what there is not.
    init(
        _ inputs: TownInputs, changes: PlaceChanges? = nil, travel known: TownTravel? = nil, progress: RunProgress
    ) throws(Failure) {
        progress.report(.overlaying)
        var findings = inputs.findings
        let project = inputs.project
        let periodStart = Study.start(ofPeriod: project.period)

        guard let quarterLayer = inputs.layers(.quarters).first else {
            throw Failure(
                .malformedData,
                Diagnostic(.layerMissing, at: SourceLocation(file: inputs.projectPath), ["kind": "quarters"]))
        }
        let (quarters, quarterRows) = AreaReading.read(
            quarterLayer, title: quarterLayer.entry.name ?? "", findings: &findings)
        guard quarters.count > 0 else {
            throw Failure(.malformedData, [Diagnostic(.layerEmpty, at: quarterLayer.location)] + findings)
        }
        findings += AreaChecks.leadingZeros(quarterLayer)
        findings += ScaleCheck.finding(quarterLayer)
        findings += AreaChecks.parts(quarters, rows: quarterRows, in: quarterLayer)
        findings += AreaChecks.coverage(
            quarters, rows: quarterRows, in: quarterLayer, minimumSquareMetres: project.thresholds.minimumOverlap)
        let quarterBox = quarterLayer.metric.layer.geometries.envelope
        for layer in inputs.layers where layer.entry.kind != .quarters && layer.entry.format == .geoJSON {
            findings += AreaChecks.farAway(layer, from: quarterBox)
        }

        let placeLayers = inputs.layers(.places)
        var reading = PlaceReading(categories: project.categories, periodStart: periodStart)
        for (number, layer) in placeLayers.enumerated() { reading.add(layer, number: number, findings: &findings) }
        let recorded = reading.finished()
        let placeRows = reading.rows
        self.placeRows = placeRows
        let changed = try changes.map { changes throws(Failure) in try changes.places(recorded) }
        let places = changed?.places ?? recorded
        let placeLocation = { (place: Int) -> SourceLocation in
            switch changed?.origins[place] ?? .recorded(place) {
            case .recorded(let row): placeLayers[placeRows[row].layer].location(placeRows[row].row)
            case .added(let location): location
            }
        }
        let locator = PolygonLocator(quarters.geometries)
        let assignments = QuarterAssignment.assign(
            xs: places.xs, ys: places.ys, quarters: quarters.geometries, borderTolerance: project.thresholds.border,
            locator: locator)
        findings += PlaceChecks.findings(places, assignments, quarters: quarters, location: placeLocation) { place in
            guard case .recorded(let row) = changed?.origins[place] ?? .recorded(place) else { return false }
            return placeLayers[placeRows[row].layer].entry.format == .openStreetMap
        }

        let territories = try StudyAssembly.territories(
            quarters, location: quarterLayer.location, minimumSquareMetres: project.thresholds.minimumOverlap)
        let spreading = try PeopleSpreading(
            quarters: quarters, territories: territories, location: quarterLayer.location, entry: project.population,
            buildings: inputs.layers(.buildings), land: inputs.layers(.residentialLand))
        let figures = QuarterFigures(
            inputs.tables(.quarterTable), groups: project.groups, quarters: quarters,
            wantedYear: AreaTableLayout.year(in: inputs.populationPeriod), townName: project.town.name,
            findings: &findings)
        var population = try PopulationReading.read(
            inputs.layers(.population), figures: figures, spreading: spreading, project: project, findings: &findings)
        disaggregations = population?.disaggregations ?? []
        var people = PeopleInAreas(population: population, groupCount: project.groups.count)
        let quarterMembership = try people.quarterMembership(
            territories, locator: locator, quarterLayer.location)
        if let official = project.population.officialTotal {
            let factor = population?.table.calibrate(to: official, in: OriginWeights(allOf: quarterMembership)) ?? 1
            population?.noise?.raise(by: factor)
            people.population = population
        }
        noise = population?.noise
        if let population {
            findings += PopulationChecks.findings(
                population, groups: StudyAssembly.groups(project), membership: quarterMembership, quarters: quarters,
                quarterRows: quarterRows,
                quarterLayer: quarterLayer)
        }

        let focusLayers = inputs.layers(.focusAreas)
        let focus = AreaReading.readFocusAreas(focusLayers, periodStart: periodStart, findings: &findings)
        let focusLocation = { (area: Int) -> SourceLocation in
            guard let (layer, row) = focus?.rows[area] else { return quarterLayer.location }
            return focusLayers[layer].location(row)
        }
        let layOver = AreasOverQuarters(
            quarters: quarters, territories: territories, places: places, people: people,
            minimumSquareMetres: project.thresholds.minimumOverlap)
        let focusOverlay = try focus.map { areas throws(Failure) in
            try layOver.lay(areas.table.areas, location: focusLocation, findings: &findings)
        }
        var otherAreas: [AreaTable] = []
        var otherOverlays: [AreasOverQuarters.Result] = []
        for (number, layer) in inputs.layers(.area).enumerated() {
            var (table, rows) = AreaReading.read(
                layer, title: layer.entry.name ?? layer.metric.layer.name, findings: &findings)
            table.ids = AreaReading.distinct(table.ids, from: otherAreas.flatMap(\.ids), layer: number)
            otherAreas.append(table)
            otherOverlays.append(
                try layOver.lay(table, location: { layer.location(rows[$0]) }, findings: &findings))
        }
        let stops = StopReading.read(inputs.layers(.stops), findings: &findings)
        // What the town wrote of its places was written of those that there are.
        var offers = OfferReading.read(
            inputs.tables(.offers), places: recorded, periodStart: periodStart, findings: &findings)
        var rooms = RoomSlotReading.read(inputs.tables(.roomSlots), places: recorded, findings: &findings)
        words = try TownWords(
            project, path: inputs.projectPath, quarters: quarters, places: recorded, findings: inputs.projectFindings)
        let participation = ParticipationReading.read(
            inputs.tables(.participation), quarters: quarters, places: recorded, findings: &findings)
        if let changes, let changed {
            offers = try changes.offers(offers, at: changed, findings: &findings)
            rooms = rooms?.keepingPlaces(Set(places.ids))
        }
        let calendar = CalendarReading.read(inputs, findings: &findings)
        findings += HoursChecks.schoolHolidays(
            places, offers, calendar: calendar, period: project.period,
            file: inputs.tables(.schoolHolidays).first?.layer.source.path,
            location: SourceLocation(file: inputs.projectPath))
        travel = known ?? TownTravel(inputs, population: population?.table, findings: &findings)
        if let travel {
            let snapping = project.travel.snapping
            if let population {
                findings += TravelChecks.residents(
                    population, membership: quarterMembership, travel: travel, snapping: snapping)
            }
            findings += TravelChecks.places(
                places, assignments, travel: travel, snapping: snapping, location: placeLocation)
        }
        findings += DroppedChapters.findings(inputs)

        let mapBox = quarterBox.expanded(by: StudyAssembly.mapMargin)
        study = Study(
            townName: project.town.name, municipalKey: project.town.municipalKey.map { "\($0)" },
            period: project.period, referenceSystem: "\(inputs.referenceSystem)", quarters: quarters,
            focusAreas: focus?.table, otherAreas: otherAreas, places: places, population: population?.table,
            groups: StudyAssembly.groups(project),
            streets: inputs.streets.baseMap(in: mapBox), barriers: inputs.streets.barriers(in: mapBox),
            base: inputs.base.part(in: mapBox), stops: stops,
            offers: offers, rooms: rooms, memory: TownMemory(notes: words.notes, participation: participation),
            calendar: calendar, statusFigures: figures.status,
            quarterSeries: figures.series,
            overlay: TownOverlay(
                placeAssignments: assignments, quarterMembership: quarterMembership,
                focusMembership: focusOverlay?.membership ?? AreaMembership(),
                otherMemberships: otherOverlays.map(\.membership), focusPieces: focusOverlay?.pieces ?? [],
                otherPieces: otherOverlays.map(\.pieces), placesByFocusArea: focusOverlay?.places ?? [],
                placesByOtherArea: otherOverlays.map(\.places),
                residentsOutside: people.outside(quarterMembership),
                residentsOutsideRanges: people.ranges(
                    OriginWeights(outside: quarterMembership, count: population?.table.xs.count ?? 0)),
                stopAssignments: stops.map {
                    QuarterAssignment.assign(
                        xs: $0.xs, ys: $0.ys, quarters: quarters.geometries,
                        borderTolerance: project.thresholds.border, locator: locator)
                } ?? []))
        dataFindings = FindingPlaces.filled(findings, from: inputs.layers)
    }

    /// The land of each quarter, nobody's twice: overlaps, which are reported, belong to the first quarter in order.
    private static func territories(
        _ quarters: AreaTable, location: SourceLocation, minimumSquareMetres: Double
    ) throws(Failure) -> [Geometry] {
        do {
            return try QuarterTerritory.all(quarters.geometries, minimumSquareMetres: minimumSquareMetres)
        } catch {
            throw Failure(.malformedData, Diagnostic(.overlayFailed, at: location, ["detail": error.detail]))
        }
    }

    /// How far around the quarters maps show streets, in metres.
    private static let mapMargin = 300.0

    /// The project's groups, or all residents alone where it names none.
    private static func groups(_ project: ProjectFile) -> [PopulationGroup] {
        guard !project.groups.isEmpty else { return [PopulationGroup(id: "all", names: [:])] }
        return project.groups.map {
            PopulationGroup(id: $0.id, names: $0.names, definition: $0.definition, isInternal: $0.isInternal)
        }
    }
}
