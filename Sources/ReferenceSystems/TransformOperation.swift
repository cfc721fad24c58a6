/// What PROJ does between two coordinate reference systems, as it is reported and recorded.
public struct TransformOperation: Sendable, Hashable {
    /// A grid file that the operation uses.
    public struct Grid: Sendable, Hashable {
        /// The file's name ("BETA2007.gsb"), without a folder.
        public let name: String
        /// Whether the file is installed.
        public let isAvailable: Bool

        /// Makes a grid from its name.
        public init(name: String, isAvailable: Bool) {
            self.name = name
            self.isAvailable = isAvailable
        }
    }

    /// The name in EPSG's words, steps joined by " + "; "identity" where nothing is done.
    public let name: String
    /// The accuracy in metres as EPSG states it; nil where it is unknown.
    public let accuracyMetres: Double?
    /// The grid files used.
    public let grids: [Grid]
    /// The grids of a more accurate operation, which are not installed.
    public let missingGrids: [String]
    /// Whether the datum shift is left out: wrong by up to some hundred metres.
    public let isBallpark: Bool
    /// Whether, on request, a formula or a ballpark stands in for a grid that is missing.
    public let usesFallback: Bool
    /// Where the operation is meant to be used.
    public let areaOfUse: GeographicArea?

    /// Makes a description from its parts.
    public init(
        name: String, accuracyMetres: Double?, grids: [Grid] = [], missingGrids: [String] = [],
        isBallpark: Bool = false, usesFallback: Bool = false, areaOfUse: GeographicArea? = nil
    ) {
        self.name = name
        self.accuracyMetres = accuracyMetres
        self.grids = grids
        self.missingGrids = missingGrids
        self.isBallpark = isBallpark
        self.usesFallback = usesFallback
        self.areaOfUse = areaOfUse
    }

    /// Nothing is done.
    static let identity = TransformOperation(name: "identity", accuracyMetres: 0)
}

/// What to do where the grid of the best datum shift is not installed, or where no datum shift is known at all.
public enum MissingGridPolicy: String, Sendable, Hashable, CaseIterable {
    /// Throw an error that names the grid.
    case refuse
    /// Take the best operation at hand and mark it with its accuracy.
    case allowLessAccurate
}
