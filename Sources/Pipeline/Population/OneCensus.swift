internal import Features
internal import Formats
internal import Project

/// Keeps the cells of two censuses apart. In 2011 records were changed (SAFE), in 2022 counts (cell key): what one says of
/// a cell minus, or divided by, what the other says of it is no number of people.
enum OneCensus {
    /// The census that people are taken from: that of the first layer that knows all residents, else of the first layer of a
    /// census; nil where no layer tells.
    static func edition(of layers: [LoadedLayer], _ groups: [ProjectFile.GroupEntry]) -> CensusEdition? {
        let knowing = layers.first { layer in
            guard let grid = layer.census, grid.edition != nil, let all = groups.first else { return false }
            return all.column { grid.characteristic(named: $0) != nil } != nil
        }
        return (knowing ?? layers.first { $0.census?.edition != nil })?.census?.edition
    }

    /// The layers without those of a second census. A table that does not tell its census is taken for one of the same.
    static func layers(
        _ layers: [LoadedLayer], _ groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]
    ) -> [LoadedLayer] {
        guard let used = edition(of: layers, groups) else { return layers }
        return layers.filter { layer in
            guard let other = layer.census?.edition, other != used else { return true }
            findings.append(
                Diagnostic(
                    .otherCensus, at: layer.location, ["year": "\(other.rawValue)", "used": "\(used.rawValue)"]))
            return false
        }
    }
}
