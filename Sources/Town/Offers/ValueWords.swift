internal import Wording

/// The words by which tables name the values of a closed list, in German and English; compared without regard to
/// case, umlauts, accents and separators.
struct ValueWords<Value: Hashable & Sendable>: Sendable {
    private let values: [String: Value]
    /// The first German and the first English word of each value, for messages.
    private let shown: [String]

    /// - Parameter pairs: each value with its words, the German one to be shown first, then the English one.
    init(_ pairs: [(Value, [String])]) {
        var values: [String: Value] = [:]
        for (value, words) in pairs {
            for word in words where values[Folding.key(word)] == nil { values[Folding.key(word)] = value }
        }
        self.values = values
        shown = pairs.flatMap { $0.1.prefix(2) }
    }

    /// The value that a text names; nil for a word that nobody knows.
    func value(_ text: String) -> Value? { values[Folding.key(text)] }

    /// The arguments of a finding about an unknown word: what may have been meant, and what is possible.
    func hint(_ word: String) -> [String: String] { Wording.hint(for: word, among: shown) }

    /// The words for "nobody wrote it down".
    static var nothingRecorded: [String] {
        [
            "nicht erfasst", "not recorded", "unbekannt", "unknown", "k. A.", "keine Angabe", "n/a", "offen",
            "unklar", "?",
        ]
    }
}
