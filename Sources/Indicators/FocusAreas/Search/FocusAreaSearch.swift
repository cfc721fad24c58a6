internal import Town

/// The search for quarters where a group's share is high together with that of the neighbours, looked at in every way in
/// which it could come out otherwise.
struct FocusAreaSearch: Sendable {
    /// The numbers a project may choose.
    static let parameters = [
        IndicatorParameter(name: "draws", defaults: [99], range: 0...999),
        IndicatorParameter(name: "least_kept", defaults: [0.9], range: 0.5...1),
        IndicatorParameter(name: "metres", defaults: [500], range: 100...5_000),
        IndicatorParameter(name: "permutations", defaults: [9_999], range: 99...999_999),
        IndicatorParameter(name: "rate", defaults: [0.05], range: 0.001...0.5),
        IndicatorParameter(name: "seed", defaults: [1], range: 0...1_000_000_000),
    ]

    /// Drawing for a unit in a draw of the noise ends at so many sums that are at least as large: its p-value is then known
    /// well enough.
    private static let enough = 50

    let town: FocusTown
    /// The search without a draw.
    let search: FocusSearch
    /// How often the counts are drawn.
    let draws: Int
    /// The share of draws in which a quarter has to keep its class.
    let leastKept: Double
    /// The numbers in canonical form.
    let parametersText: String

    /// Nil without people or quarters.
    init?(_ context: IndicatorContext, _ descriptor: IndicatorDescriptor) {
        func number(_ name: String) -> Double { context.number(name, of: descriptor) }
        guard let town = FocusTown(context, side: number("metres")) else { return nil }
        self.town = town
        search = FocusSearch(context, descriptor)
        draws = Int(exactly: number("draws").rounded()) ?? 0
        leastKept = number("least_kept")
        parametersText = context.numbersText(FocusAreaSearch.parameters.map(\.name), of: descriptor)
    }

    /// What is left of the finding for each quarter; nil for quarters without people.
    func findings(group: Int) -> [ComparedFinding?] {
        let (people, cases) = (town.population.counts[0], town.population.counts[group])
        let plain = search.units(town.quarterUnits(people: people, cases: cases))
        let squares =
            town.isSpreadFromQuarters(group: group) || town.isMixedInSquares(group: group)
            ? nil : search.units(town.squareUnits(people: people, cases: cases))
        let without = withoutAccommodation(group: group, people: people, cases: cases)
        let kept = keptShares(plain.map { $0?.finding }, group: group)
        return plain.indices.map { quarter in
            guard let unit = plain[quarter] else { return nil }
            // Where counts have no upper bound there is nothing to compare.
            guard town.isBounded(quarter: quarter, group: group) else {
                return ComparedFinding(plain: .cannotTell(.dependsOnNoise))
            }
            return ComparedFinding(
                plain: unit.finding,
                otherZoning: squares.flatMap { town.finding(ofQuarter: quarter, from: $0, people: people) },
                withoutAccommodation: without?[quarter]?.finding.isFound, kept: kept[quarter])
        }
    }

    /// The search without the residents of shared accommodation, who are taken out of all residents and, as far as it has
    /// so many, out of the group; nil where none is marked, and for the group of these residents itself.
    private func withoutAccommodation(group: Int, people: [Double], cases: [Double]) -> [FocusSearch.Unit?]? {
        guard let index = town.accommodation, index != group else { return nil }
        let marked = town.population.counts[index]
        return search.units(
            town.quarterUnits(
                people: zip(people, marked).map { max(0, $0 - $1) },
                cases: zip(cases, marked).map { max(0, $0 - $1) }))
    }

    /// How often each quarter keeps its class in draws of the counts.
    private func keptShares(_ plain: [FocusSearch.Finding?], group: Int) -> [Double?] {
        let source = town.draws(group: group)
        if source.isExact || draws == 0 { return plain.map { _ in nil } }
        var quick = search
        quick.permutation.mostAtLeast = FocusAreaSearch.enough
        let classes = (0..<draws).map { draw in
            let counts = source.counts(draw: draw, seed: search.permutation.seed)
            return quick.units(town.quarterUnits(people: counts[0], cases: counts[1])).map { $0?.finding }
        }
        return ComparedFinding.kept(plain, in: classes)
    }
}

extension FocusSearch {
    /// The search with the numbers of an indicator.
    init(_ context: IndicatorContext, _ descriptor: IndicatorDescriptor) {
        self.init(
            rate: context.number("rate", of: descriptor), permutation: ConditionalPermutation(context, descriptor))
    }
}

extension ConditionalPermutation {
    /// Drawing with the numbers of an indicator.
    init(_ context: IndicatorContext, _ descriptor: IndicatorDescriptor) {
        self.init(
            permutations: Int(exactly: context.number("permutations", of: descriptor).rounded()) ?? 9_999,
            seed: UInt64(exactly: context.number("seed", of: descriptor).rounded()) ?? 1)
    }
}

extension IndicatorContext {
    /// Numbers of an indicator as the canonical parameters spell them: `permutations=9999;seed=1`.
    func numbersText(_ names: [String], of descriptor: IndicatorDescriptor) -> String {
        names.map { "\($0)=\(plainNumber(number($0, of: descriptor)))" }.joined(separator: ";")
    }
}
