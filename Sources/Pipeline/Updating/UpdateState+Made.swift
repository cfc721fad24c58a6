internal import Disclosure
internal import Features
internal import Foundation
internal import Project
internal import Scheduling
internal import Town

extension UpdateState.Made {
    /// What a run made. What it was made of is said by ``with(_:_:)``.
    init(_ finished: FinishedRun, output: String) {
        let study = finished.study
        self.init(
            methods: "", computing: "", rendering: "", inputs: [], keptRun: UpdateNeed.keptRun(output),
            run: finished.summary.recorded?.number,
            counts: finished.records.map { InputCount(kind: $0.entry.kind.rawValue, count: $0.count) },
            fundingEnds: study.fundingEnds(from: nil).map { ComingFundingEnd($0, study) },
            unanswered: (study.memory.participation?.unanswered ?? []).map { UnansweredResult($0, study) })
    }

    /// The same, made of these.
    func with(_ basis: UpdateNeed.Basis, _ inputs: [KnownInput]) -> UpdateState.Made {
        var made = self
        (made.methods, made.computing, made.rendering) = (basis.methods, basis.computing, basis.rendering)
        made.inputs = inputs
        return made
    }
}

extension ComingFundingEnd {
    fileprivate init(_ end: FundingEnd, _ study: Study) {
        switch end.subject {
        case .offer(let row):
            self.init(
                id: study.offers?.ids[row] ?? "", name: study.offers?.names[row] ?? "", isPlace: false, day: end.day)
        case .place(let row):
            self.init(id: study.places.ids[row], name: study.places.names[row], isPlace: true, day: end.day)
        }
    }
}

extension UnansweredResult {
    fileprivate init(_ record: ParticipationRecord, _ study: Study) {
        let quarter = record.quarterID.flatMap { id in study.quarters.ids.firstIndex(of: id) }
        self.init(
            id: record.id, date: record.date, quarter: quarter.map { study.quarters.names[$0] },
            result: record.result, office: record.office)
    }
}

extension UpdateOutcome {
    /// Tells what of the last figures ends or waits, seen from a moment.
    mutating func announce(_ made: UpdateState.Made, from now: Int, months: Int) {
        if run == nil, let number = made.run { run = RecordedRun(number: number, isNew: false) }
        guard let today = CalendarDate(moment: now) else { return }
        let horizon = today.adding(months: months)
        fundingEnds = made.fundingEnds.filter { $0.day >= today && $0.day <= horizon }
        unanswered = made.unanswered
    }

    /// Flags inputs that shrank implausibly since the last good update.
    mutating func flagShrunken(from before: [InputCount], to after: [InputCount], project: String) {
        func counts(_ counts: [InputCount]) -> [(kind: LayerEntry.Kind, count: Int)] {
            counts.compactMap { one in LayerEntry.Kind(rawValue: one.kind).map { ($0, one.count) } }
        }
        let found = ShrunkenInput.all(from: counts(before), to: counts(after))
        shrunkenInputs = LayerEntry.Kind.allCases.compactMap { found[$0] }
        findings += shrunkenInputs.map {
            Diagnostic(
                .inputShrank, at: SourceLocation(file: project),
                ["kind": $0.kind, "before": "\($0.before)", "after": "\($0.after)"])
        }
    }
}

extension InputLook {
    /// The inputs that are still what they were before the work: the others count as not seen, so that the next update
    /// looks at them again.
    static func unchanged(
        _ inputs: [KnownInput], _ project: ProjectFile, at path: String
    ) throws(Failure) -> [KnownInput] {
        let now = Dictionary(try look(project, at: path, known: inputs).map { ($0.path, $0) }) { first, _ in first }
        return inputs.filter { now[$0.path]?.sha256 == $0.sha256 }.map { now[$0.path] ?? $0 }
    }
}

extension UpdateFolder {
    /// Waits until all files of a folder are on the disk: a state must not say what a power cut can undo.
    static func synchronise(_ folder: String) throws(Failure) {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        for path in names.map({ folder + "/" + $0 }) + [folder] {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            defer { close(descriptor) }
            guard descriptor >= 0, fsync(descriptor) == 0 else {
                throw Failure(
                    .unreadable,
                    Diagnostic(
                        .outputUnwritable, at: SourceLocation(file: path),
                        ["reason": String(cString: strerror(errno))]))
            }
        }
    }
}

extension CalendarDate {
    /// The day of a moment in Coordinated Universal Time; nil outside the years 1 to 9999.
    init?(moment: Int) {
        let time = CivilTime(seconds: moment)
        self.init(year: time.year, month: time.month, day: time.day)
    }

    /// The same day some months later, or the last of that month.
    func adding(months: Int) -> CalendarDate {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        guard (1...9999).contains(year) else { return self }
        let day = min(day, CalendarDate.days(inMonth: month, ofYear: year))
        return CalendarDate(year: year, month: month, day: day) ?? self
    }
}
