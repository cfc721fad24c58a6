import Foundation
import TestSupport

/// A small town as a map of OpenStreetMap around 54° N, 9° E, where 0.001° are 65.6 m from west to east and 111.3 m from
/// south to north:
///
///     54.009            n4
///                        │
///     54.0065            │    ┌─e16─┐  school: a multipolygon of two ways with an entrance on each side
///     54.0055            │    └─e15─┘
///     54.005   n1 ───────n2───────────── n3   main street with the bus stop H
///              9.001    9.010          9.019
struct MapTown {
    /// The longitude and latitude of the quarter's corners.
    static let quarter = (west: 9.0, south: 54.0, east: 9.02, north: 54.01)
    /// The name of the shelter, which the public must not see.
    static let shelter = "Haus Geheimnis"

    /// Elements beyond those of the town; nodes, ways and relations may stand in any order.
    var more = ""

    static func node(_ id: Int, _ x: Double, _ y: Double, _ tags: [String: String] = [:]) -> String {
        "<node id='\(id)' version='1' lon='\(x)' lat='\(y)'>\(text(tags))</node>\n"
    }

    static func way(_ id: Int, _ nodes: [Int], _ tags: [String: String]) -> String {
        "<way id='\(id)' version='1'>" + nodes.map { "<nd ref='\($0)'/>" }.joined() + text(tags) + "</way>\n"
    }

    private static func text(_ tags: [String: String]) -> String {
        tags.sorted { $0.key < $1.key }.map { "<tag k='\($0.key)' v='\($0.value)'/>" }.joined()
    }

    /// The map.
    var map: String {
        var body = MapTown.node(1, 9.001, 54.005) + MapTown.node(2, 9.01, 54.005) + MapTown.node(3, 9.019, 54.005)
        body += MapTown.node(4, 9.01, 54.009)
        body += MapTown.node(11, 9.012, 54.0055) + MapTown.node(12, 9.014, 54.0055)
        body += MapTown.node(13, 9.014, 54.0065) + MapTown.node(14, 9.012, 54.0065)
        body += MapTown.node(15, 9.013, 54.0055, ["entrance": "main"])
        body += MapTown.node(16, 9.013, 54.0065, ["entrance": "yes"])
        body += MapTown.node(21, 9.004, 54.0052, ["amenity": "library", "name": "Stadtbücherei"])
        body += MapTown.node(22, 9.01, 54.0051, ["highway": "bus_stop", "name": "Markt"])
        body += MapTown.node(
            23, 9.006, 54.0053,
            [
                "amenity": "social_facility", "social_facility": "shelter", "social_facility:for": "refugee",
                "name": MapTown.shelter,
            ])
        body += MapTown.way(31, [1, 2, 3], ["highway": "residential", "name": "Hauptstraße"])
        body += MapTown.way(32, [2, 4], ["highway": "footway"])
        body += MapTown.way(33, [11, 15, 12, 13], [:]) + MapTown.way(34, [13, 16, 14, 11], [:])
        body += "<relation id='41' version='1'><member type='way' ref='33' role='outer'/>"
        body += "<member type='way' ref='34' role='outer'/><tag k='type' v='multipolygon'/>"
        body += "<tag k='amenity' v='school'/><tag k='name' v='Grundschule'/></relation>\n"
        return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n\(body)\(more)</osm>\n"
    }

    /// Writes the map, the quarter and two homes, and returns the paths of the files.
    func write(to scratch: Scratch) throws -> [String] {
        let (west, south, east, north) = MapTown.quarter
        let ring = "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
        return [
            try scratch.write(
                collection([
                    #"{"type":"Feature","properties":{"id":"M","name":"Mitte"},"#
                        + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
                ]), to: "quartiere.geojson"),
            try scratch.write(
                collection([home(1, 9.002, 54.0052, 30), home(2, 9.0101, 54.0085, 10)]), to: "einwohner.geojson"),
            try scratch.write(map, to: "karte.osm"),
        ]
    }

    private func home(_ number: Int, _ x: Double, _ y: Double, _ people: Int) -> String {
        #"{"type":"Feature","properties":{"id":"E\#(number)","einwohner":\#(people)},"#
            + #""geometry":{"type":"Point","coordinates":[\#(x),\#(y)]}}"#
    }

    private func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","features":["# + "\n" + features.joined(separator: ",\n") + "\n]}\n"
    }
}
