extension WeightedValues {
    /// The Palma ratio: what the highest tenth of people by a rank variable has on average, in relation to the lowest
    /// four tenths. 1 where both have the same.
    ///
    ///     Palma = mean x of the highest 10 % / mean x of the lowest 40 %
    ///
    /// The unit in which a border falls counts on both sides with its parts. Nil where the lowest have nothing. J. G. Palma
    /// 2011, Development and Change 42(1):87–153.
    ///
    /// - Parameter ranks: the rank variable of each unit, the poorest first.
    func palma(rankedBy ranks: [Double]) -> Double? {
        guard values.allSatisfy({ $0 >= 0 }), let ranked = RankedPeople(self, by: ranks),
            let poorest = ranked.mean(0...0.4), let richest = ranked.mean(0.9...1), poorest > 0
        else { return nil }
        return richest / poorest
    }
}
