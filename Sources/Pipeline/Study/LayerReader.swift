internal import Features
internal import Formats
internal import OpenStreetMap
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Town
internal import Travel

/// Reads the files of a project into the study's system, each map of OpenStreetMap once for all layers that name it.
struct LayerReader {
    let project: ProjectFile
    private let folder: String
    let system: CoordinateReferenceSystem
    private let missingGrid: MissingGridPolicy
    private let transforms = TransformCache()

    private var layersByEntry: [Int: LoadedLayer] = [:]
    private var tablesByEntry: [Int: LoadedTable] = [:]
    private var recordsByEntry: [Int: [InputRecord]] = [:]
    private var maps: [String: TownMap] = [:]
    private var heights: HeightGrid?
    private var mapStreets: [(ways: StreetWays, location: SourceLocation)] = []
    private var mapBarriers: [Geometry] = []
    /// The waters and the green of all maps.
    private(set) var base = BaseAreas()
    /// The maps whose barriers are taken; its streets bring a map's barriers along.
    private var barrierMaps: Set<String> = []
    /// Everything found so far.
    private(set) var findings: [Diagnostic] = []

    init(project: ProjectFile, folder: String, system: CoordinateReferenceSystem, missingGrid: MissingGridPolicy) {
        self.project = project
        self.folder = folder
        self.system = system
        self.missingGrid = missingGrid
    }

    /// The layers with features, in the order of the project file.
    var layers: [LoadedLayer] { project.layers.indices.compactMap { layersByEntry[$0] } }

    /// The tables, in the order of the project file.
    var tables: [LoadedTable] { project.layers.indices.compactMap { tablesByEntry[$0] } }

    /// What was read, in the order of the project file.
    var records: [InputRecord] { project.layers.indices.flatMap { recordsByEntry[$0] ?? [] } }

    private func path(_ entry: LayerEntry) -> String { path(entry.file) }

    /// The path of a file that the project names.
    func path(_ file: String) -> String {
        file.hasPrefix("/") || folder.isEmpty ? file : folder + "/" + file
    }

    /// Keeps what was read for an entry.
    private mutating func record(_ number: Int, _ record: InputRecord) {
        recordsByEntry[number, default: []].append(record)
    }

    // MARK: Features and heights

    /// A layer of features, or of rows that are placed by their columns.
    mutating func readFeatures(_ entry: LayerEntry, number: Int) throws(Failure) {
        let path = path(entry)
        if entry.kind == .population, CensusFile.holds(entry, path: path) {
            try readCensus(entry, number: number)
            return
        }
        let read = try FeatureFile.read(entry, path: path)
        // The rows of a table need no geometry.
        findings += read.diagnostics.filter { !entry.kind.isTable || $0.code != .geometryMissing }
        if read.layer.count == 0 {
            // Without places there is nothing to compute; that nobody recorded an offer yet is no mistake.
            findings.append(
                Diagnostic(.layerEmpty, at: SourceLocation(file: path), severity: entry.kind.isTable ? .note : nil))
        }
        if entry.kind.isTable {
            add(table: (consume read).takeLayer(), entry, number)
            return
        }
        var layer = (consume read).takeLayer()
        var crs = entry.crs
        if entry.format.isTabular {
            if entry.columns[.x] == nil, entry.columns[.street] != nil {
                findings += RowPositions.place(&layer, by: entry.columns, in: addressBook)
                crs = "\(system)"
            } else {
                findings += RowPositions.place(&layer, by: entry.columns)
            }
        }
        try add(layer, entry, number, from: crs, idColumn: entry.columns[.id])
    }

    /// The house numbers of all layers of addresses that were read.
    private var addressBook: AddressBook {
        var book = AddressBook()
        for layer in layers where layer.entry.kind == .addresses { RowPositions.add(layer, to: &book) }
        return book
    }

