internal import Wording

/// The name of a town as its files suggest it.
public struct TownGuess: Sendable, Hashable {
    /// What the name rests on.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The town that most house numbers of a map name.
        case addresses
        /// What a column of a table mostly says.
        case column
        /// The boundary of the municipality in a map.
        case boundary
        /// A word that most files are called by.
        case fileNames = "file_names"
    }

    /// The name.
    public var name: String
    /// What it rests on; nil where somebody gave it.
    public var basis: Basis?
    /// The arguments of the text that says so: file, column, count, total.
    public var arguments: [String: String]
    /// The official key, as the boundary in a map has it.
    public var municipalKey: String?

    /// A name and what it rests on.
    public init(name: String, basis: Basis? = nil, arguments: [String: String] = [:], municipalKey: String? = nil) {
        self.name = name
        self.basis = basis
        self.arguments = arguments
        self.municipalKey = municipalKey
    }

    /// The word, or words in a row, by which most files are called and that say nothing else; nil with fewer than two files.
    public static func name(inFileNames layers: [LayerDescription]) -> String? {
        let files = Set(layers.map(\.file)).sorted().map { file in
            LayerDescription(file: file, shapes: [], count: nil, columns: []).stem
                .split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        var counts: [String: Int] = [:]
        for words in files {
            for word in Set(words.map(Folding.key)) where FileNameWords.mayName(word) { counts[word, default: 0] += 1 }
        }
        func isCommon(_ word: String) -> Bool {
            let count = counts[Folding.key(word)] ?? 0
            return count > 1 && 2 * count > files.count
        }
        for words in files {
            let run = words.drop { !isCommon($0) }.prefix(while: isCommon)
            if !run.isEmpty { return run.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ") }
        }
        return nil
    }
}
