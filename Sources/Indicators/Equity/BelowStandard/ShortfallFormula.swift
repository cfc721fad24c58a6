internal import Glibc

/// How far people are from a standard z that a town set itself, in 0…1: 0 for whoever has what the standard asks for. The
/// mean over all people of a power of it is the measure of Foster, Greer and Thorbecke:
///
///     FGT_α = Σ p·s^α over those with s > 0
///
/// α = 0 is the share of people below the standard, α = 1 what is missing on average, α = 2 the same with more weight for
/// those who miss most. J. Foster, J. Greer and E. Thorbecke 1984, Econometrica 52(3):761–766.
enum Shortfall {
    /// What is missing of a standard that asks for at least z: (z − x)/z where x < z.
    static func below(_ standard: Double, of value: Double) -> Double {
        value < standard ? (standard - value) / standard : 0
    }

    /// What is too much of a cost of which the standard allows at most z: the part of the way that lies beyond it,
    /// (c − z)/c where c > z, and 1 where there is no way at all (c = ∞). This is ``below(_:of:)`` of the closeness 1/c,
    /// of which the standard asks for 1/z, so that one formula serves what should be much and what should be little.
    static func beyond(_ standard: Double, of cost: Double) -> Double {
        if cost == .infinity { return 1 }
        return cost > standard ? (cost - standard) / cost : 0
    }

    /// s^α for s > 0, else 0: with α = 0 whether anything is missing.
    static func power(_ shortfall: Double, _ alpha: Double) -> Double {
        shortfall > 0 ? pow(shortfall, alpha) : 0
    }
}
