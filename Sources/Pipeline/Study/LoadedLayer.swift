internal import Features
internal import Formats
internal import OpenStreetMap
internal import Project
internal import Wording

/// A layer of the project in the study's coordinate reference system, with what the project file says of it.
struct LoadedLayer: Sendable {
    /// What the project file says.
    let entry: LayerEntry
    /// The features.
    let metric: MetricLayer
    /// The entrances of the features in metres, where the layer comes from a map.
    var entrances = Entrances()
    /// The census that the features are the cells of, row by row; nil for other layers.
    var census: CensusGrid?

    /// Where a feature stands, with the id from the mapped column.
    func location(_ row: Int) -> SourceLocation {
        var location = metric.layer.location(ofFeature: row)
        location.featureID = metric.ids[row]
        return location
    }

    /// Where the layer as a whole stands.
    var location: SourceLocation { SourceLocation(file: metric.layer.source.path) }
}

extension LoadedLayer: MappedLayer {
    /// What the file said, its positions in the study's system.
    var layer: Layer { metric.layer }
}
