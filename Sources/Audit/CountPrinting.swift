internal import Formats

/// How a publication prints numbers of people: as they are, rounded to a base, or with noise. Its `run.json` says so; what
/// it says is what an outsider reckons with.
struct CountPrinting: Sendable, Hashable {
    /// The greatest difference between a printed and a true whole count, persons; 0 where counts are exact.
    private(set) var reach = 0.0
    /// The base of which printed counts are multiples; nil where they are not.
    private(set) var base: Double?

    /// Counts are printed as they are.
    static let exact = CountPrinting()

    private init() {}

    /// The printing that a `run.json` names; a method without sound numbers is none.
    init(run: JSONValue) {
        let named = run["disclosure"]
        switch named?["method"]?.string {
        case "rounding":
            guard let base = named?["base"]?.double, (2...1_000).contains(base) else { return }
            let multiples = max(1, min(2, named?["reach"]?.double ?? 1))
            // A multiple stays; all others are less than so many bases away.
            (self.base, reach) = (base, base * multiples - 1)
        case "cell_key":
            guard let maximum = named?["maximum"]?.double, (1...100).contains(maximum) else { return }
            reach = maximum
        default: break
        }
    }

    /// Whether a printed count stands for others as well: one that is no multiple of the base was not rounded.
    func isOpen(_ number: Double) -> Bool {
        guard reach > 0 else { return false }
        return base.map { number.truncatingRemainder(dividingBy: $0) == 0 } ?? true
    }

    /// The true counts that are printed so, of whole counts or of estimates that may have any decimals.
    func counts(_ range: ClosedRange<Double>, areWhole: Bool) -> ClosedRange<Double> {
        guard isOpen(range.lowerBound) || range.width > 0 && reach > 0 else { return range }
        let most = reach + (areWhole ? 0 : base == nil ? 0.5 : 1)
        // Zero stays zero, so what is not printed as zero is somebody.
        let least = areWhole && range.lowerBound > 0 ? 1.0 : 0
        return max(least, range.lowerBound - most)...range.upperBound + most
    }
}
