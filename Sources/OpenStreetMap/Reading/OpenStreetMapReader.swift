public import Features
public import Planar

/// Reads OpenStreetMap files: `.osm.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`.
///
/// What is read does not depend on the order of objects in the file nor on the number of cores: streets and objects come
/// in the order of their ids. Memory grows with the nodes in and around the box; beside it libosmium holds up to 20
/// unpacked blocks on their way, each of at most 32 MiB by the format: a file made for that can ask for about 640 MiB.
public enum OpenStreetMapReader {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - clip: A box in degrees. Objects with a node in it or on its edge are read, whole; nil for all.
    ///   - selection: What is wanted.
    /// - Throws: `.unreadable` where the file cannot be read; `.malformedData` where it holds no map or is broken: then
    ///   nothing of it can be trusted to be complete. What is wrong with single objects is among the findings.
    public static func read(
        path: String, clip: Envelope? = nil, selection: MapSelection = MapSelection()
    ) throws(Failure) -> OpenStreetMapData {
        let kind = try MapFileKind.of(path: path)
        let map = try OsmiumMap(path: path, kind: kind, clip: clip, selection: selection)
        var data = OpenStreetMapData()
        data.streets = map.streets()
        data.objects = map.objects()
        data.findings = map.findings()
        return data
    }
}
