/// One piece of work that the benchmark measures, from the files of a folder to values that other programs compute,
/// too. What each does and expects is described in `Scripts/benchmark/README.md`.
public enum Workload: String, Sendable, CaseIterable {
    /// Read the four layers, project them, make the areas valid.
    case read = "W1"
    /// Intersect quarters and focus areas, dissolve the quarters, unite the focus areas, cut catchments.
    case overlay = "W2"
    /// Count residents and places in each quarter.
    case assignment = "W3"
    /// Find the nearest place of each category and the places in reach of each address.
    case reach = "W4"
    /// Find the nearest place of each category and the places in reach along streets, from the nodes of the network.
    case walk = "W5"
    /// The same from the addresses themselves, at their positions beside the streets.
    case streetWalk = "W5e"
    /// Divide capacities among the people in reach along streets, and give each quarter the mean.
    case floatingCatchment = "W6"
    /// Compare the shares of quarters, and of neighbours, with what chance would make of them.
    case neighbours = "W7"
    /// Do all of W2 to W6 and write a table of the quarters.
    case everything = "W8"
    /// Make a walking network from an extract of OpenStreetMap.
    case map = "W9"
    /// Unite what lies near the streets within walks from the middle of each quarter.
    case streetBuffers = "W10b"
    /// Clip the census file of a country to a town.
    case census = "W11"
    /// Hide the small counts of a town over five years, and what would give them away.
    case disclosure = "W12"

    /// Does the work on the files in a folder.
    ///
    /// - Parameter output: an existing folder for the files that a workload writes; without one they go into a folder
    ///   that is removed at the end.
    /// - Throws: what the libraries throw where a file is missing or malformed.
    public func run(folder: String, output: String? = nil) throws -> WorkloadResult {
        var recorder = WorkloadRecorder()
        let region = { try Region(folder: folder) }
        switch self {
        case .read: try ReadWorkload.run(region(), &recorder)
        case .overlay: try OverlayWorkload.run(region(), &recorder)
        case .assignment: try AssignmentWorkload.run(region(), &recorder)
        case .reach: try ReachWorkload.run(region(), &recorder)
        case .walk: try WalkWorkload.run(region(), &recorder)
        case .streetWalk: try StreetWalkWorkload.run(region(), &recorder)
        case .floatingCatchment: try FloatingCatchmentWorkload.run(region(), &recorder)
        case .neighbours: try NeighbourWorkload.run(region(), &recorder)
        case .everything:
            let files = try OutputFolder(output)
            defer { files.remove() }
            try EverythingWorkload.run(region(), output: files.path, &recorder)
        case .map: try MapWorkload.run(folder, &recorder)
        case .streetBuffers: try StreetBufferWorkload.run(region(), &recorder)
        case .census: try CensusWorkload.run(folder, &recorder)
        case .disclosure: try DisclosureWorkload.run(&recorder)
        }
        return recorder.finish(self)
    }
}
