public import Planar

/// A square of the statistical grid of Europe (Regulation (EU) 2018/1799; INSPIRE, geographical grid systems): ETRS89,
/// Lambert azimuthal equal area (EPSG:3035), named after its size and its lower left corner, north before east.
public struct GridCell: Sendable, Hashable, Comparable {
    /// The length of a side in metres: 10, 100, 1,000, 10,000 or 100,000.
    public let size: Int32
    /// The northing of the lower left corner in metres, a multiple of ``size``.
    public let north: Int32
    /// The easting of the lower left corner in metres, a multiple of ``size``.
    public let east: Int32

    /// The sizes a cell may have, in metres.
    public static let sizes: [Int32] = [10, 100, 1_000, 10_000, 100_000]
    /// The eastings of corners. With ``northings`` it holds the area of use of EPSG:3035 (E −146,473 … 7,824,928,
    /// N 198,375 … 6,971,477, says PROJ) but for the strip of sea west of zero: ids carry no sign.
    public static let eastings: ClosedRange<Int32> = 0...8_000_000
    /// The northings of corners.
    public static let northings: ClosedRange<Int32> = 0...7_000_000

    /// A cell from its size and its lower left corner, all in metres.
    public init(size: Int32, north: Int32, east: Int32) throws(GridCellError) {
        guard GridCell.sizes.contains(size) else { throw .size }
        guard GridCell.northings.contains(north), GridCell.eastings.contains(east) else { throw .outside }
        guard north % size == 0, east % size == 0 else { throw .notAligned }
        self.size = size
        self.north = north
        self.east = east
    }

    /// A cell whose promises the caller has checked.
    init(unchecked size: Int32, north: Int32, east: Int32) {
        self.size = size
        self.north = north
        self.east = east
    }

    /// The id with the reference system and all digits, as the census of 2022 writes it:
    /// `CRS3035RES100mN2689100E4337000`, `CRS3035RES1000mN2689000E4337000`.
    public var id: String { "CRS3035RES\(size)mN\(north)E\(east)" }

    /// The short id, with as many digits as the size leaves, as the census of 2011 writes it: `100mN26891E43370`,
    /// `1kmN2689E4337`.
    public var shortID: String {
        let unit = size >= 1_000 ? "\(size / 1_000)km" : "\(size)m"
        return "\(unit)N\(north / size)E\(east / size)"
    }

    /// The middle of the square in EPSG:3035, in metres.
    public var centre: (x: Double, y: Double) {
        (Double(east) + Double(size) / 2, Double(north) + Double(size) / 2)
    }

    /// The box of the square in EPSG:3035, in metres.
    public var envelope: Envelope {
        Envelope(
            minX: Double(east), minY: Double(north), maxX: Double(east) + Double(size),
            maxY: Double(north) + Double(size))
    }

    /// The square as a polygon in EPSG:3035, anticlockwise from the lower left corner.
    public var square: Geometry {
        let box = envelope
        // Five finite positions, the last the first: always a ring.
        let ring = try? Geometry(
            kind: .polygon, xs: [box.minX, box.maxX, box.maxX, box.minX, box.minX],
            ys: [box.minY, box.minY, box.maxY, box.maxY, box.minY], ringEnds: [5])
        return ring ?? Geometry(emptyOf: .polygon)
    }

    /// Whether the square and a box share more than an edge.
    func overlaps(_ box: Envelope) -> Bool {
        Double(east) < box.maxX && Double(east + size) > box.minX && Double(north) < box.maxY
            && Double(north + size) > box.minY
    }

    /// From south to north, in a row from west to east, small cells before large ones at the same corner.
    public static func < (left: GridCell, right: GridCell) -> Bool {
        (left.north, left.east, left.size) < (right.north, right.east, right.size)
    }
}

/// Why something names no cell.
public enum GridCellError: Error, Sendable, Hashable {
    /// The text has not the form of an id.
    case form
    /// The text names another reference system than EPSG:3035.
    case referenceSystem
    /// The size is none of ``GridCell/sizes``.
    case size
    /// A number has more digits than any position in Europe.
    case digits
    /// The corner lies outside the grid.
    case outside
    /// The corner is no multiple of the size.
    case notAligned

    /// The key of the reason in the catalogues of texts.
    public var textKey: String {
        switch self {
        case .form: "census.reason.form"
        case .referenceSystem: "census.reason.reference_system"
        case .size: "census.reason.size"
        case .digits: "census.reason.digits"
        case .outside: "census.reason.outside"
        case .notAligned: "census.reason.not_aligned"
        }
    }
}
