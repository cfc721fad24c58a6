public import Features
public import ReferenceSystems

/// A layer on its way into a GeoPackage.
public struct GeoPackageLayer: Sendable {
    /// The rows; its name becomes the table's.
    public var layer: Layer
    /// The reference system of the geometries; nil for a table of attributes only.
    public var referenceSystem: CoordinateReferenceSystem?
    /// The title for people, which QGIS shows; nil for the name of the table. No two layers may have the same.
    public var title: String?
    /// What the layer is, and whom to name as its source.
    public var text: String
    /// How QGIS draws it unless told otherwise.
    public var style: LayerStyle?

    /// Joins a layer and what a GeoPackage says about it.
    public init(
        _ layer: Layer, in referenceSystem: CoordinateReferenceSystem?, title: String? = nil, text: String = "",
        style: LayerStyle? = nil
    ) {
        self.layer = layer
        self.referenceSystem = referenceSystem
        self.title = title
        self.text = text
        self.style = style
    }
}
