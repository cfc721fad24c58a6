internal import Features
internal import Formats
internal import OpenStreetMap
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Travel

/// The streets of one file, moved into a metric system.
struct StreetFile: Sendable {
    /// The streets; positions in metres.
    var ways: StreetWays
    /// Their system.
    let referenceSystem: CoordinateReferenceSystem
    /// Whom to name beside everything made of them; empty where the file does not oblige.
    let attribution: [String]
    /// What was found.
    var findings: [Diagnostic]

    /// How a file is read.
    struct Options: Sendable {
        /// The system to compute in; nil for the one of the file where it is metric, else one that suits it.
        var crs: CoordinateReferenceSystem?
        /// Streets with a position in this box, in the coordinates of the file, are read whole; nil for all.
        var clip: Envelope?
        /// What to do where a datum shift lacks its grid.
        var missingGrid = MissingGridPolicy.refuse
    }

    /// Reads a map of OpenStreetMap or lines of GeoJSON; the name of the file tells which.
    ///
    /// - Throws: `.unreadable` and `.malformedData` as the readers do; `.malformedData` where nothing suggests a system.
    static func read(path: String, _ options: Options) throws(Failure) -> StreetFile {
        switch LayerEntry.Format(ofFile: path) {
        case .openStreetMap: try readMap(path, options)
        case .geoJSON, .asciiGrid: try readLines(path, options)
        }
    }

    private static func readMap(_ path: String, _ options: Options) throws(Failure) -> StreetFile {
        let location = SourceLocation(file: path)
        let data = try OpenStreetMapReader.read(path: path, clip: options.clip)
        var ways = data.streets
        var findings = data.findings
        var box = Envelope.empty
        for node in ways.xs.indices { box.include(x: ways.xs[node], y: ways.ys[node]) }
        let system = if let crs = options.crs { crs } else { try suggestedSystem(box, location) }
        let transform: CoordinateTransform
        do {
            transform = try CoordinateTransform(from: .wgs84, to: system, missingGrid: options.missingGrid)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        }
        findings += ways.move(by: transform, file: path)
        return StreetFile(
            ways: ways, referenceSystem: system,
            attribution: ["© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright"],
            findings: findings
        ).withTagNotes(location)
    }

    private static func readLines(_ path: String, _ options: Options) throws(Failure) -> StreetFile {
        let location = SourceLocation(file: path)
        var read = try GeoJSONReader.read(path: path)
        var findings = read.diagnostics
        if read.layer.count == 0 { findings.append(Diagnostic(.layerEmpty, at: location)) }
        if let clip = options.clip { read.layer.geometries.keep(in: clip) }
        let system = if let crs = options.crs { crs } else { try metricSystem(of: read.layer, location) }
        let (metric, metricFindings) = try MetricLayer.make(
            (consume read).takeLayer(), in: system, missingGrid: options.missingGrid)
        let (ways, lineFindings) = StreetWays.fromLines(metric)
        return StreetFile(
            ways: ways, referenceSystem: system, attribution: [], findings: findings + metricFindings + lineFindings
        ).withTagNotes(location)
    }

    /// With the heights that tags give, and what is to be said of tags.
    private consuming func withTagNotes(_ location: SourceLocation) -> StreetFile {
        findings += ways.setHeightsFromTags(source: location)
        findings += ways.tagNotes(source: location)
        return self
    }

    /// The system of a layer where it is in metres, else one that suits its extent.
    private static func metricSystem(
        of layer: Layer, _ location: SourceLocation
    ) throws(Failure) -> CoordinateReferenceSystem {
        if let text = layer.crsText, let system = try? CoordinateReferenceSystem(text),
            let metric = try? system.requireMetric()
        {
            return metric
        }
        return try suggestedSystem(layer.geometries.envelope, location)
    }

    /// The metric system that suits a box in degrees. A file without positions is in none; UTM 32 does for nothing.
    private static func suggestedSystem(
        _ box: Envelope, _ location: SourceLocation
    ) throws(Failure) -> CoordinateReferenceSystem {
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
