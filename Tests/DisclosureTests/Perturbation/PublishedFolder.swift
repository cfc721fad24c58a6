import Disclosure
import Formats
import Foundation
import Indicators
import Overlay
import Planar
import TestSupport
import Town

/// A publication as a folder that an outsider can read: the table of indicators and the record of the run.
struct PublishedFolder {
    let publication: Publication

    var table: String {
        let columns = [
            "period", "level", "area_id", "area_name", "group", "category", "indicator", "parameters", "method_version",
            "value", "unit", "status", "lower", "upper", "n", "band_lower", "band_upper", "not_recorded", "reason",
        ]
        func text(_ number: Double?) -> String { number.map { self.text($0) } ?? "" }
        let rows = publication.indicators.values.map { value in
            [
                publication.study.period, value.level.rawValue, value.areaID, value.areaName, value.group ?? "",
                value.category ?? "", value.indicator, value.parameters, "1", text(value.value), value.unit,
                value.status.rawValue, text(value.lower), text(value.upper), text(value.n),
                text(value.band?.lowerBound),
                text(value.band?.upperBound), text(value.unrecorded), "",
            ].joined(separator: ",")
        }
        return ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    var record: String {
        guard let protection = publication.protection else { return "{}" }
        let rules = protection.rules
        var members: [JSONValue.Member] = [
            .init("method", .string(rules.method.name.rawValue)), .init("minimum_count", .number(rules.minimumCount)),
            .init("protection", .number(rules.protection)),
            .init("group_share_residents", .number(rules.groupShareResidents)),
            .init("reach", .integer(max(1, protection.roundingReach))),
        ]
        members += rules.method.publicParameters.map { .init($0.key, .number($0.number)) }
        let run: JSONValue = [
            "format": "quartier-run/1", "town": "T", "period": .string(publication.study.period),
            "disclosure": .object(members),
        ]
        return run.text(.indented)
    }

    /// The pieces of focus areas as the map shows them; nil where there are none.
    var overlay: String? {
        guard let areas = publication.study.focusAreas?.areas else { return nil }
        let (quarters, overlay) = (publication.study.quarters, publication.study.overlay)
        let features = overlay.focusPieces.map { piece in
            let (quarter, area) = (Int(piece.quarter), Int(piece.area))
            let ring = zip(piece.geometry.xs, piece.geometry.ys).map { "[\($0),\($1)]" }.joined(separator: ",")
            return """
                {"type":"Feature","properties":{"layer":"focus_area","quarter_id":"\(quarters.ids[quarter])",\
                "quarter_name":"\(quarters.names[quarter])","area_id":"\(areas.ids[area])",\
                "area_name":"\(areas.names[area])","share_of_quarter":\(piece.shareOfQuarter),\
                "share_of_area":\(piece.shareOfArea),"residents_all":\(piece.residents.first.map { text($0) } ?? "null"),\
                "residents_status":"\(piece.isSuppressed ? "suppressed" : "estimated")"},\
                "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
                """
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}"
    }

    private func text(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    /// Writes all into a folder of a name and gives its path.
    func write(_ name: String, in scratch: Scratch) throws -> String {
        let folder = scratch.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(table.utf8).write(to: folder.appending(path: "indicators.csv"))
        try Data(record.utf8).write(to: folder.appending(path: "run.json"))
        if let overlay { try Data(overlay.utf8).write(to: folder.appending(path: "overlay.geojson")) }
        return folder.path()
    }
}
