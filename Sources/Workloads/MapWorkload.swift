internal import Features
internal import Formats
internal import Glibc
internal import OpenStreetMap
internal import Parallel
internal import Travel

/// W9: an extract of OpenStreetMap becomes a walking network.
enum MapWorkload {
    /// The mean radius of GRS 80 in metres.
    private static let earthRadius = 6_371_008.8
    private static let mapFile = "net.osm.pbf"

    /// On foot by a rule that is easily said: every street but those closed to people by their kind or by a sign. It is
    /// one that other programs follow, too, not the one of ``TravelProfile/walking``.
    static let profile = TravelProfile(
        id: "benchmark", speed: 4, walkingSpeed: 4, slopeModel: .flat, steepestSlope: nil,
        wayRules: RuleTable([
            RuleTable.Question(
                "permission",
                [
                    TagRule(.lacks("highway"), then: .close(.notAStreet)),
                    TagRule(
                        .tag(
                            "highway", "motorway", "motorway_link", "trunk", "trunk_link", "construction", "proposed",
                            "abandoned", "raceway", "bus_guideway", "razed", "no", "platform"), then: .close(.kind)),
                    TagRule(.tag("foot", "no"), then: .close(.access)),
                    TagRule(.tag("foot", "yes", "designated", "permissive"), then: .pass),
                    TagRule(.tag("access", "no", "private"), then: .close(.private)),
                ])
        ]),
        nodeRules: RuleTable([]))

    static func run(_ folder: String, _ recorder: inout WorkloadRecorder) throws {
        // Looking the transform up does not need the streets.
        let (read, transform) = try parallelPair(
            { try streets(folder) }, { try Region(folder: folder).transform() })
        recorder.endPhase("read")

        var ways = read
        _ = ways.move(by: transform, file: mapFile)
        // Moving keeps all cores busy, making a network does not at all times: what is left to compute runs beside it.
        let moved = ways
        let ((network, report), counted) = parallelPair(
            { StreetNetwork.make(moved, profile: profile) }, { counts(read) })
        recorder.endPhase("network")

        recorder.record("ways", .integer(report.usedWayCount))
        recorder.record("nodes", .integer(counted.nodes))
        recorder.record("edges", .integer(counted.pieces))
        recorder.record("length_m", .number(counted.metres))
        recorder.record("junctions", .integer(network.nodeCount))
        recorder.record("split_edges", .integer(network.edgeCount))
    }

    /// The streets with the tags that the rule asks for.
    private static func streets(_ folder: String) throws -> StreetWays {
        var selection = MapSelection()
        selection.streetKeys = ["access", "foot", "highway"]
        selection.nodeKeys = []
        selection.barriers = []
        return try OpenStreetMapReader.read(path: "\(folder)/\(mapFile)", selection: selection).streets
    }

    /// What passable ways are made of: their different nodes, the pieces between neighbouring ones, and the length of
    /// these in metres on a sphere, as long as positions are degrees.
    private static func counts(_ ways: StreetWays) -> (nodes: Int, pieces: Int, metres: Double) {
        let isOpen = ways.tagSets.map { profile.passage(ofWay: $0).refusal == nil }
        let radians = Double.pi / 180
        var isUsed = [Bool](repeating: false, count: ways.xs.count)
        var pieces = 0
        var metres = 0.0
        var start = 0
        for way in 0..<ways.count {
            let end = Int(ways.nodeEnds[way])
            defer { start = end }
            guard isOpen[Int(ways.wayTags[way])] else { continue }
            pieces += end - start - 1
            var last = (x: 0.0, y: 0.0, cosine: 0.0)
            for place in start..<end {
                let node = Int(ways.nodeIndexes[place])
                isUsed[node] = true
                let (x, y) = (ways.xs[node] * radians, ways.ys[node] * radians)
                let cosine = cos(y)
                if place > start {
                    let (acrossX, acrossY) = (sine((x - last.x) / 2), sine((y - last.y) / 2))
                    let half = acrossY * acrossY + last.cosine * cosine * acrossX * acrossX
                    metres += 2 * earthRadius * arcSine(half.squareRoot())
                }
                last = (x, y, cosine)
            }
        }
        return (isUsed.count { $0 }, pieces, metres)
    }
    /// Below this angle, that of 6 km on the sphere, two terms of their series give sine and arc sine to 13 digits.
    private static let smallAngle = 1e-3

    private static func sine(_ angle: Double) -> Double {
        angle.magnitude < smallAngle ? angle - angle * angle * angle / 6 : sin(angle)
    }

    private static func arcSine(_ sine: Double) -> Double {
        sine.magnitude < smallAngle ? sine + sine * sine * sine / 6 : asin(sine)
    }
}
