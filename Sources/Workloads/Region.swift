internal import Features
internal import Formats
internal import Planar
internal import ReferenceSystems

/// The files of the benchmark's data, read and projected as a run of Quartier does it.
struct Region {
    /// The categories of places. Their order is part of the results.
    static let categories = [
        "haltestelle", "spielplatz", "supermarkt", "kita", "arzt", "apotheke", "grundschule", "begegnung", "beratung",
        "sprachkurs", "jugend", "bibliothek",
    ]

    /// Where the files lie.
    let folder: String
    /// What everything is computed in: ETRS89 / UTM zone 32N.
    let referenceSystem: CoordinateReferenceSystem
    private let transforms = TransformCache()

    init(folder: String) throws {
        self.folder = folder
        referenceSystem = try CoordinateReferenceSystem("EPSG:25832").requireMetric()
    }

    /// A layer in metres, its areas valid, and how many of them had to be repaired.
    func layer(_ name: String) throws -> (layer: Layer, invalidCount: Int) {
        let read = try GeoJSONReader.read(path: "\(folder)/\(name).geojson")
        let (metric, findings) = try MetricLayer.make(
            (consume read).takeLayer(), in: referenceSystem, transforms: transforms)
        return (metric.layer, findings.count { $0.code == .geometryInvalid })
    }

    /// The areas of a layer.
    func areas(_ name: String) throws -> AreaLayer {
        let (layer, invalidCount) = try layer(name)
        return AreaLayer(
            layer: layer, geometries: (0..<layer.count).compactMap { layer.geometries[$0] }, invalidCount: invalidCount)
    }

    /// The points of a layer.
    func points(_ name: String) throws -> PointLayer {
        let layer = try layer(name).layer
        guard let points = layer.geometries.points else { throw WorkloadError.notPoints(name) }
        return PointLayer(layer: layer, xs: points.xs, ys: points.ys)
    }

    /// The positions of a layer of points, without anything else of it.
    func positions(_ name: String) throws -> (xs: [Double], ys: [Double]) {
        let points = try points(name)
        return (points.xs, points.ys)
    }

    /// The way from WGS 84 into ``referenceSystem``.
    func transform() throws -> CoordinateTransform { try transforms.transform(from: .wgs84, to: referenceSystem) }

    /// Positions moved from WGS 84 into ``referenceSystem``.
    func metres(longitudes: consuming [Double], latitudes: consuming [Double]) throws -> (xs: [Double], ys: [Double]) {
        guard try transform().apply(xs: &longitudes, ys: &latitudes).isEmpty else {
            throw WorkloadError.valueMissing("lon, lat")
        }
        return (longitudes, latitudes)
    }

    /// The places and the category of each, as an index into ``categories``.
    func places() throws -> (points: PointLayer, categories: [Int32]) {
        let points = try points("places")
        let column = try points.layer.required("category")
        let indexes = Dictionary(uniqueKeysWithValues: zip(Region.categories, Int32(0)...))
        let categories = try (0..<column.count).map { row throws(WorkloadError) -> Int32 in
            guard let word = column.string(at: row), let index = indexes[word] else {
                throw .valueMissing("category")
            }
            return index
        }
        return (points, categories)
    }
}

/// A layer of areas.
struct AreaLayer {
    let layer: Layer
    /// One for each row.
    let geometries: [Geometry]
    /// How many were not valid once projected.
    let invalidCount: Int
}

/// A layer of points.
struct PointLayer {
    let layer: Layer
    /// The eastings in metres.
    let xs: [Double]
    /// The northings in metres.
    let ys: [Double]
}

extension Layer {
    /// The column of a name, without which the data is not that of the benchmark.
    func required(_ name: String) throws(WorkloadError) -> Column {
        guard let column = column(named: name) else { throw .columnMissing(name) }
        return column
    }

    /// A column of whole numbers without gaps.
    func wholeNumbers(_ name: String) throws(WorkloadError) -> [Int] {
        let values = try required(name).integers().compactMap(\.self)
        guard values.count == count else { throw .valueMissing(name) }
        return values
    }
}

/// Why files are not those of the benchmark.
enum WorkloadError: Error, CustomStringConvertible {
    /// A layer holds something else than points.
    case notPoints(String)
    /// A column is not there.
    case columnMissing(String)
    /// A value is missing or of another type than the benchmark's.
    case valueMissing(String)
    /// A file cannot be read.
    case unreadable(String)

    var description: String {
        switch self {
        case .notPoints(let layer): "The layer \(layer) holds something else than points."
        case .columnMissing(let name): "The column \(name) is missing."
        case .valueMissing(let name): "The column \(name) lacks values of the benchmark's kind."
        case .unreadable(let path): "The file \(path) cannot be read."
        }
    }
}
