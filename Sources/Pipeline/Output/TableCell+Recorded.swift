internal import Formats

extension TableCell {
    /// A text; empty where nothing is recorded.
    static func recorded(_ text: String?) -> TableCell { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty }
}
