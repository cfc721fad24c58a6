import OpenStreetMap
import Planar
import TestSupport

/// Maps as XML, written where a test needs them.
struct XMLMap {
    /// The elements.
    var body: String

    /// The whole text.
    var text: String { "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n\(body)\n</osm>\n" }

    /// Reads the map from a file.
    func read(
        clip: Envelope? = nil, selection: MapSelection = MapSelection(), name: String = "map.osm"
    ) throws -> OpenStreetMapData {
        let scratch = try Scratch()
        return try OpenStreetMapReader.read(path: scratch.write(text, to: name), clip: clip, selection: selection)
    }
}

/// A node; tags as key and value alternating.
func node(_ id: Int, _ longitude: Double, _ latitude: Double, _ tags: [(String, String)] = []) -> String {
    "<node id='\(id)' version='1' lon='\(longitude)' lat='\(latitude)'>\(tagText(tags))</node>\n"
}

/// A way.
func way(_ id: Int, _ nodes: [Int], _ tags: [(String, String)]) -> String {
    "<way id='\(id)' version='1'>" + nodes.map { "<nd ref='\($0)'/>" }.joined() + tagText(tags) + "</way>\n"
}

/// A relation of ways.
func relation(_ id: Int, _ members: [(Int, String)], _ tags: [(String, String)]) -> String {
    "<relation id='\(id)' version='1'>"
        + members.map { "<member type='way' ref='\($0)' role='\($1)'/>" }.joined() + tagText(tags) + "</relation>\n"
}

private func tagText(_ tags: [(String, String)]) -> String {
    tags.map { "<tag k='\($0)' v='\($1)'/>" }.joined()
}
