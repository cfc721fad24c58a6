internal import Wording

/// What is known of a file before anybody said what it is: enough to guess its entry in the project file.
public struct LayerDescription: Sendable, Hashable {
    /// The shapes that geometries have.
    public enum Shape: String, Sendable, Hashable, CaseIterable {
        case points, lines, polygons
    }

    /// One column of the file.
    public struct Column: Sendable, Hashable {
        /// What its values are.
        public enum Values: Sendable, Hashable {
            /// Whole numbers, the same written as `12.0` included.
            case wholeNumbers
            /// Shares in per cent of another column of the census.
            case shares
            /// Days: `2024-12-31`, `31.12.2024`.
            case days
            /// Anything else.
            case other
        }

        /// Its name as written in the file.
        public var name: String
        /// What its values are.
        public var values: Values
        /// How many different values it has.
        public var distinctCount: Int

        /// Describes a column.
        public init(name: String, values: Values = .other, distinctCount: Int) {
            self.name = name
            self.values = values
            self.distinctCount = distinctCount
        }
    }

    /// What the first line of a table of the census tells.
    public struct Census: Sendable, Hashable {
        /// The year of the census; nil where the file does not tell.
        public var year: Int?
        /// The length of a cell's side in metres.
        public var cellSize: Int

        /// Describes a table of the census, whose characteristics are its columns.
        public init(year: Int?, cellSize: Int) {
            self.year = year
            self.cellSize = cellSize
        }
    }

    /// The file as it will stand in the project file.
    public var file: String
    /// The table or sheet of the file, where it holds several.
    public var table: String?
    /// The shapes that occur.
    public var shapes: Set<Shape>
    /// The number of features; nil where nobody counted them, as in a map of OpenStreetMap.
    public var count: Int?
    /// The columns in the order of the file.
    public var columns: [Column]
    /// The reference system to name for the layer; nil where the file's own or WGS 84 holds.
    public var crs: String?
    /// The reference systems that its coordinates fit, where neither the file nor its neighbours tell which one it is.
    public var possibleSystems: [String] = []
    /// The file or table that holds the same rows in another format and is taken instead; nil for most files.
    public var twin: String?
    /// What a table of the census tells of itself; nil for other files.
    public var census: Census?
    /// The administrative level at which a map of OpenStreetMap holds whole boundaries; nil where it holds none.
    public var boundaryLevel: Int?
    /// The columns of a table that say which quarter a row means, by the roles `id` and `name`; empty where none does.
    public var quarterColumns: [LayerEntry.Role: String] = [:]
    /// The words of the column that says whom a row counts, in a table with one column of counts; empty elsewhere.
    public var groupWords: [String] = []
    /// The last year that a table has figures of; nil where it names none.
    public var latestYear: Int?

    /// Describes a file.
    public init(file: String, shapes: Set<Shape>, count: Int?, columns: [Column], crs: String? = nil) {
        self.file = file
        self.shapes = shapes
        self.count = count
        self.columns = columns
        self.crs = crs
    }

    /// What the file is written in.
    var format: LayerEntry.Format { LayerEntry.Format(ofFile: file) }

    /// Whether its features were taken out of OpenStreetMap, as tools export them: with the id there. Beside the map itself
    /// they would count twice.
    var isFromMap: Bool {
        shapes == [.points] && columns.contains { $0.name == "@id" || ["osm", "osmid"].contains(Folding.key($0.name)) }
    }
}