    /// Cells of the census, those that touch the quarters and what lies around them.
    private mutating func readCensus(_ entry: LayerEntry, number: Int) throws(Failure) {
        let paths = ([entry.file] + entry.joined).map { path($0) }
        let european = try? CoordinateReferenceSystem(CensusFile.system)
        let clip = european.flatMap { box(in: $0, margin: CensusFile.margin) }.map { [$0] }
        let read = try CensusReader.read(paths: paths, clip: clip, cellSize: entry.cellSize.map { Int32($0) })
        findings += read.diagnostics
        try add(read.grid.layer(name: entry.name ?? entry.file), entry, number, from: nil, idColumn: nil)
        layersByEntry[number]?.census = read.grid
        for (file, source) in zip(entry.joined, read.grid.sources.dropFirst()) {
            var joined = entry
            joined.file = file
            record(number, InputRecord(entry: joined, source: source, count: read.grid.count, operation: nil))
        }
    }

    private mutating func add(
        _ layer: consuming Layer, _ entry: LayerEntry, _ number: Int, from crs: String?, idColumn: String?,
        entrances: Entrances = Entrances()
    ) throws(Failure) {
        let (metric, found) = try MetricLayer.make(
            layer, in: system, from: crs, idColumn: idColumn, missingGrid: missingGrid, transforms: transforms)
        findings += found
        layersByEntry[number] = LoadedLayer(entry: entry, metric: metric, entrances: entrances)
        record(
            number,
            InputRecord(
                entry: entry, source: metric.layer.source, count: metric.layer.count, operation: metric.operation))
    }

    /// A table, whose positions nobody asks for.
    private mutating func add(table layer: consuming Layer, _ entry: LayerEntry, _ number: Int) {
        record(number, InputRecord(entry: entry, source: layer.source, count: layer.count, operation: nil))
        tablesByEntry[number] = LoadedTable(entry: entry, layer: layer)
    }

    /// A grid of heights.
    mutating func readHeights(
        _ entry: LayerEntry, number: Int, in system: CoordinateReferenceSystem
    ) throws(Failure) {
        let (grid, source) = try ArcGridReader.read(path: path(entry))
        heights = HeightGrid(grid: grid, system: system, location: SourceLocation(file: source.path))
        record(number, InputRecord(entry: entry, source: source, count: grid.columns * grid.rows, operation: nil))
    }

    // MARK: Maps of OpenStreetMap

    /// A layer of a map, which is read when it is first named.
    mutating func readMap(_ entry: LayerEntry, number: Int) throws(Failure) {
        let path = path(entry)
        let map: TownMap
        if let known = maps[path] {
            map = known
        } else {
            let transform = try transform(at: path)
            map = try TownMap(path: path, clip: clip(), selection: mapSelection) { _ in transform }
            maps[path] = map
            findings += map.findings
            let ground = map.base
            base.water += ground.water
            base.green += ground.green
        }
        var entry = entry
        switch entry.kind {
        case .places:
            let places = MapPlaces(
                map.objects, source: map.source, categories: Set(entry.categories), takesSensitive: entry.takesSensitive
            )
            findings += places.findings
            entry.columns = LayerReader.columns(of: places.layer, for: .places)
            try add(
                places.layer, entry, number, from: nil, idColumn: "id", entrances: map.moved(places.entrances))
        case .stops:
            let stops = MapStops(map.objects, source: map.source)
            entry.columns = LayerReader.columns(of: stops.layer, for: .stops)
            try add(stops.layer, entry, number, from: nil, idColumn: "id", entrances: map.moved(stops.entrances))
        case .streets:
            var streets = map.streets
            streets.barriers = []
            mapStreets.append((streets, map.location))
            takeBarriers(of: map)
            record(number, map.record(entry, count: map.streets.count))
        case .buildings, .residentialLand, .addresses:
            let layer =
                switch entry.kind {
                case .buildings: MapAreas.buildings(map.objects, source: map.source)
                case .residentialLand: MapAreas.residentialLand(map.objects, source: map.source)
                default: MapAreas.addresses(map.objects, source: map.source)
                }
            entry.columns = LayerReader.columns(of: layer, for: entry.kind)
            try add(layer, entry, number, from: nil, idColumn: "id")
        default:
            takeBarriers(of: map)
            record(number, map.record(entry, count: map.streets.barriers.count))
        }
    }

