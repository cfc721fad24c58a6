internal import Features
internal import OpenStreetMap
internal import Planar
internal import Travel

/// What of a map `quartier init` looks at: boundaries, and which towns house numbers name.
struct MapDescription {
    private let objects: MapObjects
    private let source: SourceFile
    /// Where its streets lie, in degrees; nil without any.
    let extent: Envelope?

    /// Reads a map.
    /// - Parameter clip: The box to look at, in degrees; nil for the whole map.
    init(path: String, clip: Envelope?) throws(Failure) {
        var selection = MapSelection(objects: MapAreas.boundaryTags + [MapTag("addr:city")])
        selection.barriers = []
        let data = try OpenStreetMapReader.read(path: path, clip: clip, selection: selection)
        objects = data.objects
        source = SourceFile(path: path)
        var box = Envelope.empty
        for (x, y) in zip(data.streets.xs, data.streets.ys) { box.include(x: x, y: y) }
        extent = box.isEmpty ? nil : box
    }

    /// How many house numbers in a box name each town.
    func towns(in box: Envelope?) -> [String: Int] {
        var counts: [String: Int] = [:]
        for row in 0..<objects.count {
            guard let town = objects.tags[row]["addr:city"] else { continue }
            if let box, !box.intersects(objects.geometries[row].envelope) { continue }
            counts[town, default: 0] += 1
        }
        return counts
    }

    /// The municipality of a name, or the only one.
    func municipality(named name: String?) -> TownBoundaries.Municipality? {
        TownBoundaries(objects).municipality(named: name)
    }

    /// The boundaries that cover the town, with their level; nil where none do.
    func quarters(ofTown name: String?) -> (level: Int, boundaries: Layer)? {
        guard let level = TownBoundaries.quarterLevel(objects, town: name, source: source) else { return nil }
        return (level, MapAreas.boundaries(objects, level: level, town: name, source: source))
    }
}
