internal import Formats
internal import Indicators
internal import Overlay
internal import Planar

/// W7: how the share of foreign residents differs between quarters, and how alike neighbours are: Gini and Theil with equal
/// weights, dissimilarity, isolation, queen neighbours, Moran's index and local Moran with 999 permutations each.
enum NeighbourWorkload {
    private static let permutations = 999
    private static let seed: UInt64 = 1

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters").geometries
        let addresses = try region.points("addresses")
        recorder.endPhase("load")

        let columns = AssignmentWorkload.columns
        var table = [Int64](repeating: 0, count: quarters.count * columns)
        try AssignmentWorkload.countResidents(addresses, in: quarters, PolygonLocator(quarters), &table)
        let people = quarters.indices.map { Double(table[$0 * columns + 1]) }
        let foreign = quarters.indices.map { Double(table[$0 * columns + 2]) }
        let shares = zip(people, foreign).map { $1 / max($0, 1) }
        recorder.endPhase("join")

        let contiguity = Contiguity(queen: quarters)
        recorder.record("neighbours", .integer(contiguity.neighbours.count))
        recorder.record("islands", .integer(contiguity.islands.count))
        recorder.endPhase("queen")

        let ones = [Double](repeating: 1, count: shares.count)
        recorder.record("gini", number(IndexKernels.gini(shares, people: ones)))
        recorder.record("theil", number(IndexKernels.theil(shares, people: ones)))
        recorder.endPhase("Gini, Theil")

        recorder.record("D", number(IndexKernels.dissimilarity(residents: people, members: foreign)))
        recorder.record("iso", number(IndexKernels.isolation(residents: people, members: foreign)))
        recorder.endPhase("D, isolation")

        let weights = SpatialWeights(contiguity, .rowStandardised)
        let keys = quarters.indices.map { UInt64($0) }
        let global = GlobalPermutation(permutations: permutations, seed: seed).test(shares, weights, keys: keys)
        recorder.record("I", number(global?.observed))
        recorder.endPhase("Moran")

        let local = LocalMoran.values(shares, weights) ?? []
        let tails = ConditionalPermutation(permutations: permutations, seed: seed).tails(shares, weights, keys: keys)
        // PySAL's local index divides by the variance with n − 1.
        let count = Double(quarters.count)
        recorder.record("lisa_sum", .number(local.reduce(0) { $0 + ($1 ?? 0) } * (count - 1) / count))
        // Every unit with neighbours was compared; what chances came out is a matter of the generator.
        recorder.record("compared", .integer(tails.count { $0?.total ?? 0 > 0 }))
        recorder.endPhase("local Moran")
    }

    private static func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
}
