internal import Indicators
internal import Town

/// What the rules say of each value of the table before anything is linked.
struct FigurePlan {
    /// A share of residents.
    struct Shape {
        let unit: Int
        let group: Int
        /// The residents that it is a share of; nil where the value has none.
        let residents: Double?
        /// Whether people live there of whom the share says nothing.
        let isUnknown: Bool
    }

    let rules: DisclosureRules
    let units: PublicUnits
    /// Whether bounds come from what is not recorded, so that they are numbers of people; else noise makes them.
    let boundsAreCounts: Bool
    private let released: Released
    /// The shares of residents by row.
    private(set) var shapes: [Int: Shape] = [:]

    init(
        _ table: IndicatorTable, _ study: Study, _ units: PublicUnits, _ rules: DisclosureRules, released: Released
    ) {
        self.rules = rules
        self.units = units
        self.released = released
        boundsAreCounts = study.population?.isExact ?? false
        var groups: [String: Int] = [:]
        for (number, group) in study.groups.enumerated() { groups[group.id] = number }
        let shares = Set(
            IndicatorCatalogue.all.map(\.descriptor).filter { $0.counting == .shareOfResidents }.map(\.id))
        for (row, value) in table.values.enumerated() where shares.contains(value.indicator) {
            guard let unit = units.unit(value.level, value.areaID), let group = value.group.flatMap({ groups[$0] })
            else { continue }
            let isThere = value.value != nil && value.n != nil
            let isNobody = value.status == .notApplicable || value.status == .notConnected
            shapes[row] = Shape(
                unit: unit, group: group, residents: isThere ? value.n : nil, isUnknown: !isThere && !isNobody)
        }
    }

    /// Why a share of residents is hidden by itself: few who do, few who do not, few altogether.
    func reason(_ count: Double, of residents: Double, _ shape: Shape, _ value: IndicatorValue) -> HidingReason? {
        let unit = units.units[shape.unit]
        if rules.isSmall(count) || rules.isSmall(residents - count) { return .smallCount }
        if shape.group > 0, rules.hidesGroups(ofUnitWith: unit.residents.first ?? 0) { return .fewResidents }
        if rules.isSmallDenominator(residents) { return .smallDenominator }
        return wasHidden(value) ? .hiddenBefore : nil
    }

    /// What hiding a share costs: figures of the town tell more people something than those of a quarter, figures of all
    /// residents more than those of a group.
    func loss(_ shape: Shape) -> Double {
        (units.units[shape.unit].level == .town ? 20 : 1) * (shape.group == 0 ? 4 : 1)
    }

    /// Whether a value was hidden in what is already out.
    func wasHidden(_ value: IndicatorValue) -> Bool { released.hides(value.key) }

    /// Whether a value is already out.
    func isOut(_ value: IndicatorValue) -> Bool {
        value.value.map { released.shows($0, value.key, unit: value.unit) } ?? false
    }
}
