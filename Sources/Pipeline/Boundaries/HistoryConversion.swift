public import History
internal import Indicators
internal import Overlay

/// Brings the figures of an earlier run to the quarters of a later one.
public enum HistoryConversion {
    /// What the earlier run says of the areas of the later one. Where boundaries are the same, or one of the runs does not
    /// say what they were, its figures are as they are.
    ///
    /// Quarters are divided by the residents of the later ones, or, where these are not known, by area. Figures that no
    /// later quarter can take, for other land or another kind of figure, stand for it without a number.
    public static func convert(_ before: HistoryRun, _ after: HistoryRun) -> ConvertedFigures {
        var result = ConvertedFigures(
            figures: before.figures.map { ($0, .same) }, boundaries: BoundaryComparison(before, after))
        guard result.boundaries == .unknown, let conversion = conversion(from: before, to: after) else { return result }
        guard conversion.changedCount > 0 else {
            result.boundaries = .same
            return result
        }
        let names = Dictionary(
            after.figures.lazy.map(\.area).filter { $0.level == quarter }.map { ($0.id, $0.name) }
        ) { first, _ in first }
        let earlier = EarlierFigures(before)
        let (outlined, lost) = (Set(conversion.oldIDs), Set(conversion.lostIDs))
        result.figures = before.figures.filter {
            $0.area.level != quarter || !outlined.contains($0.area.id)
                || lost.contains($0.area.id) && !conversion.newIDs.contains($0.area.id)
        }.map { ($0, .same) }
        for measure in earlier.measures {
            for id in conversion.newIDs {
                let area = HistoryRun.Area(level: quarter, id: id, name: names[id] ?? "")
                if let found = earlier.figure(measure, on: area, conversion) { result.figures.append(found) }
            }
        }
        let bases = Set(conversion.newIDs.filter { !conversion.isUnchanged($0) }.compactMap(conversion.basis))
        let basis = BoundaryTransfer.Basis.allCases.last { bases.contains($0) } ?? .area
        result.boundaries = .changed(quarters: conversion.changedCount, weights: basis.rawValue)
        return result
    }

    /// The run with only those figures of quarters that speak of the land of a later run's quarters, exactly: what
    /// computations over several dates may take.
    static func comparable(_ before: HistoryRun, to after: HistoryRun) -> HistoryRun {
        var run = before
        run.figures = convert(before, after).figures.filter { figure, mark in
            switch mark {
            case .same, .otherID: true
            case .converted: figure.value != nil && figure.lower == figure.value && figure.upper == figure.value
            case .notComparable: false
            }
        }.map(\.figure)
        return run
    }

    /// The level of quarters, as the history writes it.
    static let quarter = AreaLevel.quarter.rawValue

    private static func conversion(from before: HistoryRun, to after: HistoryRun) -> BoundaryConversion? {
        guard let old = before.boundaries.flatMap(QuarterOutlines.init),
            let new = after.boundaries.flatMap(QuarterOutlines.init)
        else { return nil }
        let residents = EarlierFigures(after).everybody
        return BoundaryConversion(from: old, to: new) { overlay in
            let counts = new.ids.map { residents[$0]?.value }
            guard counts.contains(where: { $0 != nil }) else { return nil }
            return (overlay.weights(ofQuarters: counts), .quarterResidents)
        }
    }
}

/// The figures of a run's quarters by measure.
private struct EarlierFigures {
    private var figures: [HistoryRun.Measure: [String: HistoryRun.Figure]] = [:]
    /// The residents of each group, by quarter.
    private var residents: [String: [String: BoundedNumber]] = [:]
    /// The measures in the order in which they first stand.
    private(set) var measures: [HistoryRun.Measure] = []

    init(_ run: HistoryRun) {
        for figure in run.figures where figure.area.level == HistoryConversion.quarter {
            if figures[figure.measure] == nil { measures.append(figure.measure) }
            figures[figure.measure, default: [:]][figure.area.id] = figure
            if figure.measure.indicator == "residents", let number = Self.number(figure) {
                residents[figure.measure.group, default: [:]][figure.area.id] = number
            }
        }
    }

    /// The residents of each quarter.
    var everybody: [String: BoundedNumber] { residents["all"] ?? [:] }

    /// What a measure was on the land of a later quarter; nil where nothing was said of the same land.
    func figure(
        _ measure: HistoryRun.Measure, on area: HistoryRun.Area, _ conversion: BoundaryConversion
    ) -> (HistoryRun.Figure, BoundaryMark)? {
        let own = figures[measure] ?? [:]
        let converted = conversion.convert(
            measure.indicator, to: area.id, value: { own[$0].flatMap(Self.number) }, people: { people(own[$0]) })
        switch converted {
        case .same(let oldID):
            guard var figure = own[oldID] else { return nil }
            if oldID == area.id { return (figure, .same) }
            figure.area = area
            return (figure, .otherID(oldID))
        case .transferred(let number, let people):
            return (
                HistoryRun.Figure(
                    area: area, measure: measure, status: Status.estimated.rawValue, value: number.value,
                    lower: number.lower, upper: number.upper, n: people?.value), .converted
            )
        case .notComparable(let obstacle):
            return (
                HistoryRun.Figure(area: area, measure: measure, status: Status.cannotTell.rawValue, value: nil),
                .notComparable(obstacle.rawValue)
            )
        }
    }

    private static func number(_ figure: HistoryRun.Figure) -> BoundedNumber? {
        figure.value.map { BoundedNumber($0, lower: figure.lower, upper: figure.upper) }
    }

    /// Of how many people a figure is a share: as it says itself, between what the residents of its group lie.
    private func people(_ figure: HistoryRun.Figure?) -> BoundedNumber? {
        guard let figure, let count = figure.n else { return nil }
        let isOfEverybody =
            IndicatorCatalogue.indicator(figure.measure.indicator)?.descriptor.counting
            == .quotientOfResidents
        let known = residents[isOfEverybody ? "all" : figure.measure.group]?[figure.area.id]
        return BoundedNumber(count, lower: known?.lower, upper: known?.upper)
    }
}
