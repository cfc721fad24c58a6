/// What one place of a publication says about a count of persons.
struct Reading: Sendable {
    /// The count.
    var cell: AuditCell
    /// The values that the printed number leaves open.
    var range: ClosedRange<Double>
    /// The file.
    var file: String
    /// The line in the file.
    var line: Int?
    /// Where in the file: a column, an attribute, a kind of text.
    var place: String
}
