internal import Features
internal import Formats
internal import Project

/// Keeps the cells of two censuses apart. In 2011 records were changed (SAFE), in 2022 counts (cell key), and the
/// population of 2011 was counted otherwise: what one says of a cell minus, or divided by, what the other says of it is no
/// number of people.
enum OneCensus {
    /// The layers without those of a second census. The census is that of the first layer that knows all residents, else
    /// of the first layer of a census. A table that does not tell its census is taken for one of the same.
    static func layers(
        _ layers: [LoadedLayer], _ groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]
    ) -> [LoadedLayer] {
        let knowing = layers.first { layer in
            guard let grid = layer.census, grid.edition != nil, let all = groups.first else { return false }
            return all.column { grid.characteristic(named: $0) != nil } != nil
        }
        let first = knowing ?? layers.first { $0.census?.edition != nil }
        guard let used = first?.census?.edition else { return layers }
        return layers.filter { layer in
            guard let other = layer.census?.edition, other != used else { return true }
            findings.append(
                Diagnostic(
                    .otherCensus, at: layer.location, ["year": "\(other.rawValue)", "used": "\(used.rawValue)"]))
            return false
        }
    }
}
