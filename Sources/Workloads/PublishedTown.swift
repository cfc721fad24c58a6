internal import Indicators
internal import Overlay
internal import Planar
internal import Town

/// A town made from a seed, with the residents of each quarter and group in several years, focus areas that are parts of two
/// quarters each, and those who reach a meeting place within three limits.
struct PublishedTown {
    /// For each year, for each quarter, the residents of each group, all first.
    private(set) var years: [[[Double]]] = []
    /// For each year, limit and quarter those of each group who reach a place.
    private(set) var reached: [[[[Double]]]] = []
    private static let limits = [5, 10, 15]
    private static let firstYear = 2_020

    init(quarters: Int, groups: Int, years count: Int) {
        var random = Sequence(state: 12)
        var people = (0..<quarters).map { _ -> [Double] in
            let all = random.next(in: 400...2_400)
            return [all]
                + (0..<groups).map { _ in
                    random.next(in: 0...9) < 6 ? random.next(in: 0...30) : random.next(in: 20...(all / 10))
                }
        }
        for _ in 0..<count {
            years.append(people)
            reached.append(
                people.map { quarter -> [[Double]] in
                    // Of each group a part, the farther the limit the more.
                    var least = quarter.map { _ in 0.0 }
                    return PublishedTown.limits.map { _ in
                        var within = zip(least, quarter).map { random.next(in: $0...$1) }
                        within[0] = max(within[0], within.dropFirst().reduce(0, +))
                        least = within
                        return within
                    }
                }.transposed)
            for quarter in people.indices {
                for group in people[quarter].indices {
                    people[quarter][group] = max(0, people[quarter][group] + random.next(in: -3...4))
                }
            }
        }
    }

    private var groupIDs: [String] { ["all"] + (1..<(years.first?.first?.count ?? 1)).map { "g\($0)" } }

    private func period(_ year: Int) -> Int { PublishedTown.firstYear + year }

    private func name(_ quarter: Int) -> String { "q\(quarter + 1)" }

    private static func square(_ x: Double, width: Double) throws -> Geometry {
        try Geometry(kind: .polygon, xs: [x, x + width, x + width, x, x], ys: [0, 0, 1, 1, 0], ringEnds: [5])
    }

    /// The focus areas: the first is a quarter of one quarter and half of the next, and so on.
    private func focusAreas(_ year: Int) throws -> (FocusAreaTable, AreaMembership, [OverlayPiece]) {
        let parts = stride(from: 0, to: years[year].count - 1, by: 8).map { [($0, 0.25), ($0 + 1, 0.5)] }
        var membership = AreaMembership()
        var pieces: [OverlayPiece] = []
        for (area, parts) in parts.enumerated() {
            membership.appendArea(origins: parts.map { Int32($0.0) }, weights: parts.map(\.1))
            for (quarter, weight) in parts {
                pieces.append(
                    OverlayPiece(
                        quarter: Int32(quarter), area: Int32(area),
                        geometry: try PublishedTown.square(Double(quarter), width: weight), squareMetres: weight,
                        shareOfQuarter: weight, shareOfArea: weight / 0.75,
                        residents: years[year][quarter].map { $0 * weight }, isEstimated: true))
            }
        }
        let names = parts.indices.map { "f\($0 + 1)" }
        let table = FocusAreaTable(
            areas: AreaTable(
                title: "", ids: names, names: names,
                geometries: try parts.map { try PublishedTown.square(Double($0[0].0), width: 1) }),
            grounds: parts.map { _ in
                .init(basis: .councilDecision, role: nil, date: nil, reason: nil, review: nil)
            })
        return (table, membership, pieces)
    }

