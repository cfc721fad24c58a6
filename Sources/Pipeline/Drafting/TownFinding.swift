internal import Features
internal import OpenStreetMap
internal import Planar
internal import Project
internal import Wording

/// Finds the name of the town that files are about: by the house numbers of a map, a column of a table, the boundary in a
/// map, or the names of the files.
enum TownFinding {
    /// The town; nil where nothing names one.
    ///
    /// - Parameter box: Where the quarters lie, in degrees; house numbers elsewhere belong to neighbours.
    static func town(in described: [DescribedFile], box: Envelope?) -> TownGuess? {
        guard
            var town = byAddresses(described, box) ?? byColumn(described) ?? byBoundary(described) ?? byNames(described)
        else { return nil }
        let municipality = described.lazy.compactMap { $0.map?.municipality(named: town.name) }.first
        if let municipality, municipality.name == town.name, let key = municipality.key,
            let valid = try? MunicipalKey(key), !valid.isRegional
        {
            town.municipalKey = "\(valid)"
        }
        return town
    }

    private static func byAddresses(_ described: [DescribedFile], _ box: Envelope?) -> TownGuess? {
        for file in described {
            guard let counts = file.map?.towns(in: box), let (name, count) = mostFrequent(counts) else { continue }
            return TownGuess(name: name, basis: .addresses, arguments: arguments(file, count, of: counts))
        }
        return nil
    }

    /// The column that says the same in more than half of its rows, over all tables the one with most such rows.
    private static func byColumn(_ described: [DescribedFile]) -> TownGuess? {
        var best: (guess: TownGuess, count: Int)?
        for file in described {
            guard let rows = file.rows, file.map == nil, let column = column(of: rows) else { continue }
            var counts: [String: Int] = [:]
            for row in 0..<column.count {
                if let text = column.string(at: row)?.trimmed, !text.isEmpty { counts[text, default: 0] += 1 }
            }
            guard let (name, count) = mostFrequent(counts), 2 * count > counts.values.reduce(0, +), count > 1,
                name.contains(where: \.isLetter), count > best?.count ?? 0
            else { continue }
            var arguments = arguments(file, count, of: counts)
            arguments["column"] = column.name
            best = (TownGuess(name: name, basis: .column, arguments: arguments), count)
        }
        return best?.guess
    }

    /// The column of towns; `Ort` is one beside a postcode, elsewhere it may be any place.
    private static func column(of rows: Layer) -> Column? {
        func named(_ names: [String]) -> Column? { rows.columns.first { names.contains(Folding.key($0.name)) } }
        if let column = named(["addrcity", "city", "gemeinde", "gemeindename", "stadt", "kommune"]) { return column }
        return named(["plz", "postleitzahl", "postcode", "addrpostcode"]) == nil ? nil : named(["ort", "ortsname"])
    }

    private static func byBoundary(_ described: [DescribedFile]) -> TownGuess? {
        for file in described {
            guard let municipality = file.map?.municipality(named: nil) else { continue }
            return TownGuess(name: municipality.name, basis: .boundary, arguments: ["file": file.layer.file])
        }
        return nil
    }

    private static func byNames(_ described: [DescribedFile]) -> TownGuess? {
        TownGuess.name(inFileNames: described.map(\.layer)).map { TownGuess(name: $0, basis: .fileNames) }
    }

    /// The most frequent name, of several the first by its letters.
    private static func mostFrequent(_ counts: [String: Int]) -> (name: String, count: Int)? {
        counts.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    private static func arguments(_ file: DescribedFile, _ count: Int, of counts: [String: Int]) -> [String: String] {
        ["file": file.layer.file, "count": "\(count)", "total": "\(counts.values.reduce(0, +))"]
    }
}
