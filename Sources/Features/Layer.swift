/// What a file said: features as columns, one row per feature in the order of the file.
///
/// Nothing is judged or corrected here: ids may repeat, geometries may be invalid or missing, the coordinate reference
/// system is only a text. A feature whose geometry could not be read keeps its row, with a nil geometry.
public struct Layer: Sendable, Hashable {
    /// The name: the file name without folder and extension, unless the caller gave one.
    public var name: String
    /// Where the rows come from.
    public var source: SourceFile
    /// What the file says about its coordinate reference system: an old `crs` member (GeoJSON of 2008), a code, WKT; nil
    /// means WGS 84, longitude before latitude, in degrees, and ``unknownReferenceSystem`` that the file does not say it.
    public var crsText: String?
    /// One geometry (or nil) per feature.
    public var geometries: GeometryColumn
    /// The attributes, in the order in which their names first appear in the file.
    public var columns: [Column]
    /// The values of GeoJSON's `id` member; nil where no feature has one.
    public var featureIDs: Column?
    /// The line each feature begins on, counted from 1; empty where the source has no lines.
    public var lines: [UInt32]

    /// The ``crsText`` of a file that should say its system and does not (a shapefile without `.prj`).
    public static let unknownReferenceSystem = "unknown"

    /// Makes a layer; every column must have as many rows as there are geometries.
    public init(
        name: String, source: SourceFile, crsText: String? = nil, geometries: GeometryColumn, columns: [Column] = [],
        featureIDs: Column? = nil, lines: [UInt32] = []
    ) {
        self.name = name
        self.source = source
        self.crsText = crsText
        self.geometries = geometries
        self.columns = columns
        self.featureIDs = featureIDs
        self.lines = lines
    }

    /// The number of features.
    public var count: Int { geometries.count }

    /// The column of that exact name.
    public func column(named name: String) -> Column? {
        columns.first { $0.name == name }
    }

    /// Where a feature stands in its file, with line, index and id as far as they are known.
    public func location(ofFeature feature: Int) -> SourceLocation {
        SourceLocation(
            file: source.path, line: lines.indices.contains(feature) ? Int(lines[feature]) : nil, feature: feature,
            featureID: featureIDs?.string(at: feature))
    }
}
