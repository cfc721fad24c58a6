internal import Features
internal import History
internal import Overlay
internal import Indicators
internal import Project
internal import Reports
internal import Town

/// Says at a run that quarters are bounded otherwise than when figures were last released or recorded.
enum BoundaryFinding {
    /// The finding; none where boundaries are the same, or nothing is known of earlier ones.
    ///
    /// Compared with the last release of an earlier period; where there is none, with the newest run of an earlier period
    /// in the history. So a run that is repeated says the same.
    static func findings(_ inputs: TownInputs, _ study: Study, history: HistoryStore?) -> [Diagnostic] {
        guard let earlier = released(inputs, study) ?? recorded(history, study),
            let finding = finding(from: earlier.outlines, of: earlier.period, to: study, file: inputs.projectPath)
        else { return [] }
        return [finding]
    }

    private typealias Earlier = (outlines: QuarterOutlines, period: String)

    private static func released(_ inputs: TownInputs, _ study: Study) -> Earlier? {
        let base = FileAccess.folder(of: inputs.projectPath)
        guard
            let last = ReleasedReading.last(inputs.project.disclosure.released, from: base, before: study.period),
            let outlines = ReleasedReading.outlines(ofRelease: last.path)
        else { return nil }
        return (outlines, last.period)
    }

    private static func recorded(_ history: HistoryStore?, _ study: Study) -> Earlier? {
        guard let history, let runs = try? history.runs() else { return nil }
        guard let period = ReleasePeriods.last(of: runs.map(\.period), before: study.period),
            let run = runs.last(where: { $0.period == period }),
            let outlines = (try? history.boundaries(ofRun: run.id)).flatMap(\.self).flatMap(QuarterOutlines.init)
        else { return nil }
        return (outlines, period)
    }

    /// How many quarters are others, and how much of the land and of the people of now is in another quarter than then.
    static func finding(
        from old: QuarterOutlines, of period: String, to study: Study, file: String
    ) -> Diagnostic? {
        let new = QuarterOutlines(study)
        guard let before = old.brought(into: new.system),
            let overlay = try? BoundaryOverlay(old: before.geometries, new: new.geometries)
        else { return nil }
        let conversion = BoundaryConversion(
            BoundaryTransfer(overlay, weights: overlay.areaWeights, basis: .area), oldIDs: before.ids, newIDs: new.ids)
        guard conversion.changedCount > 0 else { return nil }
        /// Whether the land belongs to the quarter that it belonged to, be it under another id.
        func stayed(_ piece: BoundaryOverlay.Piece) -> Bool {
            guard let place = piece.new.map(Int.init) else { return false }
            if case .same = conversion.transfer.continuity[place] { return true }
            return new.ids[place] == before.ids[Int(piece.old)]
        }
        func percent(_ weights: [Double]) -> String {
            let sum = weights.reduce(0, +)
            guard sum > 0 else { return "?" }
            var moved = 0.0
            for (piece, weight) in zip(overlay.pieces, weights) where !stayed(piece) { moved += weight }
            return "\(Int((moved / sum * 100).rounded()))"
        }
        let people = study.population.flatMap { table in
            table.counts.first.map { overlay.weights(ofPeople: $0, xs: table.xs, ys: table.ys) }
        }
        return Diagnostic(
            .boundariesChanged, at: SourceLocation(file: file),
            [
                "period": period, "changed": "\(conversion.changedCount)", "quarters": "\(new.ids.count)",
                "area": percent(overlay.areaWeights), "people": percent(people ?? []),
            ])
    }
}
