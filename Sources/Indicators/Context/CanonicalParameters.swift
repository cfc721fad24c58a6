extension IndicatorContext {
    /// Parameters in canonical form, those of the measure among them.
    func canonical(_ parameters: [(String, String)], _ pairs: PlacePairs?) -> String {
        let measure = (pairs?.parameters ?? ReachTable.unknownParameters).split(separator: "=", maxSplits: 1)
        return (parameters + [(String(measure[0]), String(measure.last ?? ""))]).sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\($0.1)" }.joined(separator: ";")
    }

    /// Parameters of what is asked within the catchment: how far that is, how it is measured, and more.
    func catchmentParameters(_ more: [(String, String)] = []) -> String {
        canonical([("catchment", plainNumber(catchment))] + more, pairs)
    }
}
