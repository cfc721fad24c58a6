internal import Topology
internal import Features
internal import Overlay
internal import Planar
internal import Town

/// Lays another layer of areas over the quarters: pieces with people, places inside.
struct AreasOverQuarters {
    let quarters: AreaTable
    /// The land of the quarters, none of it in two.
    let territories: [Geometry]
    let places: PlaceTable
    let people: PeopleInAreas
    let minimumSquareMetres: Double

    /// What comes of it.
    struct Result {
        var membership: AreaMembership
        var pieces: [OverlayPiece]
        var places: [[Int32]]
    }

    /// Lays a layer over the quarters. Areas outside every quarter and pairs that could not be overlaid are reported.
    func lay(
        _ areas: AreaTable, location: (Int) -> SourceLocation, findings: inout [Diagnostic]
    ) throws(Failure) -> Result {
        let cut: (pieces: [AreaPiece], incidents: [OverlayIncident])
        do {
            cut = try AreaOverlay.pieces(
                quarters: territories, areas: areas.geometries, minimumSquareMetres: minimumSquareMetres)
        } catch {
            throw Failure(.malformedData, Diagnostic(.overlayFailed, at: location(0), ["detail": error.detail]))
        }
        for incident in cut.incidents {
            var arguments = ["detail": incident.reason, "quarter": quarters.names[Int(incident.first)]]
            arguments["grid"] = incident.gridSize.map { "\($0)" }
            findings.append(
                Diagnostic(
                    incident.gridSize == nil ? .overlayFailed : .overlayFallback,
                    at: location(Int(incident.second)), arguments))
        }
        let pieceMembership = try people.membership(cut.pieces.map(\.geometry), isCoverage: false, location(0))
        let pieces = cut.pieces.enumerated().map { index, piece in
            let hasPeople = index < pieceMembership.areaCount
            return OverlayPiece(
                quarter: piece.quarter, area: piece.area, geometry: piece.geometry, squareMetres: piece.squareMetres,
                shareOfQuarter: share(piece.squareMetres, of: territories[Int(piece.quarter)]),
                shareOfArea: share(piece.squareMetres, of: areas.geometries[Int(piece.area)]),
                residents: hasPeople ? people.residents(pieceMembership, area: index) : [],
                residentRanges: hasPeople ? people.ranges(OriginWeights(pieceMembership, area: index)) : [],
                isEstimated: hasPeople && pieceMembership.isEstimated(area: index))
        }
        findings += AreaChecks.outside(areas, pieces: pieces, location: location)
        let placeMembership = ArealTransfer.membership(
            xs: places.xs, ys: places.ys, areas: areas.geometries, isCoverage: false)
        return Result(
            membership: try people.membership(areas.geometries, isCoverage: false, location(0)), pieces: pieces,
            places: (0..<areas.count).map { Array(placeMembership.origins[placeMembership.entries(ofArea: $0)]) })
    }

    /// A share of an area; a piece that is the whole of it within rounding is 1.
    private func share(_ squareMetres: Double, of geometry: Geometry) -> Double {
        let whole = geometry.area
        return whole > 0 ? min(1, squareMetres / whole) : 0
    }
}
