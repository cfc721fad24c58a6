internal import Disclosure
public import Indicators
public import Town
internal import Wording

/// Which values of the table are main figures: what a run computes causes of change for.
public enum MainFigureKeys {
    /// The indicators that main figures come from.
    public static let indicators: Set<String> = [
        Figure.coverageShare.rawValue, Figure.nearestTime.rawValue, Figure.nearestDistance.rawValue, "open_access",
        "room_hours",
    ]

    /// The main figures of town and quarters for all residents, each once, whichever kind of meeting places an edition
    /// tells of. The number of residents is none of them: of two years' counts side by side more could be worked out.
    public static func all(
        of study: Study, table: IndicatorTable, thresholds: Thresholds, travel: TravelNote?
    ) -> [IndicatorTable.Key] {
        let context = ReportContext(
            ReportInput(
                .internal(study: study, table: table), language: .english, thresholds: thresholds, travel: travel,
                provenance: Provenance(toolVersion: "")))
        var keys: [IndicatorTable.Key] = []
        var seen: Set<IndicatorTable.Key> = []
        for area in [context.townKey] + study.quarters.ids.indices.map(context.quarterKey) {
            for kind in [PlaceKind.organised, .everyday] {
                for figure in context.mainFigures(area, reaching: kind) where figure.kind != .residents {
                    if seen.insert(figure.value.key).inserted { keys.append(figure.value.key) }
                }
            }
        }
        return keys
    }
}
