import Features
import Foundation
import GeoPackage
import TestSupport

import Formats

/// Looks in published files for the true numbers of hidden figures: cell by cell, where the row, the page and the heads say
/// that the number is of the same area and group. Reads the files anew, with nothing of the audit.
struct HiddenNumbers {
    /// The number of a place: which area and group it is of, and where it stands.
    struct Printed {
        var area: String
        var group: String
        var number: Double
        /// Whether it is in per cent.
        var isPercent = false
        var place: String
    }

    /// A hidden figure whose true number stands somewhere.
    struct Leak: CustomStringConvertible {
        var row: [String: String]
        var printed: Printed

        var description: String {
            "\(printed.place): \(printed.number) of \(printed.area), \(printed.group) is "
                + ["indicator", "category", "parameters"].compactMap { row[$0] }.joined(separator: " ")
        }
    }

    /// The rows that are hidden, each with its true number.
    private(set) var hidden: [String: [(row: [String: String], truth: Double)]] = [:]
    /// What is shown of an area and group: a number that is one of these is no leak.
    private var shown: [String: [Double]] = [:]
    /// Names and ids of areas, each with the id; labels and ids of groups, each with the id.
    private(set) var areas: [(name: String, id: String)] = []
    private let groups: [(name: String, id: String)]

    /// - Parameters:
    ///   - labels: what texts call the groups, by id.
    init(public: IndicatorRows, inside: IndicatorRows, labels: [(name: String, id: String)]) {
        func key(_ row: [String: String]) -> String {
            ["level", "area_id", "group", "category", "indicator", "parameters"].map { row[$0] ?? "" }
                .joined(separator: "|")
        }
        // The longest name first, since one may be part of another.
        groups = labels.sorted { $0.name.count > $1.name.count }
        var truths: [String: Double] = [:]
        for row in inside.rows { truths[key(row)] = row["value"].flatMap(Double.init) }
        var names: [String: String] = [:]
        for row in `public`.rows {
            guard let area = row["area_id"], let group = row["group"] else { continue }
            if let name = row["area_name"] { names[name] = area }
            let context = area + "|" + group
            if row["status"] == "suppressed" {
                guard let truth = truths[key(row)], ["persons", "share"].contains(row["unit"]) else { continue }
                hidden[context, default: []].append((row, truth))
            } else if let value = row["value"].flatMap(Double.init) {
                shown[context, default: []].append(value)
            }
        }
        areas = names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.map { ($0.key, $0.value) }
    }

    /// The hidden figures whose number is printed and is not also that of a shown figure of the same area and group.
    func leaks(_ printed: [Printed]) -> [Leak] {
        printed.flatMap { number -> [Leak] in
            let context = number.area + "|" + number.group
            guard let secrets = hidden[context], !(shown[context] ?? []).contains(where: { same(number, $0, "") })
            else { return [] }
            return secrets.filter { same(number, $0.truth, $0.row["unit"] ?? "") }.map {
                Leak(row: $0.row, printed: number)
            }
        }
    }

    /// Whether a printed number is a true one, as persons, shares and per cent are printed.
    private func same(_ printed: Printed, _ truth: Double, _ unit: String) -> Bool {
        // Nobody and all of them are no secret by the number alone, and stand everywhere.
        if truth == 0 || truth == 1 && unit != "persons" { return false }
        if printed.isPercent {
            return unit != "persons"
                && [1.0, 10].contains { abs((truth * 100 * $0).rounded() / $0 - printed.number) < 1e-9 }
        }
        return unit != "share" && truth.rounded() == printed.number
            || unit != "persons" && abs((truth * 1_000).rounded() / 1_000 - printed.number) < 1e-9
    }

    // MARK: files

    /// The area that a text names, wholly.
    private func area(_ text: String?) -> String? {
        areas.first { $0.name == text || $0.id == text }?.id
    }

    /// The numbers of records that belong to areas: maps and tables with a column for each figure.
    func records(_ layer: Layer, file: String) -> [Printed] {
        let ids = ["area_id", "quarter_id", "id"].compactMap { layer.column(named: $0) }
        return (0..<layer.count).flatMap { row -> [Printed] in
            guard let area = ids.lazy.compactMap({ area($0.string(at: row)) }).first else { return [] }
            return layer.columns.compactMap { column in
                guard !column.name.hasSuffix("_status"), column.name != "fid", let number = column.double(at: row)
                else {
                    return nil
                }
                let group = groups.first { column.name.hasSuffix("_" + $0.id) || column.name.contains("_\($0.id)_") }?
                    .id
                return Printed(
                    area: area, group: group ?? "all", number: number, place: "\(file) \(column.name) \(row)")
            }
        }
    }
}
