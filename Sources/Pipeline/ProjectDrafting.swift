public import Features
internal import Formats
internal import Foundation
internal import Planar
internal import Project
internal import ReferenceSystems
public import Wording

/// `quartier init`: a first project file from the files that a town has.
public enum ProjectDrafting {
    /// The text of a commented project file for the files given, which must lie in or below `folder`, or are named by
    /// their whole path.
    ///
    /// - Parameters:
    ///   - files: paths as the user gave them.
    ///   - folder: where the project file will stand.
    ///   - period: the year that the data may describe.
    public static func draft(
        files: [String], folder: String, period: String, language: Language
    ) throws(Failure) -> String {
        var layers: [LayerDescription] = []
        var box = Envelope.empty
        for file in files {
            let path = relative(file, to: folder)
            guard LayerEntry.Format(ofFile: file) == .geoJSON else {
                // What they hold is known by their names; reading a whole map here would take its time for nothing.
                if access(file, R_OK) != 0 { throw unreadable(file) }
                layers.append(LayerDescription(file: path, shapes: [], count: nil, columns: []))
                continue
            }
            let info = try FileInfo(path: file)
            layers.append(describe(info, path: path))
            if let extent = try inDegrees(info) { box.include(extent) }
        }
        let crs =
            box.isEmpty
            ? nil
            : CoordinateReferenceSystem.suggestedMetricCode(
                minLongitude: box.minX, minLatitude: box.minY, maxLongitude: box.maxX, maxLatitude: box.maxY)
        return ProjectDraft(layers: layers, crs: crs, period: period, language: language).text
    }

    private static func unreadable(_ path: String) -> Failure {
        Failure(
            .unreadable,
            Diagnostic(.fileUnreadable, at: SourceLocation(file: path), ["reason": String(cString: strerror(errno))]))
    }

    private static func describe(_ info: FileInfo, path: String) -> LayerDescription {
        var shapes: Set<LayerDescription.Shape> = []
        for (kind, _) in info.kinds {
            switch kind {
            case "point", "multiPoint": shapes.insert(.points)
            case "lineString", "multiLineString": shapes.insert(.lines)
            case "polygon", "multiPolygon": shapes.insert(.polygons)
            default: break
            }
        }
        return LayerDescription(
            file: path, shapes: shapes, count: info.layer.count,
            columns: info.columns.map {
                LayerDescription.Column(
                    name: $0.name, values: $0.type == "integer" ? .wholeNumbers : .other, distinctCount: $0.distinct)
            })
    }

    /// The extent in degrees; nil for a file without positions, or in a system that has no way to degrees.
    private static func inDegrees(_ info: FileInfo) throws(Failure) -> Envelope? {
        guard let extent = info.extent else { return nil }
        guard let text = info.layer.crsText, let system = try? CoordinateReferenceSystem(text),
            !system.isGeographic
        else { return Envelope(minX: extent.minX, minY: extent.minY, maxX: extent.maxX, maxY: extent.maxY) }
        var box = Envelope.empty
        for (x, y) in [(extent.minX, extent.minY), (extent.maxX, extent.maxY)] {
            guard let place = MetricLayer.longitudeLatitude(x: x, y: y, in: system) else { return nil }
            box.include(x: place.longitude, y: place.latitude)
        }
        return box
    }

    /// A path as it stands in the project file: relative where the file lies in or below the folder.
    private static func relative(_ path: String, to folder: String) -> String {
        let file = URL(fileURLWithPath: path).standardizedFileURL.path
        let base = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL.path
        let prefix = base.hasSuffix("/") ? base : base + "/"
        return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
    }
}
