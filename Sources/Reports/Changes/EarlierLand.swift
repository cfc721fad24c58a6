internal import Disclosure
internal import Indicators
internal import Overlay

/// What became of the land that a value of the last release speaks of.
enum EarlierLand: Sendable, Hashable {
    /// It is the same, or that is not known.
    case same
    /// The value was converted to the boundaries of now: an estimate between hard bounds.
    case converted
    /// The value cannot be converted.
    case notComparable
}

/// A value of the last release as it stands beside one of now.
struct EarlierValue: Sendable, Hashable {
    /// The value; nil where there is none, or none of the same land.
    var value: ReleasedValue?
    /// What became of the land.
    var land: EarlierLand
}

extension BoundaryConversion {
    /// What a release says of the land of a quarter of now: only of values that are out and outlines that are public.
    func earlier(_ key: IndicatorTable.Key, in values: [IndicatorTable.Key: ReleasedValue]) -> EarlierValue {
        func released(_ id: String) -> ReleasedValue? { values[key.of(id)] }
        let converted = convert(
            key.indicator, to: key.areaID, value: { released($0)?.number },
            people: { id in released(id).flatMap { people(id, $0, values) } })
        switch converted {
        case .same(let id):
            var value = released(id)
            value?.key = key
            return EarlierValue(value: value, land: .same)
        case .transferred(let number, let people):
            return EarlierValue(
                value: ReleasedValue(
                    period: sources(of: key, in: values).first?.period ?? "", key: key, value: number.value,
                    status: .estimated, methodVersion: sources(of: key, in: values).first?.methodVersion,
                    lower: number.lower, upper: number.upper, n: people?.value), land: .converted)
        case .notComparable(let obstacle):
            // What no quarter had is news, whatever the boundaries were.
            let isNew = obstacle != .newLand && sources(of: key, in: values).isEmpty
            return EarlierValue(value: nil, land: isNew ? .same : .notComparable)
        }
    }

    /// The values of the quarters that a quarter of now is made of.
    private func sources(
        of key: IndicatorTable.Key, in values: [IndicatorTable.Key: ReleasedValue]
    ) -> [ReleasedValue] {
        guard let new = newIDs.firstIndex(of: key.areaID) else { return [] }
        return transfer.contributions(toNew: new).compactMap { values[key.of(oldIDs[$0.old])] }
    }

    /// Of how many people a released share is one: as it says itself, else the residents of its group in the release.
    private func people(
        _ id: String, _ value: ReleasedValue, _ values: [IndicatorTable.Key: ReleasedValue]
    ) -> BoundedNumber? {
        let isOfEverybody =
            IndicatorCatalogue.indicator(value.key.indicator)?.descriptor.counting == .quotientOfResidents
        let residents = values[
            IndicatorTable.Key(
                level: .quarter, areaID: id, indicator: "residents", group: isOfEverybody ? "all" : value.key.group)]?
            .number
        guard let count = value.n else { return residents }
        return BoundedNumber(count, lower: residents?.lower, upper: residents?.upper)
    }
}

extension IndicatorTable.Key {
    /// The same of another area.
    fileprivate func of(_ id: String) -> IndicatorTable.Key {
        var key = self
        key.areaID = id
        return key
    }
}

extension ReleasedValue {
    /// The number with its bounds; nil where none was shown.
    fileprivate var number: BoundedNumber? {
        guard status.hasValue else { return nil }
        return value.map { BoundedNumber($0, lower: lower, upper: upper) }
    }
}
