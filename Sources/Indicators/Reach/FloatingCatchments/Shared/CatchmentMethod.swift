/// How people share places, and places people: the members of the family of floating catchment areas.
///
/// All of them go the same two ways. Each place divides its supply S by the demand on it, R_j = S_j / D_j with
/// D_j = Σ_i P_i·pull_ij, and each origin adds up what reaches it, A_i = Σ_j R_j·draw_ij. They differ in pull and draw:
///
/// | method | attraction a | pull | draw |
/// | --- | --- | --- | --- |
/// | two-step (with any weight w) | – | w | w |
/// | three-step | w | a/Σ_j a · w | a/Σ_j a · w |
/// | modified two-step | – | w | w² |
/// | balanced | w | a/Σ_j a | w/Σ_i w |
/// | modified Huff three-step | S·w | a/Σ_j a | a/Σ_j a · w |
/// | Huff load | S·w | a/Σ_j a | a/Σ_j a, of D_j/S_j |
enum CatchmentMethod: Sendable, Hashable, CaseIterable {
    /// Luo & Wang 2003; with graded weights Luo & Qi 2009.
    case twoStep
    /// Wan, Zou & Sternberg 2012: demand is shared among the places by their weights before it is counted.
    case threeStep
    /// Delamater 2013: the distance discounts supply as well as demand, so that supply is lost on the way.
    case modified
    /// Paez, Higgins & Vivona 2019: each person is counted once, each place divided once.
    case balanced
    /// Jörg, Lenz, Wetz & Widmer 2019: demand is shared by Huff's model, the distance discounts absolutely.
    case huffThreeStep
    /// Huff 1963: how many people come upon each seat of the places that one would choose.
    case huffLoad

    /// Whether an origin's demand is divided among the places in its reach.
    var sharesDemand: Bool { self != .twoStep && self != .modified }
    /// Whether what a place gives is divided by the weights of all inhabited origins.
    var sharesSupply: Bool { self == .balanced }

    /// By what the places in reach of an origin are compared.
    func attraction(weight: Double, supply: Double) -> Double {
        switch self {
        case .huffThreeStep, .huffLoad: supply * weight
        case .twoStep, .threeStep, .modified, .balanced: weight
        }
    }

    /// What part of an origin's demand falls on a place.
    ///
    /// - Parameter share: the place's attraction by that of all places in reach of the origin.
    func pull(weight: Double, share: Double) -> Double {
        switch self {
        case .twoStep, .modified: weight
        case .threeStep: share * weight
        case .balanced, .huffThreeStep, .huffLoad: share
        }
    }

    /// What part of a place's ratio an origin draws.
    ///
    /// - Parameter weightSum: Σ_i w of the place.
    func draw(weight: Double, share: Double, weightSum: Double) -> Double {
        switch self {
        case .twoStep: weight
        case .threeStep, .huffThreeStep: share * weight
        case .modified: weight * weight
        case .balanced: weightSum > 0 ? weight / weightSum : 0
        case .huffLoad: share
        }
    }

    /// The ratio of a place; 0 where nobody asks for it, never infinite.
    func ratio(supply: Double, demand: Double) -> Double {
        let ratio = self == .huffLoad ? demand / supply : supply / demand
        return demand > 0 && ratio.isFinite ? ratio : 0
    }
}
