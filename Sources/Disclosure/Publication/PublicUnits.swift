internal import Indicators
internal import Town

/// The areas that the public edition tells of, with the residents of each group.
struct PublicUnits {
    /// An area.
    struct Unit {
        let level: AreaLevel
        let id: String
        /// The residents of each group, in the order of the study's.
        let residents: [Double]
        /// The quarters that the area is made of, if of whole quarters; empty for quarters.
        let wholeQuarters: [Int]
        /// The quarter that it lies in wholly, as far as people are concerned; nil where there is none.
        let insideQuarter: Int?
        /// The people at each of its origins, by group.
        let origins: [(origin: Int, weight: Double)]

        /// Whether figures of single groups may be told of it.
        var showsGroups: Bool { level == .town || level == .quarter }
    }

    /// The town, its quarters, the focus areas, the other areas.
    let units: [Unit]
    /// The index of each quarter among the units, in the order of the layer.
    let quarters: [Int]
    /// The index of the town.
    let town: Int?
    private let index: [Key: Int]

    private struct Key: Hashable {
        let level: AreaLevel
        let id: String
    }

    /// - Parameter study: the study with all groups, and without the areas that are never public.
    init(_ study: Study) {
        let areas = AnalysisArea.all(of: study)
        let counts = study.population?.counts ?? []
        let quarters = areas.indices.filter { areas[$0].level == .quarter }
        var quartersOfOrigin: [Int32: [(quarter: Int, weight: Double)]] = [:]
        for quarter in quarters {
            for (origin, weight) in zip(areas[quarter].origins, areas[quarter].weights) {
                quartersOfOrigin[origin, default: []].append((quarter, weight))
            }
        }
        let all = counts.first ?? []
        units = areas.map { area in
            let residents = counts.map { area.residents($0) }
            let touched =
                area.level == .quarter || area.level == .town
                ? [] : PublicUnits.quarters(of: area, all, quartersOfOrigin)
            let people = touched.reduce(0) { $0 + areas[$1].residents(all) }
            let own = residents.first ?? 0
            let isWhole = !touched.isEmpty && abs(people - own) <= DisclosureRules.nobody * max(1, own)
            return Unit(
                level: area.level, id: area.id, residents: residents,
                wholeQuarters: area.level == .town ? quarters : isWhole ? touched : [],
                insideQuarter: touched.count == 1 ? touched[0] : nil,
                origins: zip(area.origins, area.weights).map { (Int($0), $1) })
        }
        self.quarters = quarters
        town = areas.firstIndex { $0.level == .town }
        var index: [Key: Int] = [:]
        for (number, unit) in units.enumerated() { index[Key(level: unit.level, id: unit.id)] = number }
        self.index = index
    }

    /// The unit of a level and id.
    func unit(_ level: AreaLevel, _ id: String) -> Int? { index[Key(level: level, id: id)] }

    /// The quarters that people of an area live in; empty where some of them live in no quarter.
    private static func quarters(
        of area: AnalysisArea, _ counts: [Double], _ quartersOfOrigin: [Int32: [(quarter: Int, weight: Double)]]
    ) -> [Int] {
        var touched: Set<Int> = []
        for (origin, weight) in zip(area.origins, area.weights) where (counts[checked: Int(origin)] ?? 0) * weight > 0 {
            guard let quarters = quartersOfOrigin[origin] else { return [] }
            touched.formUnion(quarters.map(\.quarter))
        }
        return touched.sorted()
    }
}
