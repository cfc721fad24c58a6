internal import Disclosure
internal import Features
internal import Formats
internal import Indicators
internal import Overlay
internal import Planar
internal import ReferenceSystems
internal import Reports
internal import Town

extension ReleasedReading {
    /// What is known of the boundaries of the last release of an earlier period; nil where there is none.
    ///
    /// - Parameter publication: the edition that is told. What weighs in the public one is public: outlines, and its own
    ///   residents of quarters. The internal one takes where people live.
    static func boundaries(
        _ folders: [String], from base: String, for publication: Publication
    ) -> ReleasedBoundaries? {
        let study = publication.study
        guard let release = last(folders, from: base, before: study.period) else { return nil }
        let conversion = outlines(ofRelease: release.path).flatMap { old in
            BoundaryConversion(from: old, to: QuarterOutlines(study)) { weights($0, publication) }
        }
        return ReleasedBoundaries(period: release.period, conversion: conversion)
    }

    /// The folder of the last release of an earlier period; of several of that period the last one given.
    static func last(_ folders: [String], from base: String, before period: String) -> (path: String, period: String)? {
        let dated = releases(folders, from: base).compactMap { path in Self.period(ofRelease: path).map { (path, $0) } }
        guard let last = ReleasePeriods.last(of: dated.map(\.1), before: period) else { return nil }
        return dated.last { $0.1 == last }.map { (path: $0.0, period: $0.1) }
    }

    /// The quarters as a release drew them; nil where it has no map of them.
    static func outlines(ofRelease path: String) -> QuarterOutlines? {
        guard let read = try? GeoJSONReader.read(path: path + "/" + MapLayer.Name.quarters.rawValue + ".geojson") else {
            return nil
        }
        let layer = read.layer
        guard let ids = layer.column(named: "id") else { return nil }
        var (names, shapes): ([String], [Geometry]) = ([], [])
        for row in 0..<layer.count {
            guard let id = ids.string(at: row), let shape = layer.geometries[row] else { return nil }
            names.append(id)
            shapes.append(shape)
        }
        return QuarterOutlines(system: CoordinateReferenceSystem.wgs84.description, ids: names, geometries: shapes)
    }

    private static func weights(
        _ overlay: BoundaryOverlay, _ publication: Publication
    ) -> (weights: [Double], basis: BoundaryTransfer.Basis)? {
        let study = publication.study
        if publication.edition == .internal, let people = study.population, let all = people.counts.first {
            return (overlay.weights(ofPeople: all, xs: people.xs, ys: people.ys), .residents)
        }
        guard let group = study.groups.first?.id else { return nil }
        let residents = study.quarters.ids.map { id in
            publication.indicators[.init(level: .quarter, areaID: id, indicator: "residents", group: group)]?.value
        }
        guard residents.contains(where: { $0 != nil }) else { return nil }
        return (overlay.weights(ofQuarters: residents), .quarterResidents)
    }
}
