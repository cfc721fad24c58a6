/// How much one operation may take before the gate refuses or stops it.
///
/// GEOS answers to an interrupt only where it has checkpoints (overlay, buffer, relate, union). Where it has none, time can
/// only be bounded by the size of the input; hence two kinds of limits.
public struct OperationLimits: Sendable, Hashable {
    /// Wall time in seconds after which an interruptible operation is stopped.
    public var seconds: Double
    /// The most positions that all inputs of one operation may have together.
    public var maximumVertices: Int
    /// The most positions × positions for operations without checkpoints whose work grows with the product.
    public var maximumVertexProduct: Int

    /// Limits of your own.
    public init(seconds: Double, maximumVertices: Int, maximumVertexProduct: Int) {
        self.seconds = seconds
        self.maximumVertices = maximumVertices
        self.maximumVertexProduct = maximumVertexProduct
    }

    /// 30 seconds, ten million positions, a product of 10⁹ (a few seconds of distance computing).
    public static let standard = OperationLimits(
        seconds: 30, maximumVertices: 10_000_000, maximumVertexProduct: 1_000_000_000)
}
