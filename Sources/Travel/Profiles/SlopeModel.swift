internal import Glibc

/// How a slope changes the time for a metre: a factor that is 1 on flat ground.
///
/// A slope is rise by run in the direction of travel, so 0.06 is 6 per cent uphill. Slopes beyond ``steepest`` count as
/// ``steepest``: heights are not exact, and what is steeper is mostly a step in the heights, not in the street.
public enum SlopeModel: String, Sendable, Hashable, CaseIterable {
    /// Slopes change nothing.
    case flat
    /// Tobler's hiking function (W. Tobler, Three Presentations on Geographical Analysis and Modeling, NCGIA Technical
    /// Report 93-1, 1993): speed ∝ exp(−3.5·|s + 0.05|), divided by its value on flat ground. Fastest at 5 per cent
    /// downhill, where a metre takes 0.84 times as long; 10 per cent uphill takes 1.42 times as long.
    case tobler
    /// Bicycles: speed falls by 6.7 per cent of the flat speed for each per cent uphill and rises by 4 per cent for each
    /// per cent downhill, up to 3 per cent (J. Parkin, J. Rotheram, Design speeds and acceleration characteristics of
    /// bicycle traffic, Transport Policy 17, 2010: −1.44 and +0.86 of 21.6 km/h), but never below a quarter of it: then
    /// one walks.
    case bicycle
    /// Wheelchairs, a starting value: twice the time at 6 per cent uphill, one and a half times at 6 per cent downhill
    /// (one brakes), linear.
    case wheelchair

    /// The steepest slope that is believed, 40 per cent.
    public static let steepest = 0.4

    /// What the time for a metre is multiplied with. More than 0 for every slope; 1 where the slope is unknown (nan).
    public func factor(slope: Double) -> Double {
        // Most streets tell nothing of slopes; 0 is the value that all models have 1 at.
        guard !slope.isNaN, slope != 0 else { return 1 }
        let slope = min(max(slope, -SlopeModel.steepest), SlopeModel.steepest)
        switch self {
        case .flat: return 1
        case .tobler: return exp(3.5 * ((slope + 0.05).magnitude - 0.05))
        case .bicycle:
            let speed = slope > 0 ? max(0.25, 1 - 6.7 * slope) : 1 + 4 * min(-slope, 0.03)
            return 1 / speed
        case .wheelchair: return slope > 0 ? 1 + slope / 0.06 : 1 - slope / 0.12
        }
    }
}
