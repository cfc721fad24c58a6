internal import Features
internal import OpenStreetMap
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Town
internal import Travel

/// A map of OpenStreetMap, read once: its streets in the study's system, everything else still in degrees.
struct TownMap {
    /// The file with its checksum.
    let source: SourceFile
    /// Places, stops and entrances, in degrees.
    let objects: MapObjects
    /// Streets and barriers, in metres.
    let streets: StreetWays
    /// What was found.
    let findings: [Diagnostic]
    private let transform: CoordinateTransform

    /// Reads the part of a map that lies in a box.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - clip: The box in degrees; nil for the whole map.
    ///   - selection: What of it is read.
    ///   - transform: The way from degrees into the system wanted, which may depend on where the streets lie.
    init(
        path: String, clip: Envelope?, selection: MapSelection = MapSelection(objects: .placesAndStops),
        transform choose: (StreetWays) throws(Failure) -> CoordinateTransform
    ) throws(Failure) {
        source = try FileAccess.source(path)
        var data = try OpenStreetMapReader.read(path: path, clip: clip, selection: selection)
        let transform = try choose(data.streets)
        let lost = data.streets.move(by: transform, file: path)
        var findings = data.findings + lost
        if data.streets.count == 0, data.objects.count == 0 {
            findings.append(Diagnostic(.layerEmpty, at: SourceLocation(file: path)))
        }
        objects = data.objects
        streets = data.streets
        self.findings = findings
        self.transform = transform
    }

    /// Where the map stands.
    var location: SourceLocation { SourceLocation(file: source.path) }

    /// What is told of an entry that is not a layer of features.
    func record(_ entry: LayerEntry, count: Int) -> InputRecord {
        InputRecord(
            entry: entry, source: source, count: count, operation: transform.isIdentity ? nil : transform.operation)
    }

    /// The waters and the green of the map, in metres; what the system cannot hold is left out.
    var base: BaseAreas {
        func moved(_ areas: [Geometry]) -> [Geometry] {
            var column = GeometryColumn(areas)
            _ = column.movePositions { transform.apply(xs: &$0, ys: &$1) }
            return areas.indices.compactMap { column[$0] }
        }
        return BaseAreas(water: moved(MapGround.waters(objects)), green: moved(MapGround.greens(objects)))
    }

    /// Entrances in metres.
    func moved(_ entrances: Entrances) -> Entrances {
        var entrances = entrances
        entrances.movePositions { transform.apply(xs: &$0, ys: &$1) }
        return entrances
    }
}
