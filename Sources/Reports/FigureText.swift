internal import Indicators

extension ReportContext {
    /// A value for a table cell: the number, or what stands instead of it, in words. Estimates are marked one by one
    /// unless the whole table says so.
    func cell(_ figure: Figure, _ value: IndicatorValue?, marksEstimates: Bool = true) -> [HTMLNode] {
        guard let value, let number = value.value, value.status.hasValue else {
            return [missing(value?.status ?? .noData)]
        }
        if figure == .placeCount, number == 0 { return [noneRecorded] }
        var nodes: [HTMLNode] = []
        // „> 99 %“ is a range; it needs no second sign.
        let isRange = figure.isShare && NumberStyle.rounding(number) != .exact
        if value.status == .estimated, marksEstimates, !isRange { nodes += estimatedMark }
        nodes.append(numberNode(figure, number))
        nodes += range(figure, value.lower, value.upper)
        if value.status == .unreliable {
            nodes.append(Tag.span(.class("word")) { " " + status(.unreliable) })
        }
        return nodes
    }

    /// The mark of an estimate, with its word for those who do not see the sign.
    var estimatedMark: [HTMLNode] {
        [
            Tag.span(.class("mark"), .ariaHidden) { "≈\u{2009}" },
            Tag.span(.class("spoken")) { status(.estimated) + " " },
        ]
    }

    /// A number with the same number for machines.
    func numberNode(_ figure: Figure, _ number: Double) -> HTMLNode {
        let decimals = isUnderOneMinute(figure, number) ? 1 : figure.decimals
        return Tag.data(
            .value(numbers.machine(figure.isShare ? number * 100 : number, decimals: decimals))
        ) { plain(figure, number) }
    }

    /// A way that takes less than a minute is still a way: it never reads as 0.
    private func isUnderOneMinute(_ figure: Figure, _ number: Double) -> Bool {
        figure == .nearestTime && number < 1
    }

    /// A number that is no indicator: hectares, counts.
    func numberNode(_ number: Double, decimals: Int = 0) -> HTMLNode {
        Tag.data(.value(numbers.machine(number, decimals: decimals))) { numbers.number(number, decimals: decimals) }
    }

    /// A share of 1 in per cent.
    func shareNode(_ share: Double) -> HTMLNode {
        Tag.data(.value(numbers.machine(share * 100))) { numbers.percent(share) }
    }

    private func plain(_ figure: Figure, _ number: Double) -> String {
        if isUnderOneMinute(figure, number) { return words("under_one_minute") }
        return figure.isShare ? numbers.percent(number) : numbers.number(number, decimals: figure.decimals)
    }

    /// What stands where there is no number.
    func missing(_ status: Status) -> HTMLNode {
        Tag.span(.class("word")) { self.status(status) }
    }

    /// „keiner erfasst“: nobody wrote one down, which is not the same as that there is none.
    var noneRecorded: HTMLNode {
        Tag.span(.class("word")) { words("none_recorded") }
    }

    /// The word for a status.
    func status(_ status: Status) -> String { words.text(ofKey: "status.\(status.rawValue)") }

    /// Persons in a sentence: to tens, because more digits say more than the data do.
    func roundedPersons(_ number: Double) -> String {
        number > 0 && number < 10 ? words("under_ten") : numbers.number((number / 10).rounded() * 10)
    }

    /// A share in a sentence: „etwa 83 %“, „mehr als 99 %“.
    func roundedShare(_ share: Double) -> String {
        switch NumberStyle.rounding(share) {
        case .nearlyAll: words("share.nearly_all", ["sign": numbers.percentSign])
        case .nearlyNone: words("share.nearly_none", ["sign": numbers.percentSign])
        case .exact where share >= 1 - 1e-9: words("share.all")
        case .exact where share <= 1e-9: words("share.none")
        case .exact: words("share.about", ["share": numbers.percent(share)])
        }
    }

    /// A limit in a sentence: `500 m Luftlinie`, `10 Minuten zu Fuß`.
    func within(_ limit: ReachLimitShown) -> String {
        switch limit {
        case .metres(let metres): words("limit.metres", ["distance": distance(metres)])
        case .minutes(let minutes): words("limit.minutes", ["minutes": plainMinutes(minutes)])
        }
    }

    /// A limit at the head of a column: `500 m`, `10 min`.
    func short(_ limit: ReachLimitShown) -> String {
        switch limit {
        case .metres(let metres): distance(metres)
        case .minutes(let minutes): plainMinutes(minutes) + "\u{202F}min"
        }
    }

    private func plainMinutes(_ minutes: Double) -> String {
        numbers.number(minutes, decimals: Int(exactly: minutes) == nil ? 1 : 0)
    }

    /// A distance: `500 m`.
    func distance(_ metres: Double) -> String {
        let isWhole = Int(exactly: metres) != nil
        return numbers.number(metres, decimals: isWhole ? 0 : 1) + "\u{202F}m"
    }
}

extension Status {
    /// Whether a value of this status has a number.
    var hasValue: Bool {
        switch self {
        case .valid, .estimated, .unreliable: true
        default: false
        }
    }
}

extension IndicatorValue {
    /// The number, where the status says that there is one.
    var number: Double? { status.hasValue ? value : nil }
}
