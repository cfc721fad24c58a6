internal import Indicators
internal import Town

/// The values of the table as they are printed where counts are rounded or noisy: what is a number of people or follows
/// from such numbers is computed from printed counts.
struct PrintedFigures {
    private let units: PublicUnits
    private let printed: PrintedPeople
    private let noise: CountNoise
    private let catalogue: [String: IndicatorDescriptor]
    private let groups: [String: Int]
    private let released: Released

    init(
        _ study: Study, _ units: PublicUnits, _ printed: PrintedPeople, _ noise: CountNoise, released: Released
    ) {
        self.released = released
        self.units = units
        self.printed = printed
        self.noise = noise
        catalogue = Dictionary(
            IndicatorCatalogue.all.map { ($0.descriptor.id, $0.descriptor) }, uniquingKeysWith: { first, _ in first })
        groups = Dictionary(
            study.groups.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// A value as it is printed: with no bounds where these would tell of the true count.
    func value(_ value: IndicatorValue) -> IndicatorValue {
        guard let name = value.group, value.status != .noData else { return value.rounded(isWithBounds: true) }
        guard let group = groups[name], let unit = units.unit(value.level, value.areaID) else {
            guard value.unit == "persons" else { return value.rounded(isWithBounds: true) }
            return value.printed(value.value.map { noise.printed($0, identity: identity(value)) })
        }
        let counting = catalogue[value.indicator]?.counting ?? .nothing
        let people = printed.count(unit, group)
        switch counting {
        case .residents: return value.printed(value.value == nil ? nil : people, n: people)
        case .quotientOfResidents, .quotientToTown: return quotient(value, unit, group)
        case .changeOfResidents:
            return value.printed(people.flatMap { PrintedFigures.change(value, printed: $0, released) })
        default: break
        }
        let others = value.parameters.split(separator: ";").compactMap { part in
            part.firstIndex(of: "=").flatMap { groups[String(part[part.index(after: $0)...])] }
        }
        // A figure of nobody makes no sense, and where nobody is printed there is nobody.
        if ([group] + others).contains(where: { printed.count(unit, $0) == 0 }) { return value.ofNobody }
        let residents = units.units[unit].residents[checked: group] ?? 0
        let isOfAll = value.n.map { abs($0 - residents) <= DisclosureRules.nobody * max(1, residents) } ?? false
        switch counting {
        case .shareOfResidents, .following:
            return share(value, of: people, residents, isOfAll: isOfAll)
        default:
            var result = value.rounded(isWithBounds: true)
            result.n = isOfAll ? people : nil
            guard let people, residents > 0 else { return result }
            // Sums over people grow with the printed number, what is there for each of them falls with it.
            switch value.unit {
            case "persons": return value.printed(value.value.map { noise.printed($0, identity: identity(value)) })
            case "person_years": return value.printed(value.value.map { $0 / residents * people }, n: result.n)
            case "per_1000": return value.printed(value.value.map { $0 * residents / people }, n: result.n)
            default: return result
            }
        }
    }

    /// The difference between a printed number of now and the one that was printed of an earlier year; nil where none was,
    /// or where the figure does not end with the year that is published.
    static func change(_ value: IndicatorValue, printed: Double, _ released: Released) -> Double? {
        guard let years = YearPair(parameters: value.parameters), years.to == YearPair.year(released.period) else {
            return nil
        }
        let then = IndicatorTable.Key(
            level: value.level, areaID: value.areaID, indicator: PeopleCells.indicator, group: value.group)
        return released.value(then, year: years.from)?.value.map { printed - $0 }
    }

    /// A share of the residents, or a quotient of such shares.
    private func quotient(_ value: IndicatorValue, _ unit: Int, _ group: Int) -> IndicatorValue {
        guard value.value != nil, let part = printed.count(unit, group), let all = printed.count(unit, 0), all > 0
        else {
            return value.ofNobody
        }
        guard value.unit != "share" else { return value.printed(part / all, n: all) }
        guard let town = units.town, let townPart = printed.count(town, group), let townAll = printed.count(town, 0),
            townPart > 0, townAll > 0
        else { return value.ofNobody }
        return value.printed((part / all) / (townPart / townAll), n: all)
    }

    /// A printed number of people divided by the printed number of those whom the share is of.
    private func share(
        _ value: IndicatorValue, of people: Double?, _ residents: Double, isOfAll: Bool
    ) -> IndicatorValue {
        guard let share = value.value, let n = value.n, let people else { return value.printed(nil) }
        var base = identity(value)
        // Whoever is asked about, by whichever indicator, is the same number of people.
        base[0] = "asked"
        base[4] = ""
        let asked = isOfAll ? people : min(people, noise.printed(n, identity: base))
        guard asked > 0 else { return value.ofNobody }
        // All of them are all of them: noise of its own would tell by and by how many that is.
        guard share < 1 - 1e-9 else { return value.printed(1, n: isOfAll ? people : nil) }
        let count = noise.printed(
            share * n, identity: identity(value), limit: PrintedFigures.limit(value.parameters).limit)
        return value.printed(min(1, count / asked), n: isOfAll ? people : nil)
    }

    /// What names the cell of a value: not the year, nor the limit within which something is in reach.
    private func identity(_ value: IndicatorValue) -> [String] {
        [
            value.indicator, value.level.rawValue, value.areaID, value.group ?? "", value.category ?? "",
            PrintedFigures.limit(value.parameters).others,
        ]
    }

    /// The parameter that says within which time or way, and the others.
    private static func limit(_ parameters: String) -> (limit: String, others: String) {
        let parts = parameters.split(separator: ";")
        func isLimit(_ part: Substring) -> Bool { part.hasPrefix("minutes=") || part.hasPrefix("metres=") }
        return (
            parts.filter(isLimit).joined(separator: ";"), parts.filter { !isLimit($0) }.joined(separator: ";")
        )
    }
}

extension IndicatorTable {
    /// The table as it is published where counts are rounded or noisy.
    func published(_ hidden: HiddenValues, _ figures: PrintedFigures) -> IndicatorTable {
        var result = IndicatorTable(allResidents: allResidents)
        for (row, value) in values.enumerated() {
            result.append(hidden.rows[row] == nil ? figures.value(value) : value.suppressed)
        }
        return result
    }
}

extension IndicatorValue {
    /// The value with a number computed from printed counts, without what would tell of the true ones.
    fileprivate func printed(_ number: Double?, n: Double? = nil) -> IndicatorValue {
        var result = self
        result.value = number
        (result.lower, result.upper, result.band, result.unrecorded) = (nil, nil, nil, nil)
        result.n = n
        return result.rounded(isWithBounds: false)
    }

    /// The value as it is of an area or group that nobody belongs to.
    fileprivate var ofNobody: IndicatorValue {
        var result = printed(nil)
        (result.status, result.reason) = (.notApplicable, nil)
        return result
    }
}