    /// What of a map is read: buildings, land and house numbers only where the project asks for them, since there are
    /// many.
    private var mapSelection: MapSelection {
        var selection = MapSelection(objects: .placesAndStops)
        selection.objects += MapGround.tags
        let dwellings: Set<LayerEntry.Kind> = [.buildings, .residentialLand, .addresses]
        if project.layers.contains(where: { dwellings.contains($0.kind) && $0.format == .openStreetMap }) {
            selection.objects += MapAreas.dwellingTags
        }
        return selection
    }

    /// The quarters of a map: its boundaries of a level, or the whole map as one area where the entry names none.
    mutating func readBoundaries(_ entry: LayerEntry, number: Int) throws(Failure) {
        let path = path(entry)
        let source = try FileAccess.source(path)
        var selection = MapSelection(objects: entry.adminLevel == nil ? MapAreas.dwellingTags : MapAreas.boundaryTags)
        selection.barriers = []
        if entry.adminLevel != nil { selection.streets = [] }
        let data = try OpenStreetMapReader.read(path: path, selection: selection)
        let layer =
            if let level = entry.adminLevel {
                MapAreas.boundaries(data.objects, level: level, town: project.town.name, source: source)
            } else {
                WholeMap.layer(data, name: project.town.name, source: source)
            }
        findings += data.findings.filter { $0.code != .osmAreaBroken }
        if layer.count == 0 { findings.append(Diagnostic(.layerEmpty, at: SourceLocation(file: path))) }
        var entry = entry
        entry.columns = LayerReader.columns(of: layer, for: .quarters)
        try add(layer, entry, number, from: nil, idColumn: "id")
    }

    /// Takes the barriers of a map, once.
    private mutating func takeBarriers(of map: TownMap) {
        guard barrierMaps.insert(map.source.path).inserted else { return }
        mapBarriers += map.streets.barriers
    }

    /// The columns of a map's layer by their roles: they are called so.
    private static func columns(of layer: Layer, for kind: LayerEntry.Kind) -> [LayerEntry.Role: String] {
        var columns: [LayerEntry.Role: String] = [:]
        for role in LayerEntry.Role.allowed(in: kind) where layer.column(named: role.rawValue) != nil {
            columns[role] = role.rawValue
        }
        return columns
    }

    /// The quarters' box with the margin around it, in degrees; nil where there are no quarters to lay it around.
    private func clip() -> Envelope? { box(in: .wgs84, margin: project.travel.margin) }

    /// The quarters' box with a margin around it in metres, in another system; nil where there are no quarters to lay it
    /// around, or no way there.
    private func box(in other: CoordinateReferenceSystem, margin: Double) -> Envelope? {
        let quarters = layers.filter { $0.entry.kind == .quarters }
        var box = Envelope.empty
        for layer in quarters { box.include(layer.metric.layer.geometries.envelope) }
        guard !box.isEmpty,
            let transform = try? transforms.transform(from: system, to: other, missingGrid: .allowLessAccurate)
        else { return nil }
        let wide = box.expanded(by: margin)
        // The sides of the box are bent in the other system: their middles may lie farther out than the corners.
        let middle = (x: (wide.minX + wide.maxX) / 2, y: (wide.minY + wide.maxY) / 2)
        var xs = [wide.minX, middle.x, wide.maxX].flatMap { [$0, $0, $0] }
        var ys = [0, 1, 2].flatMap { _ in [wide.minY, middle.y, wide.maxY] }
        guard transform.apply(xs: &xs, ys: &ys).isEmpty else { return nil }
        var result = Envelope.empty
        for (x, y) in zip(xs, ys) { result.include(x: x, y: y) }
        return result
    }

    private func transform(at path: String) throws(Failure) -> CoordinateTransform {
        do {
            return try transforms.transform(from: .wgs84, to: system, missingGrid: missingGrid)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, SourceLocation(file: path)))
        }
    }

    // MARK: Streets

    /// All streets together, once everything is read.
    mutating func streets() -> TownStreets {
        var streets = TownStreets()
        for layer in layers where layer.entry.kind == .streets { findings += streets.add(layer.metric) }
        for (ways, location) in mapStreets { streets.add(ways, at: location) }
        for layer in layers where layer.entry.kind == .barriers { findings += streets.addBarriers(layer) }
        streets.ways.barriers += mapBarriers
        findings += streets.finish(in: system, heights: heights, transforms: transforms)
        return streets
    }
}
