/// Formulas of the catalogue over plain columns, for programs that measure them; nil where an index has no value.
package enum IndexKernels {
    /// The Gini coefficient of values, each of so many people.
    package static func gini(_ values: [Double], people: [Double]) -> Double? {
        WeightedValues(values, people: people)?.gini
    }

    /// Theil's T.
    package static func theil(_ values: [Double], people: [Double]) -> Double? {
        WeightedValues(values, people: people)?.theil
    }

    /// The index of dissimilarity of the members of a group.
    package static func dissimilarity(residents: [Double], members: [Double]) -> Double? {
        TwoGroupUnits(residents: residents, members: members)?.dissimilarity
    }

    /// The share of members among the people of a member's unit.
    package static func isolation(residents: [Double], members: [Double]) -> Double? {
        TwoGroupUnits(residents: residents, members: members)?.isolation
    }
}
