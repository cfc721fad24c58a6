internal import Project
internal import Features
internal import Overlay
internal import Planar
internal import ReferenceSystems
internal import Topology
internal import Town

/// Looks at the quarters: do they fit each other, are they in one piece, are their ids whole?
enum AreaChecks {
    /// Overlaps, gaps and slivers between quarters, each with a place for the map.
    static func coverage(
        _ quarters: AreaTable, rows: [Int], in layer: LoadedLayer, minimumSquareMetres: Double
    ) -> [Diagnostic] {
        let faults: [CoverageFault]
        do {
            faults = try CoverageCheck.faults(
                quarters: quarters.geometries, minimumSquareMetres: minimumSquareMetres)
        } catch {
            return [Diagnostic(.overlayFailed, at: layer.location, ["detail": error.detail])]
        }
        return faults.map { fault in
            var arguments = ["area": wholeNumber(fault.squareMetres)]
            let place = interiorPlace(of: fault.geometry, in: layer.metric.referenceSystem)
            switch fault.kind {
            case .overlap(let first, let second):
                arguments["first"] = quarters.names[Int(first)]
                arguments["second"] = quarters.names[Int(second)]
                return Diagnostic(
                    .quartersOverlap, at: layer.location(rows[Int(second)]), arguments, longitudeLatitude: place)
            case .gap:
                return Diagnostic(.quartersGap, at: layer.location, arguments, longitudeLatitude: place)
            case .sliver:
                return Diagnostic(.quarterSliver, at: layer.location, arguments, longitudeLatitude: place)
            }
        }
    }

    /// Quarters in several parts: nothing wrong, but worth a look.
    static func parts(_ quarters: AreaTable, rows: [Int], in layer: LoadedLayer) -> [Diagnostic] {
        quarters.geometries.indices.compactMap { index in
            let parts = quarters.geometries[index].partEnds.count
            guard parts > 1 else { return nil }
            return Diagnostic(
                .quarterInParts, at: layer.location(rows[index]),
                ["name": quarters.names[index], "count": "\(parts)"])
        }
    }

    /// Keys that were numbers once: 7 or 11 digits where a municipal key with a leading zero has 8 or 12.
    static func leadingZeros(_ layer: LoadedLayer) -> [Diagnostic] {
        guard let name = layer.entry.columns[.id], let column = layer.metric.layer.column(named: name) else {
            return []
        }
        switch column.storage {
        case .int32, .int64: break
        default: return []
        }
        let rows = (0..<column.count).filter { column.isPresent(at: $0) }
        guard !rows.isEmpty, rows.allSatisfy({ [7, 11].contains(column.string(at: $0)?.utf8.count ?? 0) }) else {
            return []
        }
        return [Diagnostic(.leadingZerosLost, at: layer.location, ["column": name])]
    }

    /// Areas that touch no quarter.
    static func outside(
        _ areas: AreaTable, pieces: [OverlayPiece], location: (Int) -> SourceLocation
    ) -> [Diagnostic] {
        let touched = Set(pieces.map(\.area))
        return (0..<areas.count).filter { !touched.contains(Int32($0)) }.map {
            Diagnostic(.focusOutside, at: location($0), ["name": areas.names[$0]])
        }
    }

    /// A layer that lies more than `farAway` metres from all quarters.
    static func farAway(_ layer: LoadedLayer, from quarters: Envelope) -> [Diagnostic] {
        let box = layer.metric.layer.geometries.envelope
        guard !box.isEmpty, !box.intersects(quarters.expanded(by: farAway)) else { return [] }
        return [
            Diagnostic(.layerFarAway, at: layer.location, ["kilometres": wholeNumber(distance(box, quarters) / 1000)])
        ]
    }

    /// How far from the quarters, in metres, a layer may lie before somebody should look.
    private static let farAway = 5_000.0

    private static func distance(_ left: Envelope, _ right: Envelope) -> Double {
        let dx = max(0, left.minX - right.maxX, right.minX - left.maxX)
        let dy = max(0, left.minY - right.maxY, right.minY - left.maxY)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// A place inside a shape, on the globe.
    static func interiorPlace(of geometry: Geometry, in system: CoordinateReferenceSystem) -> LongitudeLatitude? {
        guard let point = try? TopologyEngine().pointOnSurface(geometry), !point.isEmpty else { return nil }
        return MetricLayer.longitudeLatitude(x: point.xs[0], y: point.ys[0], in: system)
    }
}

/// A number without decimals; numbers beyond any whole number of 64 bits as they are.
func wholeNumber(_ value: Double) -> String {
    Int(exactly: value.rounded()).map { "\($0)" } ?? "\(value)"
}
