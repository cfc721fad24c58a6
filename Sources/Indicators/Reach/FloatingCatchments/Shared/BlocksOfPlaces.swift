/// The pairs of a town are what the formulas walk through.
extension PlacePairs: CostPairs {}

extension PlacePairs.Block: CostBlock {}