    /// The town in a year.
    func study(_ year: Int) throws -> Study {
        let people = years[year]
        var membership = AreaMembership()
        for quarter in people.indices { membership.appendArea(origins: [Int32(quarter)], weights: [1]) }
        let (focus, focusMembership, pieces) = try focusAreas(year)
        let names = people.indices.map(name)
        return Study(
            townName: "town", municipalKey: nil, period: "\(period(year))", referenceSystem: "EPSG:25832",
            quarters: AreaTable(
                title: "", ids: names, names: names,
                geometries: try people.indices.map { try PublishedTown.square(Double($0), width: 1) }),
            focusAreas: focus, otherAreas: [], places: PlaceTable(),
            population: PopulationTable(
                xs: people.indices.map(Double.init), ys: people.map { _ in 0 },
                counts: groupIDs.indices.map { group in people.map { $0[group] } }, areCells: false),
            groups: groupIDs.map { PopulationGroup(id: $0, names: [:]) }, streets: [],
            quarterSeries: QuarterSeries(
                years: (0...year).map(period),
                counts: years.prefix(year + 1).map { people in
                    groupIDs.indices.map { group in people.map { $0[group] } }
                }),
            overlay: TownOverlay(
                placeAssignments: [], quarterMembership: membership, focusMembership: focusMembership,
                otherMemberships: [], focusPieces: pieces, otherPieces: [],
                placesByFocusArea: focus.areas.ids.map { _ in [] }, placesByOtherArea: [],
                residentsOutside: groupIDs.map { _ in 0 }))
    }

    /// The values of a year: residents, shares of groups and of those in reach, differences to the year before and the first.
    func table(_ year: Int) -> IndicatorTable {
        var table = IndicatorTable(allResidents: "all")
        let earlier = year == 0 ? [] : Set([0, year - 1]).sorted()
        func add(_ level: AreaLevel, _ area: String, _ people: (_ year: Int) -> [Double], _ within: [[Double]]) {
            let now = people(year)
            for (group, count) in now.enumerated() {
                func value(
                    _ indicator: String, _ value: Double?, _ unit: String, n: Double? = nil, category: String? = nil,
                    _ parameters: String = ""
                ) {
                    table.append(
                        IndicatorValue(
                            level: level, areaID: area, areaName: area, group: groupIDs[group], category: category,
                            indicator: indicator, parameters: parameters, methodVersion: 1, value: value, unit: unit,
                            status: value == nil ? .notApplicable : .valid, n: n))
                }
                value("residents", count, "persons")
                if group > 0 { value("group_share", now[0] > 0 ? count / now[0] : nil, "share", n: now[0]) }
                for before in earlier {
                    value(
                        "residents_change", count - people(before)[group], "persons",
                        "from=\(period(before));to=\(period(year))")
                }
                for (limit, reached) in zip(PublishedTown.limits, within) {
                    value(
                        "coverage_share", count > 0 ? reached[group] / count : nil, "share", n: count,
                        category: "meeting_places", "measure=walking;minutes=\(limit)")
                }
            }
        }
        func sum(_ rows: [[Double]]) -> [Double] { groupIDs.indices.map { group in rows.reduce(0) { $0 + $1[group] } } }
        add(.town, "town", { sum(years[$0]) }, reached[year].map(sum))
        for quarter in years[year].indices {
            add(.quarter, name(quarter), { years[$0][quarter] }, reached[year].map { $0[quarter] })
        }
        for (area, first) in stride(from: 0, to: years[year].count - 1, by: 8).enumerated() {
            let parts = zip(years[year][first], years[year][first + 1]).map { 0.25 * $0 + 0.5 * $1 }
            table.append(
                IndicatorValue(
                    level: .focusArea, areaID: "f\(area + 1)", areaName: "f\(area + 1)", group: "all", category: nil,
                    indicator: "residents", parameters: "", methodVersion: 1, value: parts.first, unit: "persons",
                    status: .estimated))
        }
        return table
    }

    /// Whole numbers by chance, the same on every machine: SplitMix64.
    private struct Sequence {
        var state: UInt64

        /// A whole number of a range.
        mutating func next(in range: ClosedRange<Double>) -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            let share = Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
            return range.lowerBound.rounded()
                + ((range.upperBound.rounded() - range.lowerBound.rounded() + 1) * share).rounded(.down)
        }
    }
}

extension [[[Double]]] {
    /// What stands by quarter and limit, by limit and quarter.
    fileprivate var transposed: [[[Double]]] {
        (first ?? []).indices.map { limit in map { $0[limit] } }
    }
}
