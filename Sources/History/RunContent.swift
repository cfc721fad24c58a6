internal import Formats

/// A run brought into the one order and form in which it is kept and checked: the same run gives the same checksum,
/// whatever order its values came in.
struct RunContent {
    /// The run with clean texts and numbers, all lists sorted.
    let run: HistoryRun
    /// The SHA-256 of everything but the time of recording.
    let checksum: String
    /// An area or measure, or a place, that stands in it twice; nil where all is well.
    let repeated: String?
    /// Whether a number is infinite or none.
    let hasImpossibleNumber: Bool

    init(_ given: HistoryRun) {
        var run = given
        run.period = Self.clean(run.period)
        run.town = Self.clean(run.town)
        run.projectChecksum = Self.clean(run.projectChecksum)
        run.versions = Self.clean(run.versions)
        run.inputs = run.inputs.map(Self.clean)
        run.figures = Self.sorted(run.figures.map(Self.clean)) { Self.key($0.area, $0.measure) }
        run.places = Self.sorted(run.places.map(Self.clean)) { Array($0.id.utf8) }
        run.boundaries = run.boundaries.map(Self.clean)
        self.run = run
        hasImpossibleNumber =
            run.figures.contains { $0.numbers.contains { $0.map { !$0.isFinite } ?? false } }
            || run.places.contains { !$0.x.isFinite || !$0.y.isFinite }
        repeated = Self.repeated(run)
        checksum = Self.checksum(run)
    }

    /// SQLite ends texts at a NUL, so there is none in the store.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : Character($0) })
    }

    private static func clean(_ texts: [String: String]) -> [String: String] {
        Dictionary(texts.map { (clean($0.key), clean($0.value)) }) { first, _ in first }
    }

    private static func clean(_ input: HistoryRun.Input) -> HistoryRun.Input {
        HistoryRun.Input(
            file: clean(input.file), kind: clean(input.kind), bytes: input.bytes, sha256: clean(input.sha256),
            count: input.count)
    }

    private static func clean(_ figure: HistoryRun.Figure) -> HistoryRun.Figure {
        // SQLite keeps whole numbers as integers, which have no negative zero.
        func plain(_ number: Double?) -> Double? { number.map { $0 + 0 } }
        let (area, measure) = (figure.area, figure.measure)
        return HistoryRun.Figure(
            area: HistoryRun.Area(level: clean(area.level), id: clean(area.id), name: clean(area.name)),
            measure: HistoryRun.Measure(
                indicator: clean(measure.indicator), methodVersion: measure.methodVersion,
                parameters: clean(measure.parameters), unit: clean(measure.unit), group: clean(measure.group),
                category: clean(measure.category), isInternal: measure.isInternal),
            status: clean(figure.status), value: plain(figure.value), lower: plain(figure.lower),
            upper: plain(figure.upper), n: plain(figure.n), bandLower: plain(figure.bandLower),
            bandUpper: plain(figure.bandUpper), unrecorded: plain(figure.unrecorded), reason: clean(figure.reason))
    }

    private static func clean(_ place: HistoryRun.Place) -> HistoryRun.Place {
        HistoryRun.Place(
            id: clean(place.id), name: clean(place.name), category: clean(place.category), x: place.x + 0,
            y: place.y + 0, details: clean(place.details))
    }

    private static func clean(_ boundaries: HistoryBoundaries) -> HistoryBoundaries {
        HistoryBoundaries(
            system: clean(boundaries.system),
            outlines: HistoryBoundaries.sorted(
                boundaries.outlines.map { .init(id: clean($0.id), wellKnownBinary: $0.wellKnownBinary) }))
    }

    /// What may stand in a run only once: the area without its name, the measure without unit and method.
    private static func key(_ area: HistoryRun.Area, _ measure: HistoryRun.Measure) -> [UInt8] {
        var bytes: [UInt8] = []
        for text in [area.level, area.id, measure.indicator, measure.parameters, measure.group, measure.category] {
            bytes += text.utf8
            bytes.append(0)
        }
        return bytes
    }

    /// By bytes, as texts that look alike may differ in them.
    private static func sorted<Element>(_ elements: [Element], by key: (Element) -> [UInt8]) -> [Element] {
        elements.map { (key($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private static func repeated(_ run: HistoryRun) -> String? {
        for (figure, next) in zip(run.figures, run.figures.dropFirst())
        where key(figure.area, figure.measure) == key(next.area, next.measure) {
            return "\(figure.measure.indicator) \(figure.area.id)"
        }
        let outlines = run.boundaries?.outlines ?? []
        for (outline, next) in zip(outlines, outlines.dropFirst()) where Array(outline.id.utf8) == Array(next.id.utf8) {
            return outline.id
        }
        return zip(run.places, run.places.dropFirst()).first { Array($0.id.utf8) == Array($1.id.utf8) }?.0.id
    }

    // MARK: checksum

    private static func checksum(_ run: HistoryRun) -> String {
        var bytes = RunBytes()
        for text in [run.period, run.town, run.projectChecksum] { bytes.append(text) }
        bytes.append(run.versions)
        bytes.append(run.inputs.count)
        for input in run.inputs {
            for text in [input.file, input.kind, input.sha256] { bytes.append(text) }
            bytes.append(input.bytes)
            bytes.append(input.count)
        }
        bytes.append(run.figures.count)
        for figure in run.figures {
            let (area, measure) = (figure.area, figure.measure)
            for text in [area.level, area.id, area.name, measure.indicator, measure.parameters, measure.unit] {
                bytes.append(text)
            }
            for text in [measure.group, measure.category, figure.status, figure.reason] { bytes.append(text) }
            bytes.append(measure.methodVersion)
            bytes.append(measure.isInternal ? 1 : 0)
            for number in figure.numbers { bytes.append(number) }
        }
        bytes.append(run.places.count)
        for place in run.places {
            for text in [place.id, place.name, place.category] { bytes.append(text) }
            bytes.append(place.x)
            bytes.append(place.y)
            bytes.append(place.details)
        }
        // Runs of versions that did not know boundaries keep their checksum.
        if let boundaries = run.boundaries { bytes.append(boundaries.checksum) }
        return Checksum.sha256(bytes.bytes)
    }

    /// What ties a run to all before it: nobody can take one away or put one in unseen.
    static func chain(after previous: String, content: String, recordedAt: Int) -> String {
        var bytes = RunBytes()
        bytes.append(previous)
        bytes.append(content)
        bytes.append(recordedAt)
        return Checksum.sha256(bytes.bytes)
    }
}

/// Texts and numbers one after the other, so that different ones never give the same bytes.
struct RunBytes {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ number: Double?) {
        guard let number else { return bytes.append(0) }
        bytes.append(1)
        append(Int(truncatingIfNeeded: number.bitPattern))
    }

    mutating func append(_ texts: [String: String]) {
        append(texts.count)
        for (name, text) in SortedTexts.of(texts) {
            append(name)
            append(text)
        }
    }
}

/// Names and texts sorted by the bytes of the names.
enum SortedTexts {
    static func of(_ texts: [String: String]) -> [(key: String, value: String)] {
        texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}
