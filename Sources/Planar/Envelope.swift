/// An axis-parallel box, edges included. The empty envelope holds nothing and joins with anything.
public struct Envelope: Sendable, Hashable {
    /// The west edge.
    public var minX: Double
    /// The south edge.
    public var minY: Double
    /// The east edge.
    public var maxX: Double
    /// The north edge.
    public var maxY: Double

    /// A box from its edges.
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The box that holds nothing.
    public static let empty = Envelope(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

    /// Whether the box holds nothing.
    @inlinable public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
    /// East–west extent; 0 when empty.
    @inlinable public var width: Double { isEmpty ? 0 : maxX - minX }
    /// North–south extent; 0 when empty.
    @inlinable public var height: Double { isEmpty ? 0 : maxY - minY }

    /// Grows to hold a position.
    @inlinable public mutating func include(x: Double, y: Double) {
        if x < minX { minX = x }
        if x > maxX { maxX = x }
        if y < minY { minY = y }
        if y > maxY { maxY = y }
    }

    /// Grows to hold another box.
    @inlinable public mutating func include(_ other: Envelope) {
        minX = min(minX, other.minX)
        minY = min(minY, other.minY)
        maxX = max(maxX, other.maxX)
        maxY = max(maxY, other.maxY)
    }

    /// The box with every edge moved outwards by `margin` (the unit of the coordinates).
    public func expanded(by margin: Double) -> Envelope {
        isEmpty
            ? self : Envelope(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }

    /// Whether the boxes share at least a position.
    @inlinable public func intersects(_ other: Envelope) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }

    /// Whether the position lies in the box or on its edge.
    @inlinable public func contains(x: Double, y: Double) -> Bool {
        x >= minX && x <= maxX && y >= minY && y <= maxY
    }

    /// Whether the other box lies wholly in this one. Every box holds the empty one.
    @inlinable public func contains(_ other: Envelope) -> Bool {
        other.isEmpty || (other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY)
    }
}
