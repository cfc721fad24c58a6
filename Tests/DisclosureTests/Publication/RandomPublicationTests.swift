import Disclosure
import Indicators
import Testing

/// Random towns: what an outsider can work out of the published numbers of one group, by hand and not by the solver.
@Suite struct RandomPublicationTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }
    }

    @Test(arguments: 0..<50) func noHiddenNumberIsNarrow(_ seed: Int) throws {
        var random = Generator(state: UInt64(seed))
        let count = Int.random(in: 2...9, using: &random)
        let quarters = (0..<count).map { _ -> [Double] in
            let all = Double(
                Int.random(in: 0...3, using: &random) == 0
                    ? Int.random(in: 0...40, using: &random)
                    : Int.random(in: 300...2_000, using: &random))
            return [all] + (0..<3).map { _ in Double(Int.random(in: 0...Int(all / 20), using: &random)) }
        }
        let open = try TownInARow(quarters: quarters).publication()
        let record = try #require(open.protection)
        let everybody = open.residents("all", quarters: count)
        for group in 0..<4 {
            let id = group == 0 ? "all" : "g\(group)"
            let shown = open.residents(id, quarters: count)
            for (quarter, number) in shown.enumerated() {
                if let number { #expect(number == quarters[quarter][group] && (number == 0 || number >= 5)) }
            }
            guard let town = open.value("residents", "town", id)?.value else { continue }
            let left = town - shown.compactMap { $0 }.reduce(0, +)
            let hidden = shown.indices.filter { shown[$0] == nil }
            func most(_ quarter: Int) -> Double { group == 0 ? .infinity : everybody[quarter] ?? .infinity }
            for quarter in hidden where record.unprotectedCount == 0 {
                let others = hidden.filter { $0 != quarter }.reduce(0) { $0 + most($1) }
                let interval = max(0, left - others)...min(most(quarter), left)
                #expect(interval.contains(quarters[quarter][group]))
                #expect(interval.upperBound - interval.lowerBound >= 5, "seed \(seed), \(id), q\(quarter + 1)")
            }
        }
    }
}
