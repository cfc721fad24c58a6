internal import Parallel

/// Destinations at nodes of a network, and the supply there that people compete for.
public struct NodeSupply: Sendable {
    /// The nodes with destinations, ascending, each once.
    let nodes: [Int32]
    /// The supply at each of them, 0 or more.
    let amounts: [Double]
    /// The number of destinations at each of them.
    let numbers: [Int32]

    /// Adds up the supply of each node, a destination a row; both columns must be equally long, and the nodes be among the
    /// first `nodeCount`. Supply that is not above 0 is none.
    public init(nodes: [Int32], amounts: [Double], nodeCount: Int) throws(ReachQueryError) {
        guard nodes.count == amounts.count else { throw .columnsOfDifferentLength }
        guard nodes.allSatisfy({ $0 >= 0 && Int($0) < nodeCount }) else { throw .unknownNode }
        var ownNodes: [Int32] = []
        var ownAmounts: [Double] = []
        var numbers: [Int32] = []
        for index in nodes.indices.sorted(by: { (nodes[$0], $0) < (nodes[$1], $1) }) {
            if ownNodes.last != nodes[index] {
                ownNodes.append(nodes[index])
                ownAmounts.append(0)
                numbers.append(0)
            }
            if amounts[index] > 0 { ownAmounts[ownAmounts.count - 1] += amounts[index] }
            numbers[numbers.count - 1] += 1
        }
        (self.nodes, self.amounts, self.numbers) = (ownNodes, ownAmounts, numbers)
    }
}

/// A step of a decay: up to a cost, the cost included, a weight.
public struct CostStep: Sendable, Hashable {
    /// The cost up to which the step goes.
    public var cost: Int32
    /// The weight within it, above 0.
    public var weight: Double

    /// Makes a step.
    public init(cost: Int32, weight: Double) {
        self.cost = cost
        self.weight = weight
    }
}

/// The access of each node of a network to a supply that all compete for.
public struct NodeCatchments: Sendable {
    /// Σ_j R_j·w of each node: supply per head.
    public internal(set) var access: [Double]
    /// The number of destinations in whose catchment each node lies, those without supply included.
    public internal(set) var destinationCounts: [Int32]
    /// The pairs of a node with supply and a node in its catchment.
    public internal(set) var pairCount: Int
    /// The supply in whose catchment nobody lives.
    public internal(set) var withoutDemand: Double
}

extension ArcList {
    /// The enhanced two-step floating catchment on nodes (Luo & Qi 2009): each node with supply divides it by the
    /// weighted people in its catchment, R_j = S_j / Σ_k P_k·w_kj, and each node adds up what it draws, A_k = Σ_j R_j·w_kj.
    ///
    /// Both steps are done while a search's nodes are at hand, so there is one bounded search for each node with supply,
    /// and no table of pairs.
    ///
    /// - Parameters:
    ///   - supplies: what is competed for, each by itself.
    ///   - people: the people at each node, as many as there are nodes.
    ///   - steps: the decay, ascending by cost; beyond the last step lies nobody.
    public func catchments(
        of supplies: [NodeSupply], people: [Double], steps: [CostStep], progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> [NodeCatchments] {
        let nodeCount = starts.count - 1
        guard people.count == nodeCount, let limit = steps.last?.cost else {
            return supplies.map {
                NodeCatchments(
                    access: [Double](repeating: 0, count: nodeCount),
                    destinationCounts: [Int32](repeating: 0, count: nodeCount), pairCount: 0,
                    withoutDemand: $0.amounts.reduce(0, +))
            }
        }
        // Each part has a column of its own; they are added in order, so that sums do not depend on the cores.
        let parts = ArcList.partsOfSupply
        var found = try parallelMap(supplies.count * parts) { (task: Int) throws(SearchCancelled) -> NodeCatchments in
            try progress.check()
            let supply = supplies[task / parts]
            let count = supply.nodes.count
            let part = task % parts
            let result = catchments(
                of: supply, count * part / parts..<count * (part + 1) / parts, people, steps, limit: limit)
            progress.report(task + 1, of: supplies.count * parts)
            return result
        }
        return supplies.indices.map { supply in
            // Taken out, so that columns are added to where they lie, and freed one after the other.
            var sum = NodeCatchments(access: [], destinationCounts: [], pairCount: 0, withoutDemand: 0)
            swap(&sum, &found[supply * parts])
            for part in (supply * parts + 1)..<((supply + 1) * parts) {
                var other = NodeCatchments(access: [], destinationCounts: [], pairCount: 0, withoutDemand: 0)
                swap(&other, &found[part])
                for node in sum.access.indices {
                    sum.access[node] += other.access[node]
                    sum.destinationCounts[node] += other.destinationCounts[node]
                }
                sum.pairCount += other.pairCount
                sum.withoutDemand += other.withoutDemand
            }
            return sum
        }
    }

    /// Into how many parts the nodes with supply are cut: a column of all nodes each.
    private static let partsOfSupply = 2

    private func catchments(
        of supply: NodeSupply, _ range: Range<Int>, _ people: [Double], _ steps: [CostStep], limit: Int32
    ) -> NodeCatchments {
        let seeds = Seeds(nodes: supply.nodes)
        var access = [Double](repeating: 0, count: people.count)
        var counts = [Int32](repeating: 0, count: people.count)
        var (pairCount, withoutDemand) = (0, 0.0)
        var search = BallSearch(nodeCount: people.count, limit: limit)
        var ball: [(node: Int32, step: Int32)] = []
        var stepPeople = [Double](repeating: 0, count: steps.count)
        withPointers { arcs in
            for position in range {
                ball.removeAll(keepingCapacity: true)
                for step in stepPeople.indices { stepPeople[step] = 0 }
                let number = supply.numbers[position]
                search.forEachNode(of: seeds, position: position, arcs) { node, cost in
                    var step = 0
                    while cost > steps[step].cost { step += 1 }
                    stepPeople[step] += people[Int(node)]
                    counts[Int(node)] += number
                    ball.append((node, Int32(truncatingIfNeeded: step)))
                }
                guard supply.amounts[position] > 0 else { continue }
                pairCount += ball.count
                var demand = 0.0
                for step in steps.indices { demand += stepPeople[step] * steps[step].weight }
                let ratio = supply.amounts[position] / demand
                guard demand > 0, ratio.isFinite else {
                    withoutDemand += supply.amounts[position]
                    continue
                }
                // From here on the people of a step stand for what each of them draws.
                for step in steps.indices { stepPeople[step] = ratio * steps[step].weight }
                for (node, step) in ball { access[Int(node)] += stepPeople[Int(step)] }
            }
        }
        return NodeCatchments(
            access: access, destinationCounts: counts, pairCount: pairCount, withoutDemand: withoutDemand)
    }
}
