import Travel

/// A tag set written as `highway=path, width=1,5 m`: pairs are separated by a comma and a blank.
func tags(_ text: String) -> TagSet {
    TagSet(
        text.split(separator: ", ").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        })
}

/// A passage in short, for truth tables: `both`, `forward ×2`, `both ?surface,width`, `no: access`.
func text(_ passage: Passage) -> String {
    if let refusal = passage.refusal { return "no: \(refusal.rawValue)" }
    var text =
        switch (passage.forward, passage.backward) {
        case (true, true): "both"
        case (true, false): "forward"
        case (false, true): "backward"
        case (false, false): "neither"
        }
    if passage.slowness != 1 { text += " ×\(passage.slowness)" }
    if passage.isAssumed { text += " ?" + passage.unrecorded.names.joined(separator: ",") }
    return text
}

/// A passage of a point in short: `open`, `open 10 s`, `open ?kerb`, `no: barrier`.
func text(_ passage: NodePassage) -> String {
    if let refusal = passage.refusal { return "no: \(refusal.rawValue)" }
    var text = passage.isOpen ? "open" : "closed"
    if passage.delay != 0 { text += " \(passage.delay / 1_000) s" }
    if passage.isAssumed { text += " ?" + passage.unrecorded.names.joined(separator: ",") }
    return text
}
