internal import Town

/// With whom the residents of each area could be at places, and with whom they live: for each question, sum of places, group
/// g and each group h that they could meet
///
///     x_gh = Σ_i w·P_ig·Σ_j p_ij·(N_jh/N_j) / Σ_i w·P_ig,   i the origins with a place in reach
///
/// which for a whole town is Σ_j (N_jg/N_g)·(N_jh/N_j); and over the same people Σ w·P_ig·s_ih / Σ w·P_ig, s_ih the share
/// of h at home: at the origin itself, or in its quarter.
struct ExposureSums: Sendable {
    /// What counts as home.
    enum Home: String, Sendable, CaseIterable {
        /// The quarter that people live in.
        case quarter
        /// The cell or point that people are counted at.
        case origin
    }

    /// What is known of a group in an area.
    struct Exposure: Sendable {
        /// The members with a place in reach.
        var members: Double
        /// The share of the others at places.
        var places: Double
        /// The share of the others at home: the quarter, the origin.
        var quarter: Double
        var origin: Double

        /// The share at home.
        func home(_ home: Home) -> Double { home == .quarter ? quarter : origin }
        /// What places add to home.
        func gain(_ home: Home) -> Double { places - self.home(home) }
    }

    /// Who could meet whom.
    let people: EncounterPeople
    /// Which places people choose among.
    let choice: PlaceChoice
    /// Who would come to each place.
    let visitors: PlaceVisitors
    private let layout: ExposureLayout
    /// For each area, and behind them for everybody, the sums in the order of the layout.
    private let rows: [[Double]]

    /// With whom a group of an area could be; nil where nobody of it has a place in reach.
    func exposure(area: Int, question: Int = 0, sum: Int, group: Int, other: Int) -> Exposure? {
        layout.exposure(rows[area], question, sum, group, other)
    }

    /// The same for everybody, wherever they live.
    func exposureOfEverybody(sum: Int, group: Int, other: Int) -> Exposure? {
        exposure(area: rows.count - 1, sum: sum, group: group, other: other)
    }

    init(
        _ context: IndicatorContext, _ pairs: PlacePairs, _ population: PopulationTable,
        _ questions: [VisitorQuestion]
    ) {
        let people = EncounterPeople(population)
        let choice = PlaceChoice(context, questions)
        let visitors = PlaceVisitors(context, pairs, people, choice)
        let layout = ExposureLayout(questions: choice.questions.count, groups: people.counts.count)
        let membership = AreasOfOrigins(context.areas, originCount: people.counts[0].count)
        let homes = HomeShares(context, people, membership)
        let others = 1..<max(people.counts.count, 1)
        let parts = pairs.map { block -> BlockSums in
            var sums = BlockSums(layout: layout, areaCount: context.areas.count + 1)
            var walk = PlaceChoice.Walk(choice)
            var met = [Double](repeating: 0, count: people.counts.count)
            for origin in block.origins where people.counts[0][origin] > 0 {
                // Everybody is a further area, so each origin is in one at least.
                let homes = (membership.areas(of: origin) + [(context.areas.count, 1.0)]).map { area, weight in
                    Dwelling(
                        row: sums.row(ofArea: area), weight: weight,
                        quarter: people.counts.indices.map { homes.quarter($0, area: area, origin) })
                }
                walk.forEachChoice(of: origin, in: block) { question, sum, places, shares in
                    let all = shares.reduce(0, +)
                    for other in others {
                        var mean = 0.0
                        for (place, share) in zip(places, shares) {
                            mean += share * visitors.share(question, sum: sum, group: other, place: place)
                        }
                        met[other] = mean / all
                    }
                    for group in people.counts.indices where people.counts[group][origin] > 0 {
                        let start = layout.start(question, sum, group)
                        for home in homes {
                            let members = people.counts[group][origin] * home.weight
                            let position = home.row + start
                            sums.numbers[position] += members
                            for other in others {
                                let next = position + 1 + 3 * (other - 1)
                                sums.numbers[next] += members * met[other]
                                sums.numbers[next + 1] += members * home.quarter[other]
                                sums.numbers[next + 2] += members * (people.share(other, origin) ?? 0)
                            }
                        }
                    }
                }
            }
            return sums
        }
        var rows = [[Double]](
            repeating: [Double](repeating: 0, count: layout.count), count: context.areas.count + 1)
        for part in parts {
            for (area, row) in part.rows.enumerated() where row >= 0 {
                for index in 0..<layout.count { rows[area][index] += part.numbers[row + index] }
            }
        }
        self.rows = rows
        self.layout = layout
        self.people = people
        self.choice = choice
        self.visitors = visitors
    }
}

