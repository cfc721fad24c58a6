internal import Features
internal import Formats
internal import Overlay
internal import Planar
internal import Topology

/// W2: intersect quarters and focus areas, dissolve the quarters by district, unite the focus areas, and cut the
/// catchment of the meeting places by the quarters.
enum OverlayWorkload {
    /// In square metres; what is smaller is no piece.
    private static let smallestPiece = 0.01
    /// In metres.
    private static let catchmentRadius = 500.0
    private static let quadrantSegments = 16
    /// The category of the meeting places.
    private static let meetingPlaces: Int32 = 7

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters")
        let focusAreas = try region.areas("focus")
        let (places, categories) = try region.places()
        recorder.endPhase("load")
        try measure(quarters, focusAreas, places, categories, &recorder)
    }

    /// The work on layers that are read.
    static func measure(
        _ quarters: AreaLayer, _ focusAreas: AreaLayer, _ places: PointLayer, _ categories: [Int32],
        _ recorder: inout WorkloadRecorder
    ) throws {
        try overlay(quarters, focusAreas, &recorder)
        recorder.endPhase("overlay")

        try dissolve(quarters, &recorder)
        recorder.endPhase("dissolve")

        let union = try TopologyEngine().unaryUnion(of: focusAreas.geometries).value
        recorder.record("union", .number(union.area))
        recorder.endPhase("union")

        let meeting = categories.indices.filter { categories[$0] == meetingPlaces }
        let catchment = try Catchment(
            xs: meeting.map { places.xs[$0] }, ys: meeting.map { places.ys[$0] }, radius: catchmentRadius,
            quadrantSegments: quadrantSegments)
        recorder.record("catch", .number(catchment.squareMetres))
        recorder.endPhase("buffer+union")

        let shares = try catchment.squareMetres(in: quarters.geometries)
        recorder.record("catchq", .number(shares.reduce(0, +)))
        recorder.endPhase("catchment in quarters")
    }

    private static func overlay(
        _ quarters: AreaLayer, _ focusAreas: AreaLayer, _ recorder: inout WorkloadRecorder
    ) throws {
        let quarterIDs = try quarters.layer.wholeNumbers("qid")
        let focusIDs = try focusAreas.layer.wholeNumbers("fid")
        let pieces = try AreaOverlay.pieces(
            quarters: quarters.geometries, areas: focusAreas.geometries, minimumSquareMetres: smallestPiece
        ).pieces
        let pairs = pieces.map { Int64(quarterIDs[Int($0.quarter)] * 100_000 + focusIDs[Int($0.area)]) }
        recorder.record("pieces", .integer(pieces.count))
        recorder.record("area", .number(pieces.reduce(0) { $0 + $1.squareMetres }))
        recorder.record("pairhash", digest(pairs.sorted()))
    }

    private static func dissolve(_ quarters: AreaLayer, _ recorder: inout WorkloadRecorder) throws {
        let districtOfQuarter = try quarters.layer.wholeNumbers("district")
        let names = Set(districtOfQuarter).sorted()
        let indexes = Dictionary(uniqueKeysWithValues: zip(names, Int32(0)...))
        let districts = try Dissolve.areas(
            quarters.geometries, groups: districtOfQuarter.map { indexes[$0] ?? -1 }, groupCount: names.count)
        recorder.record("districts", .integer(districts.count))
        recorder.record("darea", .number(districts.reduce(0) { $0 + $1.area }))
        recorder.record("dlen", .number(districts.reduce(0) { $0 + $1.length }))
    }
}
