public import Features
internal import Formats
internal import Planar
internal import ReferenceSystems
public import Travel

/// `quartier network`: the street network that a file makes for a profile, what it consists of and what was left out.
public struct NetworkInfo: Sendable {
    /// The file as the user named it.
    public let path: String
    /// Who is under way.
    public let profile: TravelProfile
    /// The network.
    public let network: StreetNetwork
    /// What it was made of.
    public let report: NetworkReport
    /// The coordinate reference system it was computed in.
    public let referenceSystem: String
    /// What was found in the file and about the network.
    public let findings: [Diagnostic]

    /// Whether a path is that of a project file, which knows its system and box itself.
    public static func isProject(_ path: String) -> Bool { StreetInput.isProject(path) }

    let streets: StreetInput
    /// Longitude and latitude of positions.
    private let toDegrees: CoordinateTransform

    /// Reads the streets of a file or a project and makes the network.
    ///
    /// - Parameters:
    ///   - path: A map of OpenStreetMap, lines of GeoJSON, or a project file, whose streets, barriers and heights are
    ///     taken together as a run takes them.
    ///   - crs: The metric system to compute in; nil for one that suits the file. A project file names its own.
    ///   - clip: Only streets with a position in this box, west, south, east, north in the coordinates of the file. A
    ///     project's maps are clipped to its quarters.
    ///   - allowLessAccurate: Whether a datum shift may do without its grid.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where it holds no streets in a form that
    ///   can be read, or where a system is unknown or not metric.
    public init(
        path: String, profile: TravelProfile, crs: String? = nil,
        clip: (west: Double, south: Double, east: Double, north: Double)? = nil, allowLessAccurate: Bool = false
    ) throws(Failure) {
        let location = SourceLocation(file: path)
        var options = StreetInput.Options(missingGrid: allowLessAccurate ? .allowLessAccurate : .refuse)
        options.clip = clip.map { Envelope(minX: $0.west, minY: $0.south, maxX: $0.east, maxY: $0.north) }
        do throws(ReferenceSystemError) {
            options.crs = try crs.map { text throws(ReferenceSystemError) in
                try CoordinateReferenceSystem(text).requireMetric()
            }
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        }
        let streets = try StreetInput.read(path: path, options)
        do throws(ReferenceSystemError) {
            toDegrees = try CoordinateTransform(
                from: streets.referenceSystem, to: .wgs84, missingGrid: .allowLessAccurate)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        }
        (network, report) = StreetNetwork.make(streets.ways, profile: profile)
        let transform = toDegrees
        findings =
            streets.findings
            + report.diagnostics(at: location) { NetworkInfo.longitudeLatitude($0, transform) }
        referenceSystem = "\(streets.referenceSystem)"
        self.streets = streets
        self.path = path
        self.profile = profile
    }

    /// The network as GeoJSON in longitude and latitude: every edge a line, with the times both ways (null where it
    /// cannot be passed), in the order of the network.
    public func geoJSON() -> [UInt8] {
        let edges = 0..<network.edgeCount
        let islands = report.components.map(\.isIsland)
        let components = edges.map { network.components[Int(network.edgeStarts[$0])] }
        var lines = GeometryColumn(
            edges.map { edge in
                let shape = network.shape(ofEdge: edge)
                return try? Geometry(
                    kind: .lineString, xs: Array(network.shapeXs[shape]), ys: Array(network.shapeYs[shape]))
            })
        _ = lines.movePositions { toDegrees.apply(xs: &$0, ys: &$1) }
        let ways = streets.ways
        let columns = [
            Column(name: "edge", storage: .int32(edges.map { Int32(truncatingIfNeeded: $0) })),
            Column(name: "way", storage: .texts(texts(edges.map { ways.ids[Int(network.edgeWays[$0])] }))),
            Column(
                name: "highway",
                storage: .texts(texts(edges.map { ways.tags(ofWay: Int(network.edgeWays[$0]))["highway"] ?? "" }))),
            Column(name: "from", storage: .int32(network.edgeStarts)),
            Column(name: "to", storage: .int32(network.edgeEnds)),
            Column(name: "metres", storage: .doubles(edges.map { Double(network.millimetres(ofEdge: $0)) / 1_000 })),
            seconds("seconds_forward", network.forwardCosts),
            seconds("seconds_backward", network.backwardCosts),
            Column(name: "component", storage: .int32(components)),
            Column(name: "island", storage: .booleans(components.map { islands[Int($0)] ? 1 : 0 })),
        ]
        return GeoJSONWriter.collection(
            geometries: lines, columns: columns,
            members: [
                JSONValue.Member("name", "network"), JSONValue.Member("profile", .string(profile.id)),
                JSONValue.Member("attribution", .array(streets.attribution.map { .string($0) })),
            ])
    }

    /// Writes the network as GeoJSON, whole or not at all.
    /// - Throws: `.cannotCreate` where the file exists and may not be replaced, `.unreadable` where the disk is full.
    public func write(to path: String, overwrite: Bool) throws(Failure) {
        try AtomicFile.write(geoJSON(), to: path, overwrite: overwrite)
    }

    private func seconds(_ name: String, _ costs: [Int32]) -> Column {
        Column(
            name: name, storage: .doubles(costs.map { Double(max($0, 0)) / 1_000 }),
            presence: Presence(costs.map { $0 >= 0 }))
    }

    private func texts(_ values: [String]) -> TextArena {
        var arena = TextArena()
        for value in values { arena.append(value.utf8) }
        return arena
    }

    /// Longitude and latitude of a place of the report.
    func longitudeLatitude(_ place: NetworkReport.Place) -> LongitudeLatitude? {
        NetworkInfo.longitudeLatitude(place, toDegrees)
    }

    private static func longitudeLatitude(
        _ place: NetworkReport.Place, _ transform: CoordinateTransform
    ) -> LongitudeLatitude? {
        transform.apply(x: place.x, y: place.y).map { LongitudeLatitude(longitude: $0.x, latitude: $0.y) }
    }
}
