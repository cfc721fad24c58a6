/// The entrances of places or the platforms of stops, as columns, in the coordinates of their layer.
public struct Entrances: Sendable, Hashable {
    /// Where the entrances of each row of the layer end in ``xs``.
    public private(set) var ends: [Int32] = []
    /// The x of each entrance, those of the first row first.
    public private(set) var xs: [Double] = []
    /// The y of each entrance.
    public private(set) var ys: [Double] = []

    /// None, of no rows.
    public init() {}

    /// The number of rows.
    public var count: Int { ends.count }

    /// The entrances of a row as a range of ``xs``; empty where it has none and its position stands for it.
    public func range(ofRow row: Int) -> Range<Int> {
        (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
    }

    /// Appends a row with its entrances.
    mutating func append(_ positions: [(x: Double, y: Double)]) {
        xs += positions.map(\.x)
        ys += positions.map(\.y)
        ends.append(Int32(clamping: xs.count))
    }

    /// Moves all entrances at once by `change`, which gets every x and every y and returns the indexes of those without
    /// an image, ascending (as `GeometryColumn.movePositions` does); these entrances are left out.
    public mutating func movePositions(_ change: (inout [Double], inout [Double]) -> [Int]) {
        let lost = Set(change(&xs, &ys))
        guard !lost.isEmpty else { return }
        var moved = Entrances()
        for row in 0..<count {
            moved.append(range(ofRow: row).filter { !lost.contains($0) }.map { (xs[$0], ys[$0]) })
        }
        self = moved
    }
}
