/// The candidate nearest to a word that nobody knows, for "did you mean"; nil when none is near.
///
/// Near is at most a third of the longer word's letters, at least one, by ``editDistance(_:_:)`` without regard to case.
/// Of equally near candidates the first in alphabetical order is taken.
public func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    // Words this long are no slips of the pen, and the table below grows with the square of the length.
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let letters = Array(candidate.lowercased())
        guard letters.count <= 100 else { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= max(1, max(wanted.count, letters.count) / 3), distance < max(wanted.count, letters.count)
        else { continue }
        if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// The arguments of the texts `hint.did_you_mean` and `hint.allowed`, for templates with `{hint.*}`.
public func hint(for word: String, among allowed: [String]) -> [String: String] {
    var arguments = ["allowed": allowed.joined(separator: ", "), "hint": "allowed"]
    if let suggestion = closest(to: word, among: allowed) {
        arguments["suggestion"] = suggestion
        arguments["hint"] = "did_you_mean"
    }
    return arguments
}

/// The number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (Damerau–Levenshtein, optimal string alignment). O(n · m) time, three rows of memory.
public func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var cost = min(
                previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
