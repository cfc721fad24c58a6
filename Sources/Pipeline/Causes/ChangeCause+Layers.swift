internal import Disclosure
internal import Project

extension ChangeCause {
    /// The cause that a layer speaks of.
    init(_ kind: LayerEntry.Kind) {
        switch kind {
        case .population, .quarterTable, .residentialLand, .buildings: self = .population
        case .places, .addresses, .offers, .roomSlots, .schoolHolidays, .participation: self = .places
        case .streets, .barriers, .heights, .stops: self = .network
        case .quarters, .focusAreas, .area: self = .boundaries
        }
    }
}
