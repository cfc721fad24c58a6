internal import Features
internal import Indicators
internal import Project
internal import Town
internal import Wording

/// Reads the notes of a town, joined to its quarters and places.
enum NoteReading {
    /// The notes, and the files they came from. A note that names a quarter or a place that there is not is left out: it
    /// would stand for the whole town.
    ///
    /// - Throws: `Failure` where the folder that the project names is not there.
    static func read(
        _ project: ProjectFile, folder: String, quarters: AreaTable, places: PlaceTable,
        findings: inout [Diagnostic]
    ) throws(Failure) -> (notes: [Note], sources: [String: SourceFile]) {
        guard let name = project.notes else { return ([], [:]) }
        let path = name.hasPrefix("/") || folder.isEmpty ? name : folder + "/" + name
        let files = try NoteFolder(path.hasSuffix("/") ? String(path.dropLast()) : path)
        findings += files.findings
        var entries: [(entry: NoteEntry, source: SourceFile)] = []
        var used: Set<String> = []
        for file in files.files {
            let (entry, found) = NoteEntry.decode(file.text, file: file.path)
            findings += found
            guard let entry else { continue }
            guard used.insert(entry.note.id).inserted else {
                findings.append(Diagnostic(.idDuplicate, at: entry.location, ["id": entry.note.id]))
                continue
            }
            entries.append((entry, file.source))
        }
        var references = NoteReferences(project, quarters: quarters, places: places, notes: entries.map(\.entry.note))
        var sources: [String: SourceFile] = [:]
        let notes = entries.compactMap { entry, source -> Note? in
            guard let note = references.resolved(entry) else { return nil }
            sources[note.id] = source
            return note
        }
        findings += references.findings
        return (notes, sources)
    }
}

/// What notes may refer to, and what was found of those that refer to something else.
private struct NoteReferences {
    private let quarters: PlaceDirectory
    private let quarterIDs: [String]
    private let places: PlaceDirectory
    private let goals: [String]
    private let trials: [String]
    private(set) var findings: [Diagnostic] = []

    init(_ project: ProjectFile, quarters: AreaTable, places: PlaceTable, notes: [Note]) {
        self.quarters = PlaceDirectory(quarters: quarters)
        quarterIDs = quarters.ids
        self.places = PlaceDirectory(places)
        goals = project.understanding?.goals.map(\.id) ?? []
        trials = notes.filter { $0.kind == .trial }.map(\.id)
    }

    /// The note with ids for names; nil where it is about something that there is not.
    mutating func resolved(_ entry: NoteEntry) -> Note? {
        var note = entry.note
        var isPlaced = true
        (note.quarterIDs, note.placeIDs) = ([], [])
        for mention in entry.mentions {
            switch mention.subject {
            case .quarter:
                if let id = quarters.id(mention.text) {
                    if !note.quarterIDs.contains(id) { note.quarterIDs.append(id) }
                } else {
                    isPlaced = false
                    report(.quarterUnknown, mention, quarters.hint(mention.text))
                }
            case .place:
                if let id = places.id(mention.text) {
                    if !note.placeIDs.contains(id) { note.placeIDs.append(id) }
                } else {
                    isPlaced = false
                    report(.placeUnknown, mention, places.hint(mention.text))
                }
            case .goal:
                checkGoal(mention)
            case .indicator:
                let known = IndicatorCatalogue.all.map(\.descriptor.id)
                if !known.contains(mention.text) {
                    refuse(mention, "not_listed", hint(for: mention.text, among: known))
                    if case .assumption(let indicators) = note.content {
                        note.content = .assumption(indicators: indicators.filter { $0 != mention.text })
                    }
                }
            case .trial:
                if !trials.contains(mention.text) {
                    refuse(mention, "note_unknown", hint(for: mention.text, among: trials))
                }
            }
        }
        guard isPlaced else { return nil }
        addQuarterOfQuestion(&note)
        checkOffices(note, at: entry.location)
        if note.isPublic, let words = note.personalDetail {
            findings.append(Diagnostic(.personNamed, at: entry.location, ["words": words]))
            note.isPublic = false
        }
        return note
    }

    /// A goal in words is taken as it is; what looks like an id must be one.
    private mutating func checkGoal(_ mention: NoteEntry.Mention) {
        let isWord = mention.text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        if isWord, !goals.isEmpty, !goals.contains(mention.text) {
            refuse(mention, "goal_unknown", hint(for: mention.text, among: goals))
        }
    }

    /// The id of a question says which quarter it is about: `open_evening/quarter/04`.
    private func addQuarterOfQuestion(_ note: inout Note) {
        guard case .answer(let answer) = note.content, note.quarterIDs.isEmpty,
            let range = answer.question.firstRange(of: "/quarter/")
        else { return }
        let id = String(answer.question[range.upperBound...])
        if quarterIDs.contains(id) { note.quarterIDs = [id] }
    }

    /// Measures and permanent topics go to both sides; what is only proposed may still look for its offices.
    private mutating func checkOffices(_ note: Note, at location: SourceLocation) {
        guard let offices = note.offices, note.kind != .trial, !offices.areBothNamed else { return }
        if case .measure(let measure) = note.content, measure.status == .proposed { return }
        findings.append(Diagnostic(.officeMissing, at: location, ["title": note.title]))
    }

    private mutating func report(
        _ code: DiagnosticCode, _ mention: NoteEntry.Mention, _ hint: [String: String]
    ) {
        findings.append(
            Diagnostic(
                code, at: mention.location,
                hint.merging(["value": mention.text, "column": mention.path]) { $1 }))
    }

    private mutating func refuse(_ mention: NoteEntry.Mention, _ reason: String, _ hint: [String: String]) {
        findings.append(
            Diagnostic(
                .valueInvalid, at: mention.location,
                hint.merging(["key": mention.path, "reason": reason]) { $1 }, severity: .warning))
    }
}
