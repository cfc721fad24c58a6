extension Array {
    /// The element, or nil where the index is out of range.
    package subscript(checked index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }

    /// The elements at these indexes, those out of range left out.
    package func taking(_ indexes: [Int]) -> [Element] {
        indexes.compactMap { self[checked: $0] }
    }
}

extension PlaceTable {
    /// The category of a place, or nil where its index points nowhere.
    package func category(ofPlace place: Int) -> Category? {
        categoryIndexes[checked: place].flatMap { categories[checked: Int($0)] }
    }
}