/// The areas of an origin while it is looked at.
private struct Dwelling {
    /// Where the sums of the area begin.
    var row: Int
    /// The share of the origin that lies in the area.
    var weight: Double
    /// For each group its share in the quarter.
    var quarter: [Double]
}

/// The sums of the areas that a block of origins lies in.
private struct BlockSums: Sendable {
    private let layout: ExposureLayout
    /// Where the sums of each area begin; -1 for areas without an origin in the block.
    private(set) var rows: [Int]
    var numbers: [Double] = []

    init(layout: ExposureLayout, areaCount: Int) {
        self.layout = layout
        rows = [Int](repeating: -1, count: areaCount)
    }

    mutating func row(ofArea area: Int) -> Int {
        if rows[area] < 0 {
            rows[area] = numbers.count
            numbers.append(contentsOf: repeatElement(0, count: layout.count))
        }
        return rows[area]
    }
}

/// Where the sums of an area stand.
struct ExposureLayout: Sendable {
    let questions: Int
    let groups: Int
    /// For each group the members, and for each group that they could meet three sums.
    private var width: Int { 1 + 3 * max(groups - 1, 0) }

    /// The number of sums of an area.
    var count: Int { questions * PlaceChoice.sumCount * groups * width }

    func start(_ question: Int, _ sum: Int, _ group: Int) -> Int {
        ((question * PlaceChoice.sumCount + sum) * groups + group) * width
    }

    func exposure(
        _ sums: [Double], _ question: Int, _ sum: Int, _ group: Int, _ other: Int
    ) -> ExposureSums.Exposure? {
        let start = start(question, sum, group)
        let members = sums[start]
        guard members > 0, other > 0 else { return nil }
        let position = start + 1 + 3 * (other - 1)
        // Means of shares; what rounding adds is cut off.
        func mean(_ offset: Int) -> Double { min(1, max(0, sums[position + offset] / members)) }
        return ExposureSums.Exposure(members: members, places: mean(0), quarter: mean(1), origin: mean(2))
    }
}

/// For each origin the areas that it lies in.
struct AreasOfOrigins: Sendable {
    private let ends: [Int]
    private let entries: [(area: Int, weight: Double)]

    init(_ areas: [AnalysisArea], originCount: Int) {
        var counts = [Int](repeating: 0, count: originCount + 1)
        for area in areas { for origin in area.origins { counts[Int(origin) + 1] += 1 } }
        for origin in 0..<originCount { counts[origin + 1] += counts[origin] }
        var next = counts
        var entries = [(area: Int, weight: Double)](repeating: (0, 0), count: counts[originCount])
        for (index, area) in areas.enumerated() {
            for (origin, weight) in zip(area.origins, area.weights) {
                entries[next[Int(origin)]] = (index, weight)
                next[Int(origin)] += 1
            }
        }
        ends = counts
        self.entries = entries
    }

    /// The areas of an origin, ascending, with the share of it that lies in each.
    func areas(of origin: Int) -> ArraySlice<(area: Int, weight: Double)> {
        entries[ends[origin]..<ends[origin + 1]]
    }
}

/// The shares of groups in the quarters that people live in.
struct HomeShares: Sendable {
    /// For each area that is a quarter the shares of the groups.
    private var shares: [Int: [Double]] = [:]
    private let membership: AreasOfOrigins
    private let people: EncounterPeople

    init(_ context: IndicatorContext, _ people: EncounterPeople, _ membership: AreasOfOrigins) {
        self.people = people
        self.membership = membership
        for (index, area) in context.areas.enumerated() where area.level == .quarter {
            let all = area.residents(people.counts[0])
            shares[index] = people.counts.map { all > 0 ? area.residents($0) / all : 0 }
        }
    }

    /// The share of a group in the quarter that people of an origin live in. In the row of a quarter it is this quarter;
    /// elsewhere the mean over the quarters that a cut cell lies in. Where no quarter lies it is the origin itself.
    func quarter(_ group: Int, area: Int, _ origin: Int) -> Double {
        if let own = shares[area] { return own[group] }
        var (sum, all) = (0.0, 0.0)
        for (area, weight) in membership.areas(of: origin) {
            guard let share = shares[area] else { continue }
            sum += weight * share[group]
            all += weight
        }
        return all > 0 ? sum / all : people.share(group, origin) ?? 0
    }
}
