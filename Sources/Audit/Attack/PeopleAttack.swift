/// Writes down the counts of residents: town and quarters, groups and all, areas and their pieces, years.
struct PeopleAttack {
    /// The system.
    private(set) var system = CountSystem()

    private let known: KnownCounts
    private let gazetteer: Gazetteer
    private let hidden: HiddenCells

    /// A piece of an area in a quarter, as far as maps tell.
    struct Piece: Hashable {
        var area: Gazetteer.Area
        var quarter: String
    }

    /// - Parameters:
    ///   - pieces: for each period the pieces of areas, and whether two areas of a layer may overlap.
    ///   - readings: what other places tell; of hidden counts only what leaves enough open.
    init(
        _ known: KnownCounts, _ hidden: HiddenCells, _ gazetteer: Gazetteer, periods: [String],
        pieces: [String: AreaPieces], readings: [Reading], rows: [PublishedRow]
    ) {
        self.known = known
        self.hidden = hidden
        self.gazetteer = gazetteer
        for (key, range) in known.residents.sorted(by: { $0.key < $1.key }) {
            let number = system.number(known.names[key] ?? key, within: range)
            // A count that is printed rounded or noisy is not printed: it must not be worked out, either.
            if range != known.printed[key] { system.aim(.implied, at: number) }
        }
        for reading in readings
        where reading.cell.indicator == "residents" && known.residents[HiddenCells.key(reading.cell)] == nil {
            // What is printed in words or on maps is rounded; a hidden count is not taken from where it stands openly.
            if hidden[reading.cell] != nil, reading.range.width < 1 { continue }
            let half = reading.range.width == 0 && reading.range.lowerBound > 0 ? 0.5 : 0
            let number = system.number(reading.cell)
            let range = max(0, reading.range.lowerBound - half)...reading.range.upperBound + half
            let reach = known.reach(reading.cell.period)
            system.narrow(number, to: max(0, range.lowerBound - reach)...range.upperBound + reach)
        }
        for key in hidden.places.keys.sorted() where key.indicator == "residents" {
            let number = system.number(known.names[key] ?? key)
            system.aim(.hidden(atMost: known.zeroLeaves(key.period)), at: number)
        }
        for period in relateYears(rows, periods) {
            for group in gazetteer.groups {
                relateTown(period, group, isPublished: periods.contains(period))
                if group != gazetteer.all { relateGroup(period, group) }
            }
            if let pieces = pieces[period] { relate(pieces, period) }
        }
        relateShares()
    }

    private func cell(_ period: String, _ area: Gazetteer.Area, _ group: String, _ indicator: String = "residents")
        -> AuditCell
    {
        AuditCell(
            period: period, level: area.level, area: area.id, areaName: area.name, group: group, indicator: indicator)
    }

    private func isThere(_ cell: AuditCell) -> Bool { system.existing(cell) != nil }

    // MARK: town and quarters

    /// - Parameter isPublished: whether the period is one of a publication; else only differences tell of it.
    private mutating func relateTown(_ period: String, _ group: String, isPublished: Bool) {
        guard let town = gazetteer.town, let total = system.existing(cell(period, town, group)) else { return }
        let quarters = gazetteer.areas.filter { $0.level == "quarter" }
            // A quarter of another year is none of this.
            .filter { quarter in !isPublished || gazetteer.groups.contains { isThere(cell(period, quarter, $0)) } }
        guard quarters.contains(where: { isThere(cell(period, $0, group)) }) else { return }
        var parts: [Int] = []
        for quarter in quarters {
            let cell = cell(period, quarter, group)
            let isNew = !isThere(cell)
            let number = system.number(cell)
            // Figures that are left out are no secret by that alone, but small ones must not follow.
            if isNew { system.aim(.implied, at: number) }
            parts.append(number)
        }
        let nobody = AuditCell(
            period: period, level: "town", area: town.id, areaName: town.name, group: group,
            indicator: "outside_quarters")
        let outside = system.number(nobody, within: 0...outsideAtMost(period, town, quarters))
        system.aim(.implied, at: outside)
        system.sum(total, parts + [outside])
    }

    /// How many people live in the town and in no quarter: nobody, unless the counts of all residents say otherwise.
    private func outsideAtMost(_ period: String, _ town: Gazetteer.Area, _ quarters: [Gazetteer.Area]) -> Double {
        guard let all = known.residents[key(period, town)] else { return 0 }
        var (least, most) = (all.lowerBound, all.upperBound)
        for quarter in quarters {
            guard let people = known.residents[key(period, quarter)] else { return 0 }
            least -= people.upperBound
            most -= people.lowerBound
        }
        return least > 1e-9 ? max(0, most) : 0
    }

    private func key(_ period: String, _ area: Gazetteer.Area) -> AuditCell {
        HiddenCells.key(cell(period, area, gazetteer.all))
    }

    // MARK: groups

    /// Who is not in a group is a number, too.
    private mutating func relateGroup(_ period: String, _ group: String) {
        for area in gazetteer.areas {
            guard let part = system.existing(cell(period, area, group)),
                let all = system.existing(cell(period, area, gazetteer.all))
            else { continue }
            let rest = system.number(cell(period, area, group, "rest"))
            system.sum(all, [part, rest])
            system.aim(.implied, at: rest)
        }
    }

