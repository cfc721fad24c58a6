internal import Planar

/// The geometry layer: operations on geometry values, computed by GEOS behind one gate.
///
/// Every method takes values and returns values; what goes wrong is a ``TopologyError``. Coordinates are planar: lengths
/// are in the unit of the coordinate reference system, areas in its square. A method opens one GEOS context, and nothing
/// of it outlives the call, so an engine may be used from any thread.
public struct TopologyEngine: Sendable {
    /// What one operation may take.
    public let limits: OperationLimits
    /// The grid all inputs and results lie on, in units of the coordinates; 0 for floating precision.
    public let gridSize: Double

    /// An engine. With a `gridSize` above 0 inputs are rounded to the grid and results lie on it, as in the tests of JTS
    /// with a fixed precision model (`gridSize` = 1 / scale). Throws for a grid size that is negative or not finite.
    public init(limits: OperationLimits = .standard, gridSize: Double) throws(TopologyError) {
        guard gridSize.isFinite, gridSize >= 0 else {
            throw TopologyError(.badArgument, operation: "setprecision", detail: "the grid size must be 0 or positive")
        }
        self.limits = limits
        self.gridSize = gridSize
    }

    /// An engine with floating precision.
    public init(limits: OperationLimits = .standard) {
        self.limits = limits
        self.gridSize = 0
    }
}
