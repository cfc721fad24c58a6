internal import Features
internal import Project
internal import ReferenceSystems

/// What was read for one entry of the project file, as the record of the run tells it.
struct InputRecord: Sendable {
    /// The entry.
    let entry: LayerEntry
    /// The file with its checksum.
    let source: SourceFile
    /// The number of features, streets or grid points taken.
    let count: Int
    /// How positions came into the study's system; nil where they already were in it.
    let operation: TransformOperation?
}
