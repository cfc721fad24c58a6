public import Planar
public import ReferenceSystems
internal import Topology

/// Proof that a layer can be computed with: one projected coordinate reference system in metres, finite coordinates,
/// valid areas, unique ids. Can only be made by ``make(_:in:from:ids:)``, which reports what stood against it.
///
/// Rows keep their place: a feature that cannot be used has a nil geometry, so row numbers are those of the file.
public struct MetricLayer: Sendable {
    /// The features, geometries in metres.
    public let layer: Layer
    /// The coordinate reference system of the geometries.
    public let referenceSystem: CoordinateReferenceSystem
    /// How the positions came here; nil where the file already was in this system.
    public let operation: TransformOperation?
    /// One id per row, no two alike.
    public let ids: RowIDs

    /// Transforms a layer, looks at validity and repairs areas.
    ///
    /// - Parameters:
    ///   - target: a projected system in metres.
    ///   - source: the system of the file where the project file says so; else the file's own word, else WGS 84.
    ///   - idColumn: the column with the ids; nil for the ids of GeoJSON, else the row number from 1.
    ///   - policy: what to do where a datum shift lacks its grid.
    ///   - transforms: the transforms of the run, so that layers of one system share theirs.
    /// - Returns: the layer, and everything found on the way.
    /// - Throws: `Failure` of kind `malformedData` where no position could be placed: an unknown or refused coordinate
    ///   reference system, a missing grid, or projected numbers in a file said to hold degrees.
    public static func make(
        _ layer: consuming Layer, in target: CoordinateReferenceSystem, from source: String? = nil,
        idColumn: String? = nil,
        missingGrid policy: MissingGridPolicy = .refuse, transforms: TransformCache = TransformCache()
    ) throws(Failure) -> (MetricLayer, [Diagnostic]) {
        let file = SourceLocation(file: layer.source.path)
        var diagnostics: [Diagnostic] = []
        let from = try referenceSystem(source ?? layer.crsText, file)
        diagnostics += try suspicions(layer, from, file)
        diagnostics += repeatedPositions(layer)

        let transform: CoordinateTransform
        do {
            transform = try transforms.transform(from: from, to: target, missingGrid: policy)
        } catch {
            throw Failure(.malformedData, diagnostic(for: error, file))
        }
        // In place: the layer was handed over, so nothing of it is copied.
        let lost = layer.geometries.movePositions { transform.apply(xs: &$0, ys: &$1) }
        for row in lost {
            diagnostics.append(
                Diagnostic(.transformFailed, at: layer.location(ofFeature: row), ["crs": "\(from)"]))
        }
        if transform.operation.usesFallback {
            diagnostics.append(
                Diagnostic(
                    .gridReplaced, at: file,
                    [
                        "operation": transform.operation.name,
                        "accuracy": transform.operation.accuracyMetres.map { "\($0)" } ?? "?",
                    ]))
        }
        diagnostics += repair(&layer, from: target, transforms)

        let (ids, idDiagnostics) = layer.uniqueIDs(column: idColumn)
        let metric = MetricLayer(
            layer: layer, referenceSystem: target, operation: transform.isIdentity ? nil : transform.operation,
            ids: ids)
        return (metric, diagnostics + idDiagnostics)
    }

    private init(
        layer: Layer, referenceSystem: CoordinateReferenceSystem, operation: TransformOperation?, ids: RowIDs
    ) {
        self.layer = layer
        self.referenceSystem = referenceSystem
        self.operation = operation
        self.ids = ids
    }
}

extension MetricLayer {
    /// The system a text names; WGS 84 where there is no text.
    private static func referenceSystem(
        _ text: String?, _ file: SourceLocation
    ) throws(Failure) -> CoordinateReferenceSystem {
        guard let text else { return .wgs84 }
        guard text != Layer.unknownReferenceSystem else {
            throw Failure(.malformedData, Diagnostic(.crsMissing, at: file))
        }
        do {
            return try CoordinateReferenceSystem(text)
        } catch {
            throw Failure(.malformedData, diagnostic(for: error, file))
        }
    }

    /// What PROJ's refusals are called in our findings.
    public static func diagnostic(for error: ReferenceSystemError, _ file: SourceLocation) -> Diagnostic {
        let code: DiagnosticCode =
            switch error.kind {
            case .refused: .crsRefused
            case .gridMissing, .ballpark: .gridMissing
            case .notMetric: .crsNotMetric
            case .unknown: .crsUnknown
            default: .transformFailed
            }
        var diagnostic = Diagnostic(code, at: file, ["crs": error.detail])
        diagnostic.cause = error
        return diagnostic
    }

    /// What the box of all coordinates says against the system. Degrees that cannot be degrees end the run, since
    /// nothing could be placed.
    private static func suspicions(
        _ layer: Layer, _ system: CoordinateReferenceSystem, _ file: SourceLocation
    ) throws(Failure) -> [Diagnostic] {
        let box = layer.geometries.envelope
        guard !box.isEmpty else { return [] }
        let suspicions = system.suspicions(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY)
        let diagnostics = suspicions.map { Diagnostic($0, system, box, at: file) }
        if suspicions.contains(.looksProjected) { throw Failure(.malformedData, diagnostics) }
        return diagnostics
    }
}

extension Diagnostic {
    /// The finding for something that looks wrong about the box of a layer's coordinates.
    public init(
        _ suspicion: CoordinateSuspicion, _ system: CoordinateReferenceSystem, _ box: Envelope,
        at file: SourceLocation
    ) {
        var arguments = ["crs": "\(system)", "extent": "\(box.minX) \(box.minY) … \(box.maxX) \(box.maxY)"]
        switch suspicion {
        case .looksProjected:
            self.init(.coordinatesLookProjected, at: file, arguments)
        case .swapped:
            self.init(.coordinatesSwapped, at: file, arguments)
        case .zonePrefix(let suggested), .zonePrefixMissing(let suggested):
            arguments["suggested"] = suggested
            self.init(.zonePrefix, at: file, arguments)
        case .looksGeographic, .outsideAreaOfUse:
            arguments["area"] = system.areaOfUse?.name ?? ""
            self.init(.outsideAreaOfUse, at: file, arguments)
        }
    }
}
