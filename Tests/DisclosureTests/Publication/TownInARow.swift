import Disclosure
import Indicators
import Overlay
import Planar
import Town

/// A town of quarters in a row, each with its people at one point; groups are `all`, then `g1`, `g2`, …
struct TownInARow {
    /// For each quarter the people of each group, all first.
    var quarters: [[Double]]
    /// Focus areas: for each the quarters' points that it holds, with the share of each.
    var focusAreas: [[(quarter: Int, weight: Double)]] = []
    /// For each quarter the people of each group who reach a place, if shares are told.
    var reached: [[Double]]?
    /// The quarters in earlier years, as the tables of the town give them.
    var earlier: [Int: [[Double]]] = [:]
    var internalGroups: Set<Int> = []
    var period = "2024"

    static let parameters = "measure=walking;minutes=10"

    var groups: [PopulationGroup] {
        (0..<(quarters.first?.count ?? 1)).map {
            PopulationGroup(
                id: $0 == 0 ? "all" : "g\($0)", names: [:], isInternal: internalGroups.contains($0))
        }
    }

    private func square(_ x: Double, width: Double = 1) throws -> Geometry {
        let end = x + max(width, 1e-4)
        return try Geometry(kind: .polygon, xs: [x, end, end, x, x], ys: [0, 0, 1, 1, 0], ringEnds: [5])
    }

    private func table(_ prefix: String, _ count: Int) throws -> AreaTable {
        AreaTable(
            title: prefix, ids: (0..<count).map { "\(prefix)\($0 + 1)" },
            names: (0..<count).map { "\(prefix)\($0 + 1)" },
            geometries: try (0..<count).map { try square(Double($0)) })
    }

    func study() throws -> Study {
        var membership = AreaMembership()
        for quarter in quarters.indices { membership.appendArea(origins: [Int32(quarter)], weights: [1]) }
        var focus = AreaMembership()
        var pieces: [OverlayPiece] = []
        // Side by side in each quarter as far as they find room.
        var taken: [Int: Double] = [:]
        for (area, parts) in focusAreas.enumerated() {
            focus.appendArea(origins: parts.map { Int32($0.quarter) }, weights: parts.map(\.weight))
            for part in parts {
                let start = taken[part.quarter, default: 0] + part.weight > 1 + 1e-9 ? 0 : taken[part.quarter] ?? 0
                taken[part.quarter] = start + part.weight
                pieces.append(
                    OverlayPiece(
                        quarter: Int32(part.quarter), area: Int32(area),
                        geometry: try square(Double(part.quarter) + start, width: part.weight),
                        squareMetres: part.weight, shareOfQuarter: part.weight,
                        shareOfArea: part.weight / parts.reduce(0) { $0 + $1.weight },
                        residents: quarters[part.quarter].map { $0 * part.weight }, isEstimated: part.weight < 1))
            }
        }
        return Study(
            townName: "T", municipalKey: nil, period: period, referenceSystem: "EPSG:25832",
            quarters: try table("q", quarters.count),
            focusAreas: focusAreas.isEmpty
                ? nil
                : FocusAreaTable(
                    areas: try table("f", focusAreas.count),
                    grounds: focusAreas.map { _ in
                        .init(basis: .councilDecision, role: nil, date: nil, reason: nil, review: nil)
                    }), otherAreas: [], places: PlaceTable(),
            population: PopulationTable(
                xs: quarters.indices.map { Double($0) }, ys: quarters.map { _ in 0 },
                counts: groups.indices.map { group in quarters.map { $0[group] } }, areCells: false), groups: groups,
            streets: [], quarterSeries: series,
            overlay: TownOverlay(
                placeAssignments: [], quarterMembership: membership, focusMembership: focus, otherMemberships: [],
                focusPieces: pieces, otherPieces: [], placesByFocusArea: focusAreas.map { _ in [] },
                placesByOtherArea: [], residentsOutside: groups.map { _ in 0 }))
    }

    private var series: QuarterSeries? {
        guard let now = Int(period), !earlier.isEmpty else { return nil }
        let years = earlier.merging([now: quarters]) { $1 }
        return QuarterSeries(
            years: years.keys.sorted(),
            counts: years.keys.sorted().map { year in
                groups.indices.map { group in (years[year] ?? []).map { $0[group] } }
            })
    }

    /// The differences to the year before and to the first, as the catalogue would write them.
    private func changes(_ level: AreaLevel, _ id: String, _ now: [Double], then: (Int) -> [Double]) -> [IndicatorValue]
    {
        let years = earlier.keys.sorted()
        return Set([years.last, years.first].compactMap(\.self)).sorted().flatMap { year in
            groups.indices.map { group in
                IndicatorValue(
                    level: level, areaID: id, areaName: id, group: groups[group].id, category: nil,
                    indicator: "residents_change", parameters: "from=\(year);to=\(period)", methodVersion: 1,
                    value: now[group] - then(year)[group], unit: "persons", status: .valid)
            }
        }
    }

    /// Residents, shares of groups and, if told, shares with a place in reach, as the catalogue would write them.
    func table() throws -> IndicatorTable {
        var table = IndicatorTable(allResidents: "all")
        func add(_ level: AreaLevel, _ id: String, _ people: [Double], _ reached: [Double]?) {
            for (group, count) in people.enumerated() {
                func value(_ indicator: String, _ value: Double?, _ unit: String, n: Double?, _ parameters: String = "")
                {
                    table.append(
                        IndicatorValue(
                            level: level, areaID: id, areaName: id, group: groups[group].id,
                            category: parameters.isEmpty ? nil : "everyday_places", indicator: indicator,
                            parameters: parameters, methodVersion: 1, value: value, unit: unit,
                            status: value == nil ? .notApplicable : .valid, n: n))
                }
                value("residents", count, "persons", n: nil)
                if group > 0 { value("group_share", people[0] > 0 ? count / people[0] : nil, "share", n: people[0]) }
                if let reached {
                    value(
                        "coverage_share", count > 0 ? reached[group] / count : nil, "share", n: count,
                        TownInARow.parameters)
                }
            }
        }
        func sum(_ rows: [[Double]]) -> [Double] { groups.indices.map { group in rows.reduce(0) { $0 + $1[group] } } }
        add(.town, "town", sum(quarters), reached.map(sum))
        for value in changes(.town, "town", sum(quarters), then: { sum(earlier[$0] ?? []) }) { table.append(value) }
        for (quarter, people) in quarters.enumerated() {
            let id = "q\(quarter + 1)"
            add(.quarter, id, people, reached?[quarter])
            for value in changes(.quarter, id, people, then: { earlier[$0]?[quarter] ?? [] }) { table.append(value) }
        }
        for (area, parts) in focusAreas.enumerated() {
            add(
                .focusArea, "f\(area + 1)", sum(parts.map { part in quarters[part.quarter].map { $0 * part.weight } }),
                nil)
        }
        return table
    }

    func publication(
        rules: DisclosureRules = DisclosureRules(), released: [ReleasedValue] = []
    ) throws -> Publication {
        try .public(study: study(), table: table(), rules: rules, released: released, confirmed: true)
    }
}

extension Publication {
    func value(_ indicator: String, _ area: String, _ group: String) -> IndicatorValue? {
        indicators.values.first { $0.indicator == indicator && $0.areaID == area && $0.group == group }
    }

    /// The residents of a group in the quarters, nil where they are hidden.
    func residents(_ group: String, quarters: Int) -> [Double?] {
        (0..<quarters).map { value("residents", "q\($0 + 1)", group)?.value }
    }
}
