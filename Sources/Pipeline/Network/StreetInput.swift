internal import Features
internal import Formats
internal import OpenStreetMap
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Travel

/// The streets of one file or of a project, in a metric system.
struct StreetInput: Sendable {
    /// The streets and barriers; positions in metres.
    let ways: StreetWays
    /// Their system.
    let referenceSystem: CoordinateReferenceSystem
    /// Whom to name beside everything made of them; empty where nobody has to be.
    let attribution: [String]
    /// The longest leg onto the streets, in metres.
    let snapping: Double
    /// What was found.
    let findings: [Diagnostic]

    /// How a file is read.
    struct Options: Sendable {
        /// The system to compute in; nil for the one of the file where it is metric, else one that suits it.
        var crs: CoordinateReferenceSystem?
        /// Streets with a position in this box, in the coordinates of the file, are read whole; nil for all.
        var clip: Envelope?
        /// What to do where a datum shift lacks its grid.
        var missingGrid = MissingGridPolicy.refuse
    }

    /// Reads a map of OpenStreetMap, lines of GeoJSON, or the layers of a project that make its network; the name of the
    /// file tells which. A project knows its own system and box.
    ///
    /// - Throws: `.unreadable` and `.malformedData` as the readers do; `.malformedData` where nothing suggests a system.
    static func read(path: String, _ options: Options) throws(Failure) -> StreetInput {
        if isProject(path) {
            return StreetInput(
                try TownInputs.read(path, kinds: networkKinds, missingGrid: options.missingGrid, progress: .silent))
        }
        return switch LayerEntry.Format(ofFile: path) {
        case .openStreetMap: try readMap(path, options)
        default: try readLines(path, options)
        }
    }

    /// Whether a file is called as project files are.
    static func isProject(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    /// The layers that make a network; the quarters say which part of a map is read.
    private static let networkKinds: Set<LayerEntry.Kind> = [.quarters, .streets, .barriers, .heights]

    /// How the contributors of OpenStreetMap want to be named.
    private static let openStreetMap =
        "© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright"

    /// The streets of a project.
    private init(_ inputs: TownInputs) {
        ways = inputs.streets.ways
        referenceSystem = inputs.referenceSystem
        attribution = Attribution.lines(inputs.project)
        snapping = inputs.project.travel.snapping
        findings = inputs.projectFindings + inputs.findings
    }

    /// The streets of one file.
    private init(
        _ streets: TownStreets, in system: CoordinateReferenceSystem, attribution: [String], findings: [Diagnostic]
    ) {
        var streets = streets
        let notes = streets.finish(in: system)
        ways = streets.ways
        referenceSystem = system
        self.attribution = attribution
        snapping = AccessFinder.defaultSnapping
        self.findings = findings + notes
    }

    private static func readMap(_ path: String, _ options: Options) throws(Failure) -> StreetInput {
        let location = SourceLocation(file: path)
        var system: CoordinateReferenceSystem?
        let map = try TownMap(path: path, clip: options.clip, selection: MapSelection()) { streets throws(Failure) in
            var box = Envelope.empty
            for node in streets.xs.indices { box.include(x: streets.xs[node], y: streets.ys[node]) }
            let suiting = try StreetInput.system(options, box, location)
            system = suiting
            do throws(ReferenceSystemError) {
                return try CoordinateTransform(from: .wgs84, to: suiting, missingGrid: options.missingGrid)
            } catch {
                throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
            }
        }
        guard let system else { throw Failure(.malformedData, Diagnostic(.crsMissing, at: location)) }
        var streets = TownStreets()
        streets.add(map.streets, at: map.location)
        return StreetInput(streets, in: system, attribution: [openStreetMap], findings: map.findings)
    }

    private static func readLines(_ path: String, _ options: Options) throws(Failure) -> StreetInput {
        let location = SourceLocation(file: path)
        var read = try FeatureFile.read(path: path)
        var findings = read.diagnostics
        if read.layer.count == 0 { findings.append(Diagnostic(.layerEmpty, at: location)) }
        if let clip = options.clip { read.layer.geometries.keep(in: clip) }
        let system = try system(options, read.layer, location)
        let (metric, metricFindings) = try MetricLayer.make(
            (consume read).takeLayer(), in: system, missingGrid: options.missingGrid)
        var streets = TownStreets()
        let lineFindings = streets.add(metric)
        return StreetInput(streets, in: system, attribution: [], findings: findings + metricFindings + lineFindings)
    }

    /// The system asked for, else that of a layer where it is in metres, else one that suits its extent.
    private static func system(
        _ options: Options, _ layer: Layer, _ location: SourceLocation
    ) throws(Failure) -> CoordinateReferenceSystem {
        if options.crs == nil, let text = layer.crsText, let system = try? CoordinateReferenceSystem(text),
            let metric = try? system.requireMetric()
        {
            return metric
        }
        return try system(options, layer.geometries.envelope, location)
    }

    /// The system asked for, else one that suits a box in degrees. A file without positions lies nowhere: UTM 32 will do.
    private static func system(
        _ options: Options, _ box: Envelope, _ location: SourceLocation
    ) throws(Failure) -> CoordinateReferenceSystem {
        if let crs = options.crs { return crs }
        let code =
            box.isEmpty
            ? "EPSG:25832"
            : CoordinateReferenceSystem.suggestedMetricCode(
                minLongitude: box.minX, minLatitude: box.minY, maxLongitude: box.maxX, maxLatitude: box.maxY)
        guard let code, let system = try? CoordinateReferenceSystem(code) else {
            throw Failure(.malformedData, Diagnostic(.crsMissing, at: location))
        }
        return system
    }
}

extension GeometryColumn {
    /// Takes out the geometries that have no position in a box.
    fileprivate mutating func keep(in box: Envelope) {
        let outside = (0..<count).filter { row in
            guard let geometry = self[row] else { return false }
            return !geometry.elements.contains { element in
                element.xs.indices.contains { box.contains(x: element.xs[$0], y: element.ys[$0]) }
            }
        }
        replace(outside.map { ($0, nil) })
    }
}