    /// The share of a group and the residents give the group.
    private mutating func relateShares() {
        for (key, share) in known.shares.sorted(by: { $0.key < $1.key }) where key.indicator == "group_share" {
            var part = key
            part.indicator = "residents"
            part.areaName = known.names[key]?.areaName ?? ""
            var base = part
            base.group = gazetteer.all
            guard let all = system.existing(base) else { continue }
            let isNew = !isThere(part)
            let number = system.number(part)
            if isNew { system.aim(.implied, at: number) }
            // Numerator and denominator of the printed counts, each off by so many.
            let off = known.reach(key.period) * (1 + share.upperBound)
            system.relate([(number, 1), (all, -share.lowerBound)], within: -off...Double.infinity)
            system.relate([(all, share.upperBound), (number, -1)], within: -off...Double.infinity)
        }
    }

    // MARK: areas

    private mutating func relate(_ pieces: AreaPieces, _ period: String) {
        var byArea: [Gazetteer.Area: [Int]] = [:]
        var byQuarter: [String: [String: [Int]]] = [:]
        for piece in pieces.pieces {
            guard let quarter = gazetteer.area(piece.quarter, levels: ["quarter"]) else { continue }
            let cell = Readings.piece(piece.area, in: quarter, group: gazetteer.all, period: period)
            let isNew = !isThere(cell)
            let number = system.number(cell)
            if isNew { system.aim(.implied, at: number) }
            byArea[piece.area, default: []].append(number)
            byQuarter[piece.area.level, default: [:]][quarter.id, default: []].append(number)
            guard let whole = system.existing(self.cell(period, quarter, gazetteer.all)) else { continue }
            var beside = cell
            beside.indicator = "beside"
            let rest = system.number(beside)
            system.sum(whole, [number, rest])
            system.aim(.implied, at: rest)
        }
        for (area, numbers) in byArea.sorted(by: { ($0.key.level, $0.key.id) < ($1.key.level, $1.key.id) }) {
            let cell = cell(period, area, gazetteer.all)
            guard let whole = system.existing(cell) else { continue }
            let beyond = system.number(
                self.cell(period, area, gazetteer.all, "outside_quarters"),
                within: 0...(pieces.isWhollyInQuarters(area) ? 0 : Double.infinity))
            system.aim(.implied, at: beyond)
            system.sum(whole, numbers + [beyond])
        }
        // What of a quarter lies in no area of a layer.
        for (level, quarters) in byQuarter.sorted(by: { $0.key < $1.key }) where !pieces.mayOverlap.contains(level) {
            for (id, numbers) in quarters.sorted(by: { $0.key < $1.key }) where numbers.count > 1 {
                guard let quarter = gazetteer.area(id, levels: ["quarter"]),
                    let whole = system.existing(cell(period, quarter, gazetteer.all))
                else { continue }
                var outside = cell(period, quarter, gazetteer.all, "outside")
                outside.category = level
                let rest = system.number(outside)
                system.sum(whole, numbers + [rest])
                system.aim(.implied, at: rest)
            }
        }
    }

    // MARK: years

    /// Indicators whose numbers are differences of residents: as small as they like.
    static let changes: Set<String> = [
        "residents_change", "residents_difference", "change_residents", "population_change", "residents_growth",
    ]

    /// Published differences between years; gives the periods, with those that only differences tell of.
    private mutating func relateYears(_ rows: [PublishedRow], _ periods: [String]) -> [String] {
        var told = Set(periods)
        for row in rows where PeopleAttack.changes.contains(row.cell.indicator) && !row.isHidden {
            guard let number = row.number, row.unit == "persons" else { continue }
            func named(_ names: [String]) -> String? {
                for part in row.cell.parameters.split(separator: ";") {
                    let sides = part.split(separator: "=", maxSplits: 1)
                    guard sides.count == 2, names.contains(String(sides[0])) else { continue }
                    // A year is the date in it that was published.
                    return periods.first { $0 == sides[1] || $0.hasPrefix(sides[1] + "-") } ?? String(sides[1])
                }
                return nil
            }
            let before = named(["from", "since", "base", "against", "before"])
            guard let before = before ?? periods.last(where: { $0 < row.cell.period }) else { continue }
            let after = named(["to", "until"]) ?? row.cell.period
            let (first, second) = (count(row.cell, after), count(row.cell, before))
            told.formUnion([after, before])
            let exact = row.status == "valid" && number == number.rounded()
            let half = (exact ? 0 : 0.5) + known.reach(row.cell.period)
            system.relate([(first, 1), (second, -1)], within: number - half...number + half)
        }
        return told.sorted()
    }

    /// The residents that a difference is of in a period; what nobody printed must not follow where it is small.
    private mutating func count(_ change: AuditCell, _ period: String) -> Int {
        var cell = change
        (cell.indicator, cell.parameters, cell.period) = ("residents", "", period)
        let isNew = !isThere(cell)
        let number = system.number(cell)
        if isNew { system.aim(.implied, at: number) }
        return number
    }
}
