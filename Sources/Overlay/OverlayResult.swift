public import Planar

/// A piece of a quarter that an area of another layer (focus area, funding area …) covers.
public struct OverlayPiece: Sendable, Codable, Hashable {
    /// The index of the quarter.
    public var quarter: Int32
    /// The index of the area in its own layer.
    public var area: Int32
    /// The shape, in the metric coordinate reference system of the study.
    public var geometry: Geometry
    /// Its area in m².
    public var squareMetres: Double
    /// The part of the quarter's area, 0…1.
    public var shareOfQuarter: Double
    /// The part of the area's own area, 0…1.
    public var shareOfArea: Double
    /// The residents of each population group in the piece; empty without a population layer.
    public var residents: [Double]
    /// For each group between what its residents lie, nil where they are exact; empty where all are.
    public var residentRanges: [ClosedRange<Double>?]
    /// Whether a border of the piece cuts a cell, so that the residents are estimated.
    public var isEstimated: Bool
    /// Whether the residents are left out because their number is protected.
    public var isSuppressed = false

    /// Makes a piece.
    public init(
        quarter: Int32, area: Int32, geometry: Geometry, squareMetres: Double, shareOfQuarter: Double,
        shareOfArea: Double, residents: [Double], residentRanges: [ClosedRange<Double>?] = [], isEstimated: Bool
    ) {
        self.quarter = quarter
        self.area = area
        self.geometry = geometry
        self.squareMetres = squareMetres
        self.shareOfQuarter = shareOfQuarter
        self.shareOfArea = shareOfArea
        self.residents = residents
        self.residentRanges = residentRanges
        self.isEstimated = isEstimated
    }
}

/// Where a point lies as seen from the quarters.
public enum Situation: String, Sendable, Codable, Hashable, CaseIterable {
    /// Inside a quarter.
    case inside
    /// Outside every quarter, but nearer to one than the border tolerance.
    case nearBorder = "near_border"
    /// Outside every quarter.
    case outside
}

/// A point's quarter (−1 when outside) and its situation.
public struct Assignment: Sendable, Codable, Hashable {
    /// The quarter the point lies in, or the nearest one when near the border, or −1.
    public var quarter: Int32
    /// Inside, near the border, outside.
    public var situation: Situation

    /// Makes an assignment.
    public init(quarter: Int32, situation: Situation) {
        self.quarter = quarter
        self.situation = situation
    }
}
