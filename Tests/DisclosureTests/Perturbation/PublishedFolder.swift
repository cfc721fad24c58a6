import Disclosure
import Formats
import Foundation
import Indicators
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
        func text(_ number: Double?) -> String {
            guard let number else { return "" }
            return number == number.rounded() ? String(Int(number)) : String(number)
        }
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

    /// Writes both into a folder of a name and gives its path.
    func write(_ name: String, in scratch: Scratch) throws -> String {
        let folder = scratch.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(table.utf8).write(to: folder.appending(path: "indicators.csv"))
        try Data(record.utf8).write(to: folder.appending(path: "run.json"))
        return folder.path()
    }
}
